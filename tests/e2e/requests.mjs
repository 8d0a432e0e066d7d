// Requests to the engine as bytes: the format of postcard (https://postcard.jamesmunns.com/wire-format)
// for the types of web/protocol/src/request.rs. Numbers are varints, an enum is its variant's number.

/** A whole number, seven bits a byte, the lowest first. */
function varint(number) {
  const bytes = [];
  let left = BigInt(number);
  for (; left > 127n; left >>= 7n) bytes.push(Number(left & 127n) | 128);
  return [...bytes, Number(left)];
}

/** `Request::Run` with no settings, and the view that suits the wall. */
export const runRequest = (run, columns) => [0, ...varint(run), ...varint(0), ...varint(columns), 0];

/** `Request::Day`. */
export const dayRequest = (ask, day, profiles) => [1, ...[ask, day, profiles].flatMap(varint)];
