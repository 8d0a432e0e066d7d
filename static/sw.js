// The service worker: answers the REST API, isolates pages so that they may use threads, and
// keeps the app for when there is no network. It keeps nothing in memory that it could not do
// without: a browser stops it at will.
//
// The build puts store.js, api.js and a line `const SITE = {version, engine, files, docs}` before it.
'use strict';

const store = self.icewallStore;
const folder = store.folder;
const PREFIX = `icewall ${folder} `;
const CACHE = PREFIX + SITE.version;

importScripts(`${SITE.engine}classic/icewall_api.js`);

/** Threads need a page that nobody outside can look into. */
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Document-Isolation-Policy': 'isolate-and-require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};
/** Workers have no meta element: their policy must be a header. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; "
  + "style-src 'self'; img-src 'self' data: blob:; font-src 'self'; frame-src 'self'; manifest-src 'self'; "
  + "base-uri 'none'; form-action 'none'";
const ISOLATED = new Set(['document', 'iframe', 'frame', 'worker', 'sharedworker', 'script']);

self.addEventListener('install', (event) => {
  // Past the browser's own cache: it may hold parts of another version.
  const files = SITE.files.map((file) => new Request(folder + file, { cache: 'reload' }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(files)));
});

let docs = null;

/** Keeps the documentation as well, file after file, once the app is kept: nobody waits for it. */
function keepDocs() {
  docs ??= (async () => {
    const cache = await caches.open(CACHE);
    // The last one is there when all are.
    if (await cache.match(folder + SITE.docs.at(-1))) return;
    for (const path of SITE.docs) {
      if (!await cache.match(folder + path)) await cache.add(new Request(folder + path, { cache: 'reload' }));
    }
  })();
  return docs.catch(() => { docs = null; });
}

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
  })());
  // Not waited for: Firefox answers it when a worker of the page that is just starting has its scripts, and those
  // wait for the end of the activation.
  self.clients.claim();
});

// A page asks for it when its visitor does.
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') self.skipWaiting();
});

let engine = null;

/** The engine, from the cache. */
function loadEngine() {
  engine ??= (async () => {
    const wasm = await file(`${SITE.engine}${SITE.wasm}`);
    await wasm_bindgen({ module_or_path: wasm });
    return new wasm_bindgen.Api();
  })();
  engine.catch(() => { engine = null; });
  return engine;
}

/** A file of the app, from the cache where it is there. */
const file = async (path) => (await caches.match(folder + path, { cacheName: CACHE })) ?? fetch(folder + path);

const api = self.icewallApi.create(loadEngine, store);

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin || !url.pathname.startsWith(folder)) return;
  const path = url.pathname.slice(folder.length);
  if (self.icewallApi.owns(path)) event.respondWith(answered(request, path, url.search.slice(1)));
  else if (request.method === 'GET') event.respondWith(served(request, path));
  event.waitUntil(keepDocs());
});

/** The API's answer. */
async function answered(request, path, query) {
  try {
    const response = await api.respond({
      method: request.method,
      path,
      query,
      accept: request.headers.get('Accept') ?? '',
      contentType: request.headers.get('Content-Type') ?? undefined,
      body: new Uint8Array(await request.arrayBuffer()),
      page: request.mode === 'navigate',
      app: folder,
      style: SITE.style,
      script: SITE.script,
    });
    return request.mode === 'navigate' ? isolated(response) : response;
  } catch (error) {
    // A trap leaves the engine's memory in an unknown state.
    engine = null;
    console.error(error);
    const problem = { type: 'about:blank', title: 'Internal Server Error', status: 500, detail: String(error) };
    return new Response(JSON.stringify(problem), { status: 500, headers: { 'Content-Type': 'application/problem+json' } });
  }
}

/** A file of the app: kept ones first, so that one version stays one version. */
async function served(request, path) {
  const kept = await caches.match(folder + path + (path === '' || path.endsWith('/') ? 'index.html' : ''), { cacheName: CACHE });
  const response = kept ?? await fetch(request);
  return ISOLATED.has(request.destination) ? isolated(response, kept !== undefined) : response;
}

/** The response with the headers that isolate; the app's own with its policy, too. */
function isolated(response, own = true) {
  // What is opaque, or has no body by its status, cannot be made again.
  if (response.status === 0 || [204, 205, 304].includes(response.status)) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(ISOLATION)) headers.set(name, value);
  if (own) headers.set('Content-Security-Policy', POLICY);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
