// Results, the work log and the wall as files, from the room in which they are taken along.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { Site, cancelled, pool, write } from './lib.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

/** Goes to the room and saves one of the files; gives its text. */
async function saved(page, what) {
  await page.click('.head-places a:has-text("Export")');
  await page.click(`.export-choice:has-text("${what}")`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('.export-do .primary')]);
  await page.waitForSelector('.export-do [role=status]:has-text("saved.")');
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

const lines = (text) => text.trimEnd().split('\n');

for (const query of ['?threads=2', '?engine=single']) {
  test(`the results of the example as CSV and JSON ${query}`, () =>
    site.visit({ query }, async (page) => {
      const steps = await saved(page, 'Results by steps');
      assert.equal(steps.name, 'results.csv');
      assert.equal(lines(steps.text)[0], 'from_day,to_day,from_date,to_date,profile,ice_per_day,cost_per_day,cost_until');
      assert.equal(lines(steps.text)[1], '1,2,,,,1755,3334500,6669000');
      const days = lines((await saved(page, 'Results by day')).text);
      assert.ok(days.includes('3,,1,390,741000,2964000'), 'profile 1 on day 3');
      assert.ok(days.includes('13,,,780,1482000,32233500'), 'the wall on its last day');
      const run = JSON.parse((await saved(page, 'The whole run')).text);
      assert.equal(JSON.stringify(run).includes('32233500'), true);
    }));
}

test('the work log in three formats tells the same lines', () =>
  site.visit({}, async (page) => {
    await pool(page, 4);
    const text = lines((await saved(page, 'Work log, text')).text);
    const csv = lines((await saved(page, 'Work log, CSV')).text);
    const json = lines((await saved(page, 'JSON lines')).text).map((line) => JSON.parse(line));
    assert.equal(text[0], 'INFO     Crew-1          - Added 1 foot to section 1 of profile 1 to reach 22 feet on day 1');
    assert.equal(csv[0], 'day,date,crew,section,profile,event,feet,height,ice,cost');
    assert.deepEqual([text.length, csv.length - 1, json.length], [87 + 9 + 4, 87 + 9 + 4, 87 + 9 + 4]);
    assert.deepEqual(json.at(-1), { day: 26, date: null, crew: json.at(-1).crew, section: null, profile: null, event: 'relieved', feet: null, height: null, ice: null, cost: null });
    json.forEach((record, at) => assert.equal(csv[at + 1].split(',')[0], String(record.day)));
  }));

test('a wall that was saved is read again to the last parameter', () =>
  site.visit({}, async (page) => {
    await write(page, '{"num_teams": 3, "target_height": 40, "start_date": "2024-08-11", "profiles": [[1, 2], [40]]}');
    for (const [what, name] of [['Wall and parameters, INI', 'wall.ini'], ['Wall and parameters, JSON', 'wall.json']]) {
      const file = await saved(page, what);
      assert.equal(file.name, name);
      await page.click('.head-places a:has-text("Wall")');
      await write(page, '7');
      await write(page, file.text);
      assert.match(await page.textContent('.answer-line'), /Finished on day 39/);
    }
    assert.equal((await saved(page, 'Wall, plain lines')).text, '1 2\n40\n');
  }));

test('a large file is given up when it is cancelled', (t) =>
  site.visit({ before: (page) => page.addInitScript(() => { delete window.showSaveFilePicker; }) }, async (page) => {
    await write(page, `${'0 '.repeat(2000)}\n`.repeat(50));
    await page.click('.head-places a:has-text("Export")');
    await page.click('.export-choice:has-text("Work log, CSV")');
    const [ms] = await Promise.all([
      cancelled(page, '.export-do', { says: 'MB written' }),
      page.click('.export-do .primary'),
    ]);
    t.diagnostic(`cancelled after ${ms.toFixed(1)} ms`);
    assert.ok(ms < 1000, `${ms} ms`);
  }));
