// The first visit: from the shell that stands before any wasm to the first result, with both
// builds of the engine, and what is said where the page cannot start. Not for changes of the wall.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Site, figures, hooks, inState, read, settled } from './lib.mjs';
import { EXAMPLE } from './walls.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

async function showsTheExample(page) {
  assert.equal(await page.inputValue('#wall-text'), EXAMPLE);
  const { finish, cost, note, terms } = await figures(page);
  assert.equal(finish, 'Finished on day 13');
  assert.equal(cost, 32_233_500);
  assert.equal(note, '16,965 yd³ of ice · peak 1,755 yd³ on days 1–2 · 74.4% busy');
  assert.equal(await read(page, '.answer-cost'), '32,233,500 Gold Dragons');
  assert.equal(await read(page, '.wall-size'), '3 profiles, 9 sections');
  assert.deepEqual(Object.values(terms).slice(0, 9), [
    'day 13', '16,965 yd³', '32,233,500 GD', '1,755 yd³ on days 1–2', '74.4%', '30 crew-days', '13 days', '9 crews',
    '9 of 9 sections',
  ]);
}

test('an isolated page computes the example at once, with threads', () =>
  site.visit({}, async (page) => {
    await showsTheExample(page);
    // A width of the charts that is known only now would have come to rest, and asked for another run.
    await page.waitForTimeout(500);
    const { engine, threads, run, ms } = await hooks(page);
    const processors = await page.evaluate(() => navigator.hardwareConcurrency);
    assert.deepEqual({ engine, threads }, { engine: 'threads', threads: Math.min(processors, 8) });
    assert.equal(await read(page, '.badge'), threads === 1 ? '1 thread' : `${threads} threads`);
    assert.equal(run, 1, 'one run is enough for the first result');
    assert.ok(ms > 0 && ms < 1000, `${ms} ms`);
  }));

test('a plain page computes it with one thread, and says why', () =>
  site.visit({ plain: true }, async (page) => {
    await showsTheExample(page);
    const { engine, threads } = await hooks(page);
    assert.deepEqual({ engine, threads }, { engine: 'single', threads: 1 });
    await page.click('.badge');
    assert.match(await read(page, '#engine-details'), /by one thread\..*without the headers that threads need/);
  }));

test('?engine=single forces one thread on an isolated page', () =>
  site.visit({ query: '?engine=single' }, async (page) => {
    await showsTheExample(page);
    const { engine, threads } = await hooks(page);
    assert.deepEqual({ engine, threads }, { engine: 'single', threads: 1 });
  }));

for (const threads of [1, 3]) {
  test(`?threads=${threads} sets the pool's size`, () =>
    site.visit({ query: `?threads=${threads}` }, async (page) => {
      await showsTheExample(page);
      const found = await hooks(page);
      assert.deepEqual([found.engine, found.threads], ['threads', threads]);
    }));
}

test('?log=debug tells what runs where; without it the console is quiet', async () => {
  const told = async (query) => {
    const lines = [];
    const listen = (page) => page.on('console', (message) => lines.push(message.text()));
    await site.visit({ query, before: listen, context: { serviceWorkers: 'allow' } }, async () => {});
    return lines.join('\n');
  };
  assert.equal(await told(''), '');
  const debug = await told('?log=debug&threads=2');
  for (const words of [/pool worker 1 of 2/, /pool worker 2 of 2/, /run 1 is done/, /page: run 1 sent/]) {
    assert.match(debug, words);
  }
});

test('the shell is painted before any wasm is there', async () => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  const hold = (page) => page.route(/\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  await site.visit({ before: hold, wait: false }, async (page) => {
    await page.waitForSelector('text=Loading…');
    assert.ok(await page.isVisible('h1 >> text=Icewall'));
    assert.ok(await page.isVisible('nav >> text=Plan'));
    assert.equal((await hooks(page)).state, 'loading');
    const painted = await page.evaluate(() => new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
        .observe({ type: 'largest-contentful-paint', buffered: true });
    }));
    const fetched = await page.evaluate(() =>
      performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('.wasm') && entry.responseEnd > 0));
    assert.ok(painted > 0 && fetched.length === 0, `painted at ${painted} ms`);
    assert.ok(await page.isHidden('#failure'));
    release();
    await settled(page, 0);
    await showsTheExample(page);
    assert.ok(await page.isHidden('text=Loading…'));
  });
});

test('where the page cannot start it says so, and what to do', async () => {
  const refuse = (page) => page.route(/icewall-app.*\.wasm$/, (route) => route.abort());
  await site.visit({ before: refuse, wait: false, forgive: [/ERR_FAILED/, /fetch/] }, async (page) => {
    await inState(page, 'failed');
    assert.ok(await page.isVisible('text=This page could not start'));
    assert.ok(await page.isHidden('text=Loading…'));
    assert.match(await read(page, '#failure'), /needs a browser with WebAssembly.*load the page again/);
    assert.notEqual(await read(page, '#failure-why'), '');
    await page.unroute(/icewall-app.*\.wasm$/);
    await page.click('#failure a');
    await settled(page, 0);
    await showsTheExample(page);
  });
});

test('without JavaScript the page says what it needs', () =>
  site.visit({ wait: false, context: { javaScriptEnabled: false } }, async (page) => {
    await page.waitForSelector('noscript p');
    assert.match(await read(page, 'noscript'), /needs JavaScript\. Allow it for this page/);
    assert.ok(await page.isHidden('#loading'), 'nothing is being loaded');
  }));
