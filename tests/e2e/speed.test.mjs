// What threads gain, measured in the page: a row for each number of threads, the same result with each, its charts
// by keyboard, a cancel that ends it, and one thread with the reason where there are no more.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Site, cancelled, read, rows } from './lib.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

const TABLE = '[aria-label="Time by number of threads"]';
/** The sums that the native benchmark finds: tests/suite/bench/planner.rs. */
const FOUND = { 'Crew counts': '88,177,635', Risk: '1,333' };

/** Goes to the room and measures. */
async function measure(page, trial) {
  await page.evaluate(() => { location.hash = '#/speed'; });
  await page.check(`.speed-choice:has-text("${trial}") input`);
  await page.click('text=Measure');
}

/** Waits for the end; a slow, busy machine may take long. */
const done = (page, words) =>
  page.waitForSelector(`.speed-do [role=status]:has-text("${words}")`, { timeout: 120_000 });

for (const trial of Object.keys(FOUND)) {
  test(`${trial} with 1 and 2 threads: times, speed-up, the same result`, (t) =>
    site.visit({ query: '?threads=2' }, async (page) => {
      await measure(page, trial);
      await done(page, 'Done.');
      const table = await rows(page, TABLE);
      t.diagnostic(table.map((row) => row.join(' | ')).join('; '));
      assert.deepEqual(table.map(([threads]) => threads), ['1', '2']);
      for (const [, median, , each, , , found] of table) {
        assert.equal(found, FOUND[trial], 'what is found');
        assert.ok(Number(median.replaceAll(',', '')) > 0 && Number(each) > 0);
      }
      assert.deepEqual([table[0][4], table[0][5]], ['1.0', '100.0%']);
      const speedUp = Number(table[1][4]);
      assert.match(await read(page, '.speed > .plan-answer >> nth=1'), new RegExp(`2 threads are ${speedUp.toFixed(1)} times as fast, and find the same\\.`));
      await page.focus('#speed-up .plot-slider');
      await page.keyboard.press('Home');
      await page.waitForSelector('#speed-up .plot-told:has-text("1 thread: 1.0, ideal 1.0")');
      await page.keyboard.press('End');
      await page.waitForSelector('#speed-up .plot-told:has-text("ideal 2.0")');
    }));
}

for (const [what, options, why] of [
  ['no headers', { plain: true }, /served without the headers that threads need/],
  ['one thread asked for', { query: '?engine=single' }, /The address asks for one thread/],
]) {
  test(`without threads one is measured, and why is said: ${what}`, () =>
    site.visit(options, async (page) => {
      await measure(page, 'Risk');
      await done(page, 'Only one thread can be measured here.');
      assert.match(await read(page, '.speed-do [role=status]'), why);
      const table = await rows(page, TABLE);
      assert.deepEqual(table.map((row) => [row[0], row[6]]), [['1', FOUND.Risk]]);
    }));
}

test('a cancel ends it at once, and it can be measured again', () =>
  site.visit({ query: '?threads=2' }, async (page) => {
    await Promise.all([cancelled(page, '.speed-do', { says: 'With 1' }), measure(page, 'Crew counts')]);
    assert.equal(await page.isEnabled('text=Measure'), true);
    await page.check('.speed-choice:has-text("Risk") input');
    await page.click('text=Measure');
    await done(page, 'Done.');
    assert.equal((await rows(page, TABLE)).length, 2);
  }));
