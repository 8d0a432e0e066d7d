// What saved walls need of the browser beside its database: texts packed and unpacked, a word to all
// tabs, and the wish that what is saved stays. It knows nothing of a wall.

/** A text (or a file of it), as gzip where the browser can; else as it is. */
export async function pack(text) {
  const blob = text instanceof Blob ? text : new Blob([text]);
  const stream = typeof CompressionStream === 'function' ? blob.stream().pipeThrough(new CompressionStream('gzip')) : blob.stream();
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What `pack` was given, as a file. No text begins like gzip: its second byte continues a character. */
export async function unpack(bytes) {
  const blob = new Blob([bytes]);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return blob;
  return new Response(blob.stream().pipeThrough(new DecompressionStream('gzip'))).blob();
}

const ears = new Set();
let channel;

function open(name) {
  if (channel !== undefined) return channel;
  try {
    channel = new BroadcastChannel(name);
    channel.onmessage = heard;
  } catch {
    channel = null;
  }
  return channel;
}

const heard = () => ears.forEach((ear) => ear());

/** Tells every tab, this one too, that something changed. */
export function tell(name) {
  open(name)?.postMessage('changed');
  heard();
}

/** Hears it from now on; gives what ends that. */
export function hear(name, ear) {
  ears.add(ear);
  open(name);
  return () => ears.delete(ear);
}

/** Asks that what is saved is not cleared away when room gets scarce; whether that is promised. */
export async function persist() {
  try {
    return await navigator.storage.persist();
  } catch {
    return false;
  }
}

/** Whether it is promised already. */
export async function persisted() {
  try {
    return await navigator.storage.persisted();
  } catch {
    return false;
  }
}

/** A value as JSON; what JSON cannot say, in the words that it has for itself. */
export function print(value) {
  try {
    return JSON.stringify(value, null, 1) ?? String(value);
  } catch {
    return JSON.stringify(String(value));
  }
}

export const parse = (text) => JSON.parse(text);
export const now = () => Date.now();
