// The planner's goals, wages and orders in the page: what is found, what binds it, what would be possible, what
// is wrong with a field, and that the goals outlive a reload. Every answer is held against a scan of all crews.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Site, figures, plainText, pool, read, renewed, rows, settled, write } from './lib.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

const go = (page, room) => page.click(`.head-places a:has-text("${room}")`);
const found = (page, words) => page.waitForFunction((words) =>
  document.querySelector('.goals-found')?.textContent.replaceAll(/\s+/g, ' ').includes(words), words);
const answer = async (page) => plainText(await page.textContent('.goals-answer'));

/** The room with these goals. */
async function want(page, goals) {
  await go(page, 'Plan');
  for (const [field, value] of Object.entries(goals)) await page.fill(`#goal-${field}`, value);
}

for (const query of ['?threads=2', '?engine=single']) {
  test(`a finish day takes the fewest crews, and one fewer would be late ${query}`, () =>
    site.visit({ query }, async (page) => {
      await want(page, { by: '26' });
      await found(page, '4 crews until day 26');
      assert.match(await answer(page), /3 crews would finish on day 31, too late\./);
      await renewed(page, () => page.click('.goals-found >> text=Use 4 crews'));
      await page.waitForSelector('.goals-found button:disabled');
      await go(page, 'Wall');
      assert.equal((await figures(page)).finish, 'Finished on day 26');
    }));

  test(`goals together: what binds, and what would be possible ${query}`, () =>
    site.visit({ query }, async (page) => {
      await want(page, { ice: '1000' });
      await found(page, '5 crews until day 23');
      assert.match(await answer(page), /To be finished earlier it takes 6 crews \(day 21\), which would take 1,170 yd³ of ice on one day, too much\./);
      await page.fill('#goal-by', '13');
      await found(page, 'No number of crews meets all of these');
      const list = await page.$$eval('.goals-answer li', (items) => items.map((item) => item.textContent.replaceAll(/\s+/g, ' ')));
      assert.match(list[0], /^Finish: day 23 with 5 crews with the others met.*day 13 with 9 crews at best/);
      assert.match(list[1], /^Ice on any day: 1,755 yd³ with 9 crews with the others met.*195 yd³ with 1 crew at best/);
      await renewed(page, () => page.click('.goals-answer li >> text=Use 5 crews'));
      assert.equal(await page.inputValue('#field-num_teams'), '5');
    }));
}

test('a budget and a utilisation are kept to', () =>
  site.visit({}, async (page) => {
    await want(page, { gold: '7410000', until: '5' });
    await found(page, '4 crews until day 26');
    assert.match(await answer(page), /Until the day of the budget it costs 7,410,000 Gold Dragons\./);
    await page.click('text=No goals');
    await page.waitForFunction(() => document.querySelector('.goals-answer').textContent === '');
    await page.fill('#goal-busy', '90 %');
    // 87 crew-days of work: 3 crews are busy on 87 of 93 days, 4 on 87 of 104, and none of more on 90 %.
    await found(page, '3 crews until day 31');
    assert.match(await answer(page), /4 crews \(day 26\), which would be busy on only 83\.7% of their days/);
  }));

test('every finish day of a wall has the fewest crews of a scan', () =>
  site.visit({}, async (page) => {
    await write(page, Array.from({ length: 30 }, (_, at) => (at * 7919) % 31).join(' '));
    await go(page, 'Plan');
    const USEFUL = 'The fewest crews for each finish day';
    await page.waitForSelector(`[aria-label="${USEFUL}"] tbody tr`);
    const useful = (await rows(page, `[aria-label="${USEFUL}"]`)).map(([crews, day]) => [Number.parseInt(crews, 10), Number(day)]);
    assert.ok(useful.length > 8);
    for (const [crews, day] of useful) {
      await page.fill('#goal-by', String(day));
      await found(page, `${crews} ${crews === 1 ? 'crew' : 'crews'} until day ${day}`);
    }
  }));

