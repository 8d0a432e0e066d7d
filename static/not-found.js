// The host has no file at this address. Where it is one of the API's, the answer is computed here:
// by the service worker, after one reload, or by this page where there is none.
'use strict';

(() => {
  const meta = (name) => document.querySelector(`meta[name="icewall-${name}"]`).content;
  const base = meta('base');
  const path = location.pathname.slice(base.length);
  const query = location.search.slice(1);

  /** Notes that this address was loaded again; false where that was done already, or cannot be noted. */
  function once() {
    try {
      const key = `icewall-again ${location.href}`;
      if (sessionStorage.getItem(key)) return false;
      sessionStorage.setItem(key, '1');
      return true;
    } catch {
      return false;
    }
  }

  /** Whether a service worker will answer this address when it is loaded again. */
  async function hasServiceWorker() {
    try {
      const registration = await navigator.serviceWorker.register(`${base}sw.js`, { scope: base, updateViaCache: 'none' });
      const worker = registration.installing ?? registration.waiting ?? registration.active;
      // It fetches the whole app first; whoever has a slow line gets the answer from the page sooner.
      const active = new Promise((resolve) => {
        const look = () => worker.state === 'activated' && resolve(true);
        worker.addEventListener('statechange', look);
        look();
      });
      return await Promise.race([active, new Promise((resolve) => { setTimeout(resolve, 2000, false); })]);
    } catch {
      return false;
    }
  }

  async function load() {
    const module = await import(`${meta('engine')}api/icewall_api.js`);
    await module.default();
    return new module.Api();
  }

  /** Computes the answer in this page and prints it. */
  async function print() {
    const request = {
      method: 'GET', path, query, accept: 'text/html', contentType: undefined, body: new Uint8Array(),
      page: true, app: base, style: '', script: '',
    };
    const response = await self.icewallApi.create(load, self.icewallStore).respond(request);
    const text = await response.text();
    if (!/^text\/html/.test(response.headers.get('Content-Type'))) {
      const pre = document.createElement('pre');
      pre.textContent = text;
      return document.querySelector('main').replaceChildren(pre);
    }
    const page = new DOMParser().parseFromString(text, 'text/html');
    document.title = page.title;
    document.body.replaceWith(document.adoptNode(page.body));
  }

  async function start() {
    if (!self.icewallApi.owns(path)) {
      document.getElementById('said').textContent = 'Nothing stands at this address.';
      return;
    }
    try {
      if (await hasServiceWorker() && once()) location.reload();
      else await print();
    } catch (error) {
      document.getElementById('said').textContent = `The answer could not be computed: ${error.message ?? error}`;
    }
  }

  start();
})();
