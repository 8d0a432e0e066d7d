// What a visitor of a host without headers meets, in three browsers, from the first visit until
// there is no network: one thread at once, the service worker, threads where the browser has
// them, the REST API, and all of it offline. And a deep link into the API on a browser that never
// saw the app. Not for the API's answers one by one, nor for what only Chromium is tested for.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isWanted, launch } from './browsers.mjs';
import { plainText, whole } from './lib.mjs';
import { startServer } from './server.mjs';
import { EXAMPLE, build } from './walls.mjs';

const PROFILES = EXAMPLE.split('\n').map((line) => line.split(' ').map(Number));
const CREWS = 4;
/** The example as the page first shows it, and with the crews that the API sets. */
const FIRST = shownOf(build(PROFILES, null));
const CHANGED = shownOf(build(PROFILES, CREWS));
const ICE = build(PROFILES, null).iceOf(1, 1);

/** When threads compute: on the first visit, without a reload; on the next one; or never. */
const BROWSERS = [
  { name: 'Chromium', family: 'chromium', threads: 'first' },
  { name: 'Firefox', family: 'firefox', threads: 'next' },
  // Its pool's workers are started by a worker, and those it loads past the service worker: there
  // is nothing to load them from when the host is gone.
  { name: 'WebKitGTK with shared memory', family: 'webkit', sharedMemory: true, threads: 'next', offline: 'single' },
  { name: 'WebKitGTK without shared memory', family: 'webkit', threads: 'never' },
].filter(({ family }) => isWanted(family));

function shownOf({ days, cost }) {
  return { finish: `Finished on day ${days}`, cost };
}

/** A host that sends no headers of ours, and a new visitor; both are gone afterwards. */
async function visit(browser, asked, body) {
  const { ICEWALL_SITE: dir } = process.env;
  const host = await startServer({ ...(dir && { dir }), isolated: false, asked });
  let open = true;
  const stop = async () => {
    if (open) await host.close();
    open = false;
  };
  try {
    const visitor = await launch(browser);
    try {
      await body(visitor, host.url, stop);
    } finally {
      await visitor.close();
    }
  } finally {
    await stop();
  }
}

/** Something that is held back until it is released. */
function gate() {
  let release;
  const opened = new Promise((resolve) => { release = resolve; });
  return { opened, release };
}

/** Waits for a result, then tells what the page shows and what computed it. */
async function look(visitor) {
  await visitor.waitFor('a result', () => {
    const { state, run } = document.documentElement.dataset;
    return state === 'idle' && Number(run) > 0;
  });
  const { cost, badge, ...seen } = await visitor.evaluate(() => {
    const { engine, threads } = document.documentElement.dataset;
    const text = (selector) => document.querySelector(selector).textContent;
    return {
      engine, threads: Number(threads), finish: text('.answer-finish'), cost: text('.answer-cost'),
      badge: text('.badge'), details: text('#engine-details'), loaded: performance.timeOrigin,
    };
  });
  return { ...seen, badge: plainText(badge), cost: whole(cost) };
}

function shows({ finish, cost }, wanted, what) {
  assert.deepEqual({ finish, cost }, wanted, what);
}

function hasOneThread({ engine, threads, badge, details }, why, what) {
  assert.deepEqual({ engine, threads, badge }, { engine: 'single', threads: 1, badge: '1 thread' }, what);
  assert.match(details, why, what);
}

function hasThreads({ engine, threads, badge }, what) {
  assert.equal(engine, 'threads', what);
  assert.ok(threads >= 1 && badge.startsWith(`${threads} thread`), `${what}: ${badge}`);
}

const HEADERS = /without the headers that threads need/;

/** The service worker is held back: the first result owes it nothing. */
async function firstResult(visitor, url, releaseServiceWorker) {
  await visitor.open(url);
  const first = await look(visitor);
  shows(first, FIRST, 'the first result');
  hasOneThread(first, HEADERS, 'the first result');
  assert.equal(await visitor.evaluate(() => navigator.serviceWorker.controller), null);
  releaseServiceWorker();
  await visitor.waitFor('the service worker to serve', () => navigator.serviceWorker.controller !== null);
  return first;
}

/** Threads without a reload, or the reason and an offer; never a reload of the page's own accord. */
async function sameVisit(visitor, threads, first) {
  if (threads === 'first') {
    await visitor.waitFor('threads', () => document.documentElement.dataset.engine === 'threads');
  } else {
    await visitor.waitFor('an offer', () => document.querySelector('#engine-details').textContent.includes('Use all cores'));
  }
  const seen = await look(visitor);
  shows(seen, FIRST, 'the first visit');
  if (threads === 'first') hasThreads(seen, 'the first visit');
  else hasOneThread(seen, HEADERS, 'the first visit');
  assert.equal(seen.loaded, first.loaded, 'the page was not loaded again');
}

async function nextVisit(visitor, url, threads) {
  await visitor.open(url);
  const seen = await look(visitor);
  shows(seen, FIRST, 'the second visit');
  assert.ok(await visitor.evaluate(() => crossOriginIsolated), 'the service worker isolates the page');
  if (threads === 'never') hasOneThread(seen, /This browser has no threads for WebAssembly/, 'the second visit');
  else hasThreads(seen, 'the second visit');
}

