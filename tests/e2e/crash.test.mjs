// An engine that dies: killed in the middle of a run, crashed by what it cannot read, refused by
// the network. The page starts it again, says so, and never loses the visitor's text.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { Site, choose, figures, hooks, inState, lookAt, pool, read, settled, write } from './lib.mjs';
import { EXAMPLE, heights, lines } from './walls.mjs';
import { holdEngines } from './workers.mjs';

let site;
let large;
before(async () => {
  site = await Site.open();
  large = join(site.folder, 'large.txt');
  await writeFile(large, lines(heights(10_000_000, 30, 1), 2000));
});
after(() => site.close());

const engines = (page) => page.evaluate(() => window.engines.length);

/** Starts an engine that is down, and waits for its first result. */
async function startAgain(page) {
  const { run } = await hooks(page);
  await page.click('.answer-status button >> text=Compute again');
  await page.waitForFunction(() => document.documentElement.dataset.state !== 'failed');
  return settled(page, run);
}

/** Waits for a worker that was not there before. */
const another = (page, before) => page.waitForFunction((before) => window.engines.length > before, before);

/** Makes the engine fail by a message that it cannot read, and waits for what the page does. */
async function crash(page) {
  const before = await engines(page);
  await page.evaluate(() => window.engines.at(-1).postMessage({ message: new Uint8Array([99]) }));
  return before;
}

for (const query of ['?threads=2', '?engine=single']) {
  test(`killed in the middle of a run, the engine ${query} starts again and the run is repeated`, () =>
    site.visit({ query, before: holdEngines }, async (page) => {
      await pool(page, 1000);
      const { run } = await hooks(page);
      await page.evaluate(() => {
        // The text goes to the worker: a moment later it is at work on it.
        const worker = window.engines.at(-1);
        const post = worker.postMessage.bind(worker);
        worker.postMessage = (message, transferred) => {
          post(message, transferred);
          setTimeout(() => worker.terminate(), 30);
        };
      });
      await choose(page, large);
      await another(page, 1);
      const { run: repeated, engine } = await settled(page, run);
      assert.equal(repeated, run + 1, 'the killed run gave no result');
      assert.equal(engine, query.includes('single') ? 'single' : 'threads');
      assert.equal(await read(page, '.wall-size'), '5,000 profiles, 10,000,000 sections');
      const feet = heights(10_000_000, 30, 1).reduce((sum, height) => sum + 30 - height, 0);
      assert.equal((await figures(page)).cost, feet * 195 * 1900);
      assert.match(await read(page, '.mishap'), /gave no sign of life for 5 seconds\. It was started again, and your wall computed once more/);
      await page.click('.mishap button');
      assert.equal(await read(page, '.mishap'), '');
      const last = (await figures(page)).finish.match(/[\d,]+$/)[0];
      assert.ok((await lookAt(page, Number(last.replaceAll(',', '')))).until > 0, 'the new engine answers questions');
    }));
}

test('an engine that crashes starts again, with its result and its questions', () =>
  site.visit({ before: holdEngines }, async (page) => {
    await write(page, `${EXAMPLE}\n29`);
    const { run } = await hooks(page);
    const before = await crash(page);
    await another(page, before);
    const { engine } = await settled(page, run);
    assert.equal(engine, 'threads');
    assert.equal(await page.inputValue('#wall-text'), `${EXAMPLE}\n29`);
    assert.equal((await figures(page)).cost, 88 * 195 * 1900);
    assert.match(await read(page, '.mishap'), /^The engine stopped: .+\. It was started again/);
    assert.deepEqual((await lookAt(page, 13)).until, 88 * 195 * 1900);
    await write(page, EXAMPLE);
    assert.equal((await figures(page)).cost, 32_233_500);
  }));

test('a second crash costs the threads, a third ends it', () =>
  site.visit({ before: holdEngines }, async (page) => {
    for (const engine of ['threads', 'single']) {
      const { run } = await hooks(page);
      await another(page, await crash(page));
      assert.equal((await settled(page, run)).engine, engine);
    }
    await crash(page);
    await inState(page, 'failed');
    assert.equal((await hooks(page)).engine, 'none');
  }));

