// What saved walls need of the browser beside its database: texts packed and unpacked, a word to other
// tabs, and the wish that what is saved stays. It knows nothing of a wall.

/** A text (or a file of it), as gzip where the browser can; else as it is. */
export async function pack(text) {
  const blob = text instanceof Blob ? text : new Blob([text]);
  const stream = typeof CompressionStream === 'function' ? blob.stream().pipeThrough(new CompressionStream('gzip')) : blob.stream();
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What `pack` was given, as a file. */
export async function unpack(bytes) {
  const blob = new Blob([bytes]);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return blob;
  return new Response(blob.stream().pipeThrough(new DecompressionStream('gzip'))).blob();
}

let channel;

function open(name) {
  try {
    channel ??= new BroadcastChannel(name);
  } catch {
    channel = null;
  }
  return channel;
}

/** Tells other tabs that something changed. */
export function tellTabs(name) {
  open(name)?.postMessage('changed');
}

/** Hears it from other tabs; gives what ends that. */
export function hearTabs(name, changed) {
  const hear = () => changed();
  open(name)?.addEventListener('message', hear);
  return () => channel?.removeEventListener('message', hear);
}

/** Asks that what is saved is not cleared away when room gets scarce. */
export async function persist() {
  try {
    await navigator.storage.persist();
  } catch {
    // A browser that cannot promise it keeps what it can.
  }
}

export const parse = (text) => JSON.parse(text);
export const print = (value) => JSON.stringify(value, null, 1);
export const now = () => Date.now();
