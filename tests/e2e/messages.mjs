// What page and engine exchange, as bytes: the format of postcard
// (https://postcard.jamesmunns.com/wire-format) for the types of web/protocol.

/** A whole number, seven bits a byte, the lowest first. */
function varint(number) {
  const bytes = [];
  let left = BigInt(number);
  for (; left > 127n; left >>= 7n) bytes.push(Number(left & 127n) | 128);
  return [...bytes, Number(left)];
}

/** `Request::Run` with no settings, the view that suits the wall, and all days. */
export const runRequest = (run, columns) => [0, ...varint(run), ...varint(0), ...varint(columns), 0, 0];

/** `Request::Day`. */
export const dayRequest = (ask, day, profiles) => [1, ...[ask, day, profiles].flatMap(varint)];

/** The first byte of a reply: which it is. */
export const REPLY = { Ready: 0, Progress: 1, Run: 2, Day: 3 };

// A type is a function that takes its value off the front of the bytes.
const number = (from) => {
  let value = 0n;
  for (let shift = 0n; ; shift += 7n) {
    const byte = from.bytes[from.at++];
    value |= BigInt(byte & 127) << shift;
    if (byte < 128) return Number(value);
  }
};
const bytes = (count) => (from) => Buffer.from(from.bytes.slice(from.at, (from.at += count)));
const float = (from) => bytes(8)(from).readDoubleLE();
const text = (from) => bytes(number(from))(from).toString();
const list = (type) => (from) => Array.from({ length: number(from) }, () => type(from));
const option = (type) => (from) => (from.bytes[from.at++] === 1 ? type(from) : null);
const struct = (fields) => (from) => Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, type(from)]));
const choice = (...variants) => (from) => variants[number(from)](from);
const unit = () => null;

const place = choice(struct({ line: number, column: number, length: number, pointer: option(text) }), text, unit);
const source = choice(unit, struct({ line: number }), unit);
const peak = struct({ ice: number, cost: number, first_day: number, last_day: number });
const summary = struct({
  profiles: number, sections: number, unfinished: number, finish_day: number, start_date: option(text),
  finish_date: option(text),
  feet: number, ice: number, cost: number, peak: option(peak), crews: number, crew_days: number,
  idle_crew_days: number, utilisation_permille: option(number), lower_bound: number, wages: number,
});
const run = struct({
  run: number, ms: float, kind: number,
  diagnostics: list(struct({ severity: number, place, message: text, hint: option(text) })),
  more_faults: number,
  parameters: list(struct({ key: text, value: text, source })),
  outcome: option(struct({ summary })),
});
const row = struct({
  day: number, date: option(text), ice: number, cost: number, cost_until: number, ice_by_profile: list(number),
});
const day = struct({
  ask: number,
  figures: option(struct({
    wall: row, crews_at_work: number, profiles: list(struct({ ice: number, cost: number, cost_until: number })),
  })),
});

/** `Reply::Progress`. */
export const progressReply = (message) => struct({ run: number, permille: number })({ bytes: message, at: 1 });

/** `Reply::Run`, up to its summary. */
export const runReply = (message) => run({ bytes: message, at: 1 });

/** `Reply::Day`. */
export const dayReply = (message) => day({ bytes: message, at: 1 });
