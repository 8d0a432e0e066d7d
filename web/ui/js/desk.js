// Where the modules of the page meet: each tells the others under a topic, and hears what was said
// last. Each module has a copy of this script, so what they share stands on the global object. It
// knows nothing of what is said.

const desk = (globalThis.icewallDesk ??= { ears: new Map(), last: new Map() });

/** Tells everybody who hears a topic: bytes, and a value that is no bytes (a file), or nothing. */
export function tell(topic, bytes, beside) {
  desk.last.set(topic, [bytes, beside]);
  desk.ears.get(topic)?.forEach((ear) => ear(bytes, beside));
}

/** Hears a topic from now on, at once where something was said already. */
export function hear(topic, ear) {
  if (!desk.ears.has(topic)) desk.ears.set(topic, new Set());
  desk.ears.get(topic).add(ear);
  const last = desk.last.get(topic);
  if (last) ear(...last);
}

let loading = null;

/** Loads and starts the rooms below a folder, with their styles; once, unless that failed. */
export function openRooms(folder) {
  loading ??= (async () => {
    const base = new URL(folder, document.baseURI);
    const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: new URL('rooms.css', base) });
    const styled = new Promise((resolve, reject) => {
      style.onload = resolve;
      style.onerror = () => reject(new Error('Its styles could not be loaded.'));
    });
    document.head.append(style);
    const [rooms] = await Promise.all([import(new URL('icewall_rooms.js', base)), styled]);
    await rooms.default();
    // In a task of its own: the page hears its visitor before. In the background timers are slow, and there is no visitor.
    if (!document.hidden) await new Promise((resolve) => { setTimeout(resolve); });
    rooms.start();
  })();
  loading.catch(() => { loading = null; });
  return loading;
}