test('what is wrong is named beside its field, and a date is a day', () =>
  site.visit({}, async (page) => {
    await want(page, { by: '2O', gold: '5', busy: '120' });
    await page.waitForSelector('#goal-by-fault:has-text("It must be a day from 1, not “2O”: the letter O; did you mean 20?")');
    assert.equal(await read(page, '#goal-until-fault'), 'It must be a day from 1');
    assert.match(await read(page, '#goal-busy-fault'), /from 0 to 100 percent/);
    assert.equal(await page.getAttribute('#goal-by', 'aria-invalid'), 'true');
    assert.equal(await page.getAttribute('#goal-ice', 'aria-invalid'), 'false');
    await page.click('text=No goals');
    await go(page, 'Wall');
    await page.click('summary:has-text("Start, order and wages")');
    await renewed(page, () => page.fill('#field-start_date', '2024-08-11'));
    await want(page, { by: '2024-09-05' });
    await found(page, '4 crews until day 26 (Sep 5, 2024)');
  }));

test('goals stay through a reload and a visit elsewhere, and follow the wall', () =>
  site.visit({}, async (page) => {
    await want(page, { by: '26', busy: '70 %' });
    await found(page, '4 crews until day 26');
    assert.match(page.url(), /#\/plan\?by=26&busy=70\+%25$/);
    await page.reload();
    await settled(page, 0);
    await found(page, '4 crews until day 26');
    assert.equal(await page.inputValue('#goal-busy'), '70 %');
    await go(page, 'Wall');
    await write(page, '21 25 28\n17');
    await go(page, 'Plan');
    // 29 crew-days: with 1 crew too late, 2 are busy on 29 of 40 days.
    await found(page, '2 crews until day 20');
    assert.match(page.url(), /by=26/);
  }));

test('wages have a least, in the chart, by keyboard and in the table', () =>
  site.visit({}, async (page) => {
    await go(page, 'Plan');
    await page.waitForSelector('.plan-wages:has-text("No wages are set")');
    await go(page, 'Wall');
    await write(page, '[Construction]\ncrew_wage = 100\noverhead_per_day = 500\n[Profiles]\n21 25 28\n17\n17 22 17 19 17\n');
    // (100 k + 500) × F(k), least for 9 crews: 1,400 × 13.
    await go(page, 'Plan');
    await page.waitForSelector('.plan-wages:has-text("Least with")');
    assert.match(plainText(await page.textContent('.plan-wages')), /Least with 9 crews: 18,200 Gold Dragons, finished on day 13\./);
    const table = await rows(page, '[aria-label="Wages around the least"]');
    const finish = [87, 48, 31, 26, 23, 21, 18, 15, 13];
    const paid = finish.map((day, at) => (100 * (at + 1) + 500) * day);
    const grouped = (number) => number.toLocaleString('en-US');
    assert.deepEqual(table, finish.map((day, at) => [
      String(at + 1), String(day), grouped(paid[at]), paid[at] === 18_200 ? 'least' : grouped(paid[at] - 18_200),
    ]));
    await page.focus('#wages .plot-slider');
    await page.keyboard.press('Home');
    await page.waitForSelector('#wages .plot-told:has-text("52,200")');
    await page.waitForSelector('#stairs .plot-told:has-text("finished on day 87")');
  }));

test('longest first saves two crews for the finish of nine', () =>
  site.visit({}, async (page) => {
    await pool(page, 9);
    await go(page, 'Plan');
    const ORDERS = 'The orders of the sections compared';
    await page.waitForSelector(`[aria-label="${ORDERS}"] tbody tr`);
    const orders = await rows(page, `[aria-label="${ORDERS}"]`);
    assert.deepEqual(orders.slice(0, 2), [
      ['As the wall stands', '13', '0 days', '9', 'none'], ['Longest first', '13', '0 days', '7', '2 crews'],
    ]);
  }));