/** What the API answers to a program. */
async function answers(visitor) {
  const heard = await visitor.evaluate(() => Promise.all(['profiles/1/days/1/', 'profiles/overview/'].map(async (path) => {
    const response = await fetch(path);
    return [response.status, await response.json()];
  })));
  assert.deepEqual(heard, [[200, { day: 1, ice_amount: 585 }], [200, { day: null, cost: 32_233_500 }]]);
}

/** What is set by the API shows in the page that is open. */
async function setCrews(visitor) {
  const answer = await visitor.evaluate(async (crews) => {
    const response = await fetch('profiles/config/', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ num_teams: crews }),
    });
    return [response.status, await response.json()];
  }, CREWS);
  assert.deepEqual(answer, [200, { status: 'success' }]);
  await visitor.waitFor('the crews to show', (crews, finish) =>
    document.querySelector('#field-num_teams')?.value === String(crews)
      && document.querySelector('.answer-finish').textContent === finish, CREWS, CHANGED.finish);
  shows(await look(visitor), CHANGED, 'after a POST');
}

/** The app, the API and its pages when the host is gone. */
async function withoutHost(visitor, url, engine) {
  await visitor.open(url);
  const seen = await look(visitor);
  shows(seen, CHANGED, 'without the host');
  if (engine === 'threads') hasThreads(seen, 'without the host');
  await answers(visitor);
  await visitor.open(`${url}profiles/1/days/1/`);
  await visitor.waitFor('an answer without the host', isAnswered, ICE);
}

/** In the page: whether it is the answer of `profiles/1/days/1/`. */
function isAnswered(ice) {
  return new RegExp(`"ice_amount": ${ice}\\b`).test(document.body.textContent);
}

for (const browser of BROWSERS) {
  test(`${browser.name}: first visit, second visit, API, offline`, () => {
    const { threads, offline = threads === 'never' ? 'single' : 'threads' } = browser;
    const serviceWorker = gate();
    const asked = (path) => path.endsWith('/sw.js') && serviceWorker.opened;
    return visit(browser, asked, async (visitor, url, stop) => {
      const first = await firstResult(visitor, url, serviceWorker.release);
      await sameVisit(visitor, threads, first);
      await nextVisit(visitor, url, threads);
      await answers(visitor);
      await setCrews(visitor);
      await stop();
      await withoutHost(visitor, url, offline);
    });
  });
}

/** The visitor takes the offer: one load more, and whoever has threads has them. */
async function useAllCores(visitor, threads, first) {
  await visitor.evaluate(() => {
    window.isLeft = true;
    const button = [...document.querySelectorAll('#engine-details button')].find((button) => /Use all cores/.test(button.textContent));
    if (!button) throw new Error('nothing is offered');
    // When this is answered: an isolated page gets another process, and a driver may lose what it was asked before.
    setTimeout(() => button.click(), 500);
  });
  await visitor.waitFor('the page to be loaded again', () => !window.isLeft);
  const seen = await look(visitor);
  assert.ok(seen.loaded > first.loaded);
  if (threads === 'never') hasOneThread(seen, /This browser has no threads for WebAssembly/, 'all the same');
  else hasThreads(seen, 'with all cores');
  await answers(visitor);
  assert.equal((await look(visitor)).loaded, seen.loaded, 'once is enough');
}

for (const browser of BROWSERS.filter(({ threads }) => threads !== 'first')) {
  test(`${browser.name}: “Use all cores” loads the page once`, () =>
    visit(browser, undefined, async (visitor, url) => {
      await visitor.open(url);
      const first = await look(visitor);
      await sameVisit(visitor, browser.threads, first);
      await useAllCores(visitor, browser.threads, first);
    }));
}

const DEEP = 'profiles/1/days/1/';

/** Notes how often the host is asked for the deep link. */
function counter() {
  const count = { asked: 0 };
  return { count, asked: (path) => { count.asked += Number(path.endsWith(DEEP)); } };
}

for (const browser of BROWSERS) {
  test(`${browser.name}: a deep link on a cold browser is answered`, () => {
    const { count, asked } = counter();
    return visit(browser, asked, async (visitor, url) => {
      await visitor.open(url + DEEP);
      await visitor.waitFor('the answer', isAnswered, ICE);
      await visitor.waitFor('the service worker to serve', () => navigator.serviceWorker.controller !== null);
      assert.equal(count.asked, 1, 'the host was asked once');
      await visitor.open(url + DEEP);
      await visitor.waitFor('the answer', isAnswered, ICE);
      assert.equal(count.asked, 1, 'the second time the service worker answers');
    });
  });
}

// WebKitGTK has no switch for service workers.
for (const browser of BROWSERS.filter(({ family }) => family !== 'webkit')) {
  test(`${browser.name} without service workers: a deep link is answered by the page`, () => {
    const { count, asked } = counter();
    return visit({ ...browser, serviceWorkers: false }, asked, async (visitor, url) => {
      await visitor.open(url + DEEP);
      await visitor.waitFor('the answer', isAnswered, ICE);
      assert.ok(await visitor.evaluate(() => !navigator.serviceWorker?.controller));
      assert.equal(count.asked, 1, 'nothing was loaded again');
    });
  });
}
