// The engine's worker, in the page or, where only a hidden frame is isolated, in that frame; and
// the service worker that brings both. It decides nothing about the engine.

/**
 * What the modules of the page share: each has a copy of this script. `frame` is the hidden frame in
 * which threads are allowed; null while there is none.
 */
const shared = (globalThis.icewallShared ??= { frame: null });

/** Starts a module worker. */
export function openWorker(url) {
  const { frame } = shared;
  if (frame) return new FramedWorker(frame, url);
  // A sandboxed frame without an origin may start no worker.
  return self.origin === 'null' ? new PageWorker(url) : new PooledWorker(url);
}

/**
 * A worker, and those of its pool, which it asks for: `new Worker` in a worker of Firefox 153 now and then never
 * returns, on a busy machine in one of 30 visits.
 */
class PooledWorker extends Worker {
  pool = [];

  constructor(url) {
    super(url, { type: 'module' });
    this.addEventListener('message', (event) => {
      const { start, init } = event.data;
      if (!start) return;
      event.stopImmediatePropagation();
      const worker = new Worker(start, { type: 'module' });
      const [port] = event.ports;
      worker.onmessage = () => port.postMessage({});
      worker.onerror = ({ message }) => port.postMessage({ failed: message || 'its script was not loaded' });
      worker.postMessage(init);
      this.pool.push(worker);
    });
  }

  terminate() {
    super.terminate();
    for (const worker of this.pool) worker.terminate();
  }
}

/** The single engine in the page itself, as the page sees a worker. While it computes, the page waits. */
class PageWorker extends EventTarget {
  constructor(url) {
    super();
    const place = new URL(url, document.baseURI);
    const name = place.searchParams.get('of') ?? 'engine';
    const folder = name === 'engine' ? 'single' : `${name}-single`;
    this.started = import(new URL(`${folder}/icewall_${name}.js`, place)).then(async (engine) => {
      await engine.default();
      const worker = new engine.Worker((message, columns) => this.tell({ message, columns }), place.searchParams.get('log') ?? 'warn');
      worker.ready(1, 'This frame may start no workers, so the page computes by itself.');
      return worker;
    });
    this.started.catch((error) => this.fail(error));
  }

  tell(data) {
    if (!this.ended) this.dispatchEvent(new MessageEvent('message', { data }));
  }

  fail(error) {
    this.tell({ failed: String(error?.message ?? error) });
  }

  async postMessage({ message, text }) {
    try {
      const worker = await this.started;
      if (!this.ended) worker.request(message, text);
    } catch (error) {
      this.fail(error);
    }
  }

  terminate() {
    this.ended = true;
  }
}

/** A worker in a frame, as the page sees a worker. */
class FramedWorker extends EventTarget {
  constructor(frame, url) {
    super();
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    port1.onmessage = ({ data }) => this.dispatchEvent(new MessageEvent('message', { data }));
    frame.contentWindow.postMessage({ url: new URL(url, document.baseURI).href, by: import.meta.url }, location.origin, [port2]);
  }

  postMessage(message, transferred) {
    this.port.postMessage(message, transferred);
  }

  terminate() {
    this.port.postMessage('end');
    this.port.close();
  }
}

const within = (ms, promise) => Promise.race([promise, new Promise((resolve) => { setTimeout(resolve, ms); })]);

/**
 * Registers the service worker, and waits until it serves this page.
 * @param {(word: string) => void} tell hears `ready` when a new version waits, `changed` when one took over
 * @returns {Promise<boolean>} true once it serves this page, false where there is none
 */
export async function startServiceWorker(tell) {
  try {
    const workers = navigator.serviceWorker;
    const before = workers.controller;
    const registration = await workers.register('sw.js', { updateViaCache: 'none' });
    const waits = () => workers.controller && registration.waiting && tell('ready');
    waits();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', waits);
    });
    workers.addEventListener('controllerchange', () => {
      if (asked) location.reload();
      else if (before) tell('changed');
    });
    await workers.ready;
    // On a busy machine it may take its time. A page that was loaded past it (a hard reload) never gets it: nobody waits
    // for this promise but for what it brings.
    const served = new Promise((resolve) => { workers.addEventListener('controllerchange', resolve); });
    if (!workers.controller) await served;
    return true;
  } catch (error) {
    // No service workers here, or none allowed: the app does without.
    console.debug('No service worker:', error);
    return false;
  }
}

/** Whether this page asked the version that waits to take over. */
let asked = false;

/** Lets the version that waits take over, and loads the page again when it has. */
export async function takeOver() {
  asked = true;
  const registration = await navigator.serviceWorker.getRegistration();
  registration?.waiting?.postMessage('take over');
}

/** Looks for threads without loading the page again: in a hidden frame. Whether they are there. */
export async function isolate() {
  // Isolated already, and still no threads: this browser has none.
  if (crossOriginIsolated) return false;
  const tried = document.createElement('iframe');
  tried.hidden = true;
  tried.title = 'The engine';
  tried.src = 'isolated.html';
  const told = new Promise((resolve) => {
    addEventListener('message', ({ data, source }) => source === tried.contentWindow && resolve(data.threads));
  });
  document.body.append(tried);
  if (await within(5000, told)) shared.frame = tried;
  else tried.remove();
  return shared.frame !== null;
}

const RELOADED = 'icewall-reloaded';

/** Whether loading the page again could isolate it: not where that was tried already. */
export function canReload() {
  try {
    return !crossOriginIsolated && sessionStorage.getItem(RELOADED) === null;
  } catch {
    return false;
  }
}

/** Loads the page again, once. */
export function reloadIsolated() {
  try {
    sessionStorage.setItem(RELOADED, '1');
    location.reload();
  } catch {
    // Nothing can be noted, so it might never end: the next visit will do.
  }
}
