// The worker of the engine, or of a workshop: decides which build of it runs here, starts it, and
// hands messages on. It knows nothing of the wall.
//
// Query: `of` (`workshop`, where it is one), `threads` (the pool's size), `engine=single` (no threads; with `after=stop` because those
// before stopped), `log` (a level).

const query = new URLSearchParams(self.location.search);
const level = query.get('log') ?? 'warn';
/** Where the builds of the crate stand. */
const workshop = query.get('of') === 'workshop';
const builds = workshop ? './workshop-' : './';
const glue = workshop ? 'icewall_workshop.js' : 'icewall_engine.js';

// A module that uses an atomic instruction on a shared memory: valid only where threads work.
const ATOMICS = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 4, 1, 3, 1, 1, 10, 11, 1, 9, 0, 65, 0,
  254, 16, 2, 0, 26, 11,
]);

/** Why there can be no threads here, in a sentence for the visitor; null where there can. */
function noThreads() {
  if (query.get('after') === 'stop') return 'The engine with threads stopped here before.';
  if (query.get('engine') === 'single') return 'The address asks for one thread.';
  if (!self.crossOriginIsolated) return 'This page is served without the headers that threads need.';
  if (typeof SharedArrayBuffer === 'undefined' || !WebAssembly.validate(ATOMICS)) {
    return 'This browser has no threads for WebAssembly.';
  }
  try {
    // WebKit may say that it is isolated and still refuse to share a memory.
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
    new MessageChannel().port1.postMessage(memory);
  } catch {
    return 'This browser does not share memory with workers.';
  }
  return null;
}

/** As many threads as asked for, else one for each processor, at most eight. */
function poolSize() {
  const asked = Number.parseInt(query.get('threads') ?? '', 10);
  return Math.min(Math.max(asked > 0 ? asked : (navigator.hardwareConcurrency ?? 1), 1), 8);
}

function post(message, columns) {
  self.postMessage({ message, columns }, columns ? columns.map((column) => column.buffer) : []);
}

function fail(error) {
  // A trap speaks of instructions ("unreachable"), which tells a visitor nothing.
  const trap = error instanceof WebAssembly.RuntimeError;
  if (trap) console.error(error);
  self.postMessage({ failed: trap ? 'It met a fault of its own, or ran out of memory.' : String(error?.message ?? error) });
}

/** How long the pool may take to start, in milliseconds. */
const POOL_MS = 4000;

const within = (ms, promise) => Promise.race([promise, new Promise((_, reject) => {
  setTimeout(() => reject(new Error(`it took more than ${ms} ms`)), ms);
})]);

/** A worker of the pool: the page starts it (`js/worker.js`), and it answers when it is there. */
self.startOfPool = (start, init) => new Promise((resolve, reject) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    if (data.failed) reject(new Error(`a worker of the pool did not start: ${data.failed}`));
    resolve();
  };
  self.postMessage({ start, init }, [port2]);
});

async function startThreads() {
  const engine = await import(`${builds}threads/${glue}`);
  await engine.default();
  const threads = poolSize();
  // WebKit fetches the pool's scripts from the host, past the service worker, and says nothing where
  // the host is gone.
  await within(POOL_MS, engine.initThreadPool(threads));
  const worker = new engine.Worker(post, level);
  worker.ready(threads, undefined);
  return worker;
}

async function startSingle(why) {
  const engine = await import(`${builds}single/${glue}`);
  await engine.default();
  const worker = new engine.Worker(post, level);
  worker.ready(1, why);
  return worker;
}

async function start() {
  const why = noThreads();
  if (why) return startSingle(why);
  try {
    return await startThreads();
  } catch (error) {
    console.warn('The engine with threads did not start:', error);
    return startSingle('The engine with threads did not start here.');
  }
}

const started = start();
started.catch(fail);

// Requests wait for the engine; one that fails (a crash leaves its memory in an unknown state)
// is the last.
let broken = false;
self.onmessage = async ({ data }) => {
  try {
    const worker = await started;
    if (!broken) worker.request(data.message, data.text);
  } catch (error) {
    broken = true;
    fail(error);
  }
};
