// Both builds of the engine, in a real page, give the figures they should: the same ones, and
// those of every judged case. Not for how the engine is started again (crash).

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { Site, drop, figures, hooks, lookAt, pool, renewed, rows, write } from './lib.mjs';
import { MILLION } from './walls.mjs';
import { compute } from './workers.mjs';

const CASES = JSON.parse(await readFile(new URL('../fixtures/model_cases.json', import.meta.url), 'utf8'));

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

const grouped = (number) => number.toLocaleString('en-US');

/** What the page shows of three walls: figures, and some days. */
async function shownBy(options, engine) {
  return site.visit(options, async (page) => {
    assert.equal((await hooks(page)).engine, engine);
    const shown = [];
    const note = async (days) => {
      shown.push(await figures(page));
      for (const day of days) shown.push(await lookAt(page, day));
    };
    await note([1, 5, 13]);
    await renewed(page, () => page.selectOption('.examples', 'forty'));
    await note([1, 10, 30]);
    await pool(page, 77);
    await note([1, 100, 300]);
    await pool(page, 1000);
    await renewed(page, () => drop(page, 'million.txt', MILLION.text()));
    await note([1, 7000, MILLION.days]);
    return shown;
  });
}

test('threads and single show the same: the example, 40 profiles, 1,000,000 sections', async () => {
  const threads = await shownBy({ query: '?threads=2' }, 'threads');
  const single = await shownBy({ plain: true }, 'single');
  assert.deepEqual(threads, single);
  assert.equal(threads[0].finish, 'Finished on day 13');
  assert.deepEqual(threads[2], { ice: 1560, cost: 2_964_000, until: 15_561_000 });
  const million = threads.findLast((entry) => entry.finish);
  assert.deepEqual([million.finish, million.cost], [`Finished on day ${grouped(MILLION.days)}`, MILLION.feet * 195 * 1900]);
  assert.equal(threads.at(-1).until, million.cost, 'on the last day all is spent');
});

/** The ice of each profile on the days 1 to 25, from the page's table. */
async function iceByProfile(page) {
  const table = await rows(page, '.table');
  const number = (cell) => Number(cell.replaceAll(',', ''));
  return new Map(table.map((row) => [number(row[0]), row.slice(4).map(number)]));
}

test('every judged case, typed into the page: days and cost, and for some every figure', () =>
  site.visit({}, async (page) => {
    await page.click('.table-switch >> nth=0');
    await page.check('.choices input[name=table] >> nth=0');
    assert.equal(CASES.length, 60);
    let looked = 0;
    for (const { name, config, days, total_cost: total, ice, cost_all: until } of CASES) {
      await write(page, JSON.stringify(config));
      const shown = await figures(page);
      assert.equal(shown.finish, days === 0 ? 'Finished before day 1' : `Finished on day ${grouped(days)}`, name);
      assert.equal(shown.cost, total, name);
      if (config.profiles.length > 8 || days === 0 || looked >= 15) continue;
      looked += 1;
      for (const [day, cost] of until.filter(([day]) => day <= days)) {
        assert.equal((await lookAt(page, day)).until, cost, `${name}, day ${day}`);
      }
      if (config.profiles.length === 1) continue;
      const last = Math.min(days, 25);
      await page.waitForFunction(([count, columns]) => {
        const rows = document.querySelectorAll('.table tbody tr');
        return rows.length === count && rows[0].cells.length === columns;
      }, [last, 4 + config.profiles.length]);
      const table = await iceByProfile(page);
      for (const [profile, day, amount] of ice.filter(([, day]) => day <= last)) {
        assert.equal(table.get(day)[profile - 1], amount, `${name}, profile ${profile}, day ${day}`);
      }
    }
    assert.ok(looked >= 12, `${looked} cases were looked at in full`);
  }));

for (const query of ['?threads=2', '?engine=single']) {
  test(`every figure of every judged case, from the page's engine ${query}`, () =>
    site.visit({}, async (page) => {
      const asked = CASES.map(({ config, ice, cost, cost_all: all }) => ({
        text: JSON.stringify(config),
        days: [...new Set([...ice, ...cost].map(([, day]) => day).concat(all.map(([day]) => day)))],
        profiles: config.profiles.length,
      }));
      const results = await compute(page, query, asked);
      results.forEach(({ summary, days }, index) => {
        const { name, days: finish, total_cost: total, ice, cost, cost_all: all } = CASES[index];
        const on = new Map(asked[index].days.map((day, at) => [day, days[at]]));
        assert.deepEqual([summary.finish_day, summary.cost], [finish, total], name);
        for (const [profile, day, amount] of ice) {
          assert.equal(on.get(day)?.profiles[profile - 1].ice ?? 0, amount, `${name}, profile ${profile}, day ${day}`);
        }
        for (const [profile, day, amount] of cost) {
          // Past the end the engine has no day: the cost stays what it was on the last.
          if (day <= finish) assert.equal(on.get(day).profiles[profile - 1].cost_until, amount, `${name}, day ${day}`);
          else assert.equal(on.get(day), null, `${name}, day ${day}`);
        }
        for (const [day, amount] of all) {
          assert.equal(on.get(day)?.wall.cost_until ?? total, amount, `${name}, day ${day}`);
        }
      });
    }));
}
