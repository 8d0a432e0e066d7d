// Days that are lost, in the page: the same seed gives the same result with any number of threads and in both
// engines, risk 0 is the plan, parts come on the way, a cancel is quick, and a change of the wall runs it anew.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Site, cancelled, plainText, pool, read, renewed, rows, settled, write } from './lib.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

const FINISHES = '[aria-label="Runs by finish day"]';
const BANDS = '[aria-label="Cost until the day, of the runs"]';
const LONG = Array.from({ length: 300 }, (_, at) => (at * 7919) % 31).join(' ');

/** Goes to the room and runs it with these values in its fields. */
async function run(page, values) {
  await page.evaluate(() => { location.hash = '#/risk'; });
  await page.waitForSelector('#risk-lost');
  for (const [field, value] of Object.entries(values)) await page.fill(`#risk-${field}`, value);
  await page.click('text=Run >> nth=-1');
}

/** Waits until all runs are done. */
const done = (page) => page.waitForFunction(() => {
  const told = document.querySelector('.risk-told')?.textContent ?? '';
  return told !== '' && !told.includes('so far') && document.querySelector('.risk .job progress').hidden;
});

/** Everything that the room shows. */
const shown = async (page) => ({
  told: await read(page, '.risk-told'),
  days: plainText(await page.textContent('.risk-days')),
  finishes: await rows(page, FINISHES),
  bands: await rows(page, BANDS),
});

const runsOf = (finishes) => finishes.map(([, runs]) => Number(runs.replaceAll(',', '')));

test('the same seed gives the same result with 1, 2 and 3 threads and in the single engine', async () => {
  const results = [];
  const threads = [1, 2, 3].map((threads) => ({ query: `?threads=${threads}` }));
  for (const options of [...threads, { query: '?engine=single' }, { plain: true }]) {
    results.push(await site.visit(options, async (page) => {
      await write(page, LONG);
      await pool(page, 20);
      await run(page, { lost: '80', seed: '7', runs: '2000' });
      await done(page);
      return shown(page);
    }));
  }
  for (const result of results) assert.deepEqual(result, results[0]);
  const { finishes, bands } = results[0];
  assert.equal(runsOf(finishes).reduce((a, b) => a + b), 2000);
  assert.ok(finishes.length > 3 && bands.length > 20);
});

test('the figures of a seed, its chance to meet a day, and another seed', () =>
  site.visit({}, async (page) => {
    await pool(page, 4);
    await run(page, { lost: '100', seed: '42', runs: '1000', by: '29' });
    await done(page);
    // The core's own test holds the same figures of this seed.
    assert.equal(plainText(await page.textContent('.risk-days')), 'P1027P5029P8031P9032');
    const { told, finishes } = await shown(page);
    assert.match(told, /^1,000 runs with 4 crews: half are finished by day 29, 9 of 10 by day 32; with no day lost it is day 26\./);
    const by29 = finishes.find(([day]) => day === '29');
    assert.match(told, new RegExp(`Day 29 is met in ${by29[2].replace('.', '\\.')}\\.`));
    const before = await page.textContent(FINISHES);
    await page.fill('#risk-seed', '43');
    await page.keyboard.press('Enter');
    await page.waitForFunction((runs) => document.querySelector('[aria-label="Runs by finish day"]').textContent !== runs, before);
    await done(page);
    assert.notDeepEqual((await shown(page)).finishes, finishes);
  }));

for (const query of ['?threads=2', '?engine=single']) {
  test(`with no day lost every run is the plan ${query}`, () =>
    site.visit({ query }, async (page) => {
      await pool(page, 4);
      await run(page, { lost: '0', runs: '1000' });
      await done(page);
      const { told, finishes, bands } = await shown(page);
      assert.match(told, /Day 26 is met in 100\.0%\./);
      assert.deepEqual(finishes, [['26', '1,000', '100.0%']]);
      assert.equal(bands.length, 26);
      for (const [, planned, ...quantiles] of bands) assert.deepEqual(quantiles, [planned, planned, planned, planned]);
      assert.equal(bands[4][1], '7,410,000');
    }));
}

test('a reload runs it again, a change of the wall as well, and the keyboard looks at bars', () =>
  site.visit({}, async (page) => {
    await pool(page, 4);
    await run(page, { lost: '100', runs: '1000' });
    await done(page);
    assert.match(page.url(), /#\/risk\?lost=100&seed=1&runs=1000$/);
    assert.equal(await page.getAttribute('.head-places a[href="#/plan"]', 'aria-current'), 'true', 'a part of the planner');
    const { told } = await shown(page);
    await page.reload();
    await settled(page, 0);
    await page.waitForSelector('.risk-told');
    await done(page);
    assert.equal((await shown(page)).told, told);
    await renewed(page, () => page.evaluate(() => {
      const field = document.querySelector('#field-num_teams');
      field.value = '9';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }));
    await page.waitForSelector('.risk-told:has-text("with 9")');
    await done(page);
    await page.focus('#finishes .plot-slider');
    await page.keyboard.press('Home');
    const first = (await shown(page)).finishes[0];
    await page.waitForFunction(([day, runs]) => document.querySelector('#finishes .plot-told').textContent.replaceAll(/\s+/g, ' ').startsWith(`Day ${day}: ${runs} run`), first);
    await page.focus('#bands .plot-slider');
    await page.keyboard.press('Home');
    await page.waitForSelector('#bands .plot-told:has-text("Until day 1:")');
  }));

test('what is wrong is named beside its field, and nothing is run', () =>
  site.visit({}, async (page) => {
    await run(page, { lost: '901', seed: 'x', runs: '10', by: '2O' });
    await page.waitForSelector('#risk-lost-fault:has-text("from 0 to 900")');
    assert.match(await read(page, '#risk-seed-fault'), /must be a whole number/);
    assert.match(await read(page, '#risk-runs-fault'), /from 1,000 to 100,000/);
    assert.match(await read(page, '#risk-by-fault'), /did you mean 20\?/);
    assert.equal(await page.$('.risk-told'), null);
  }));

test('parts come on the way with what is left, and a cancel takes less than 100 ms', (t) =>
  site.visit({ query: '?engine=single' }, async (page) => {
    // 100,000 runs of 20,000 sections take far longer than anybody waits.
    await write(page, Array.from({ length: 10 }, () => Array.from({ length: 2000 }, (_, at) => (at * 7919) % 31).join(' ')).join('\n'));
    await pool(page, 500);
    await run(page, { runs: '100000' });
    await page.waitForSelector('.risk-told:has-text("so far")');
    await page.waitForSelector('.job-left:has-text("left")');
    const early = runsOf(await rows(page, FINISHES)).reduce((a, b) => a + b);
    assert.ok(early > 0 && early < 100_000);
    const ms = await cancelled(page, '.risk .job');
    t.diagnostic(`cancelled after ${ms.toFixed(1)} ms`);
    assert.ok(ms < 100, `${ms} ms`);
    const then = await page.textContent('.risk-told');
    await page.waitForTimeout(1500);
    assert.equal(await page.textContent('.risk-told'), then, 'nothing comes after a cancel');
    assert.ok(then.includes('so far'), 'what was found stays');
    // The next job gets a worker at once.
    await page.fill('#risk-runs', '1000');
    await page.click('.risk .job >> text=Compute again');
    await done(page);
  }));