test('an engine that is down says so; the text stays, and “compute again” starts it', () =>
  site.visit({ query: '?engine=single', before: holdEngines }, async (page) => {
    await write(page, '21 25\n17');
    const { run } = await hooks(page);
    await another(page, await crash(page));
    await settled(page, run);
    await crash(page);
    await inState(page, 'failed');
    const { engine, threads } = await hooks(page);
    assert.deepEqual([engine, threads], ['none', 0]);
    assert.equal(await read(page, '.badge'), 'stopped');
    assert.match(await read(page, '.answer-status'), /From before the engine stopped.*The engine stopped: .+Compute again/);
    assert.equal(await page.inputValue('#wall-text'), '21 25\n17');
    await page.click('.badge');
    assert.match(await read(page, '#engine-details'), /It was not started again/);
    await page.keyboard.press('Escape');

    // What is typed meanwhile is kept, and computed when the engine is there again.
    await page.fill('#wall-text', '21 25\n18');
    await page.waitForSelector('.answer.stale .stale-mark');
    assert.match(await read(page, '.answer-status'), /From before the engine stopped/);
    assert.equal((await figures(page)).cost, 27 * 195 * 1900, 'the last good result stays');
    assert.equal((await hooks(page)).state, 'failed');
    const again = await startAgain(page);
    assert.deepEqual([again.engine, again.threads], ['single', 1]);
    assert.equal(await page.inputValue('#wall-text'), '21 25\n18');
    assert.equal((await figures(page)).cost, 26 * 195 * 1900);
    assert.equal(await page.locator('.stale').count(), 0);
  }));

test('an error of the worker’s script is a crash like any other', () =>
  site.visit({ before: holdEngines }, async (page) => {
    const { run } = await hooks(page);
    await page.evaluate(() => window.engines.at(-1).dispatchEvent(new ErrorEvent('error', { message: 'out of memory' })));
    await settled(page, run);
    assert.match(await read(page, '.mishap'), /^The engine stopped: out of memory\. It was started again/);
  }));

test('where the engine with threads cannot be loaded, the single one takes its place', () =>
  site.visit({
    before: (page) => page.context().route(/threads\/.*\.wasm$/, (route) => route.abort()),
    forgive: [/ERR_FAILED/],
  }, async (page) => {
    const { engine, threads } = await hooks(page);
    assert.deepEqual([engine, threads], ['single', 1]);
    await page.click('.badge');
    assert.match(await read(page, '#engine-details'), /The engine with threads did not start here\./);
    assert.equal((await figures(page)).finish, 'Finished on day 13');
  }));

test('where no engine can be loaded the page says so, keeps the text, and starts it when asked', () => {
  const engine = /icewall_engine_bg\.wasm$/;
  return site.visit({
    before: (page) => page.context().route(engine, (route) => route.abort()),
    forgive: [/ERR_FAILED/],
    wait: false,
  }, async (page) => {
    await inState(page, 'failed');
    assert.equal(await read(page, '.answer-line'), 'The engine is down');
    assert.match(await read(page, '.answer-note'), /^The engine stopped: .+/);
    assert.equal(await page.inputValue('#wall-text'), EXAMPLE);
    await page.context().unroute(engine);
    await startAgain(page);
    assert.equal((await figures(page)).finish, 'Finished on day 13');
  });
});

test('a page that dies leaves the visitor’s text to be copied or saved', () =>
  site.visit({ forgive: [/unreachable/] }, async (page) => {
    await write(page, '21 25\n17');
    await page.evaluate(() => {
      // What the browser tells when the page's WebAssembly ends by a trap.
      const error = new WebAssembly.RuntimeError('unreachable');
      window.dispatchEvent(new ErrorEvent('error', { error, message: error.message }));
    });
    await page.waitForSelector('#rescue >> text=The page has stopped');
    assert.equal((await hooks(page)).state, 'failed');
    assert.equal(await page.inputValue('#rescue-text'), '21 25\n17');
    assert.ok(await page.$eval('#app', (app) => app.inert));
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#rescue-save')]);
    assert.equal(download.suggestedFilename(), 'wall.txt');
  }));
