// The planner: the staircase, the useful numbers of crews, the orders compared, and what is taken over from
// it into the page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Site, cancelled, figures, plainText, pool, read, renewed, rows, settled, write } from './lib.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

const go = (page, room) => page.click(`.head-places a:has-text("${room}")`);
const table = (page, name) => rows(page, `[aria-label="${name}"]`);
const USEFUL = 'The fewest crews for each finish day';
const ORDERS = 'The orders of the sections compared';
/** 2,000 sections, 1,935 of them unfinished. */
const MANY = Array.from({ length: 2000 }, (_, at) => (at * 7919) % 31);

/** Goes to the plan and waits until the staircase is whole. */
async function plan(page) {
  await go(page, 'Plan');
  await page.waitForSelector(`[aria-label="${USEFUL}"] tbody tr`);
  await page.waitForSelector('.plan > .job progress', { state: 'hidden' });
}

for (const query of ['?threads=2', '?engine=single']) {
  test(`the example has its staircase and its orders ${query}`, () =>
    site.visit({ query }, async (page) => {
      await plan(page);
      const useful = (await table(page, USEFUL)).map((row) => row.slice(0, 2));
      assert.deepEqual(useful[0], ['1', '87']);
      assert.deepEqual(useful.at(-1), ['9', '13']);
      assert.match(await page.textContent('.plan-answer'), /1\s+crew alone finishes on day 87\. The bend is at 3\s+crews \(day 31\).*More than 9\s+crews/);
      await page.waitForSelector(`[aria-label="${ORDERS}"] tbody tr`);
      const orders = await table(page, ORDERS);
      assert.deepEqual(orders.map((row) => [row[0], row[1], row[3]]).slice(0, 2), [['As the wall stands', '13', '9'], ['Longest first', '13', '7']]);
    }));
}

test('the bend is marked in the chart, in its words and in its table', () =>
  site.visit({}, async (page) => {
    await plan(page);
    assert.match(await read(page, '#stairs .plot-legend'), /the bend/);
    // Nine crews at the most: the third stands at a third of the way.
    const [mark, room] = await page.$$eval('#stairs .plot-mark.knee, #stairs .plot-room', (parts) =>
      parts.sort((part) => (part.matches('.knee') ? -1 : 1)).map((part) => part.getBoundingClientRect()).map(({ left, width }) => [left, width]));
    const share = (mark[0] + mark[1] / 2 - room[0]) / room[1];
    assert.ok(Math.abs(share - 3 / 9) < 0.01, `at ${share}`);
    await page.focus('#stairs .plot-slider');
    await page.keyboard.press('Home');
    await page.waitForSelector('#stairs .plot-told:has-text("1 crew: finished on day 87")');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('#stairs .plot-told:has-text("3 crews, the bend: finished on day 31")');
    assert.match(await page.getAttribute('#stairs .plot-slider', 'aria-valuetext'), /the bend/);
    const bends = (await table(page, USEFUL)).filter(([crews]) => crews.includes('the bend'));
    assert.deepEqual(bends.map((row) => row.slice(0, 2)), [['3 the bend', '31']]);
    // Without wages there is no least; with them it is marked as well.
    assert.equal(await page.$('#wages'), null);
    await go(page, 'Wall');
    await write(page, '[Construction]\ncrew_wage = 100\noverhead_per_day = 20\n[Profiles]\n21 25 28\n17\n17 22 17 19 17\n');
    await go(page, 'Plan');
    await page.waitForSelector('#wages .plot-mark.least', { state: 'attached' });
    assert.match(await read(page, '#wages .plot-legend'), /least/);
    await page.waitForSelector('[aria-label="Wages around the least"] tr:has(td:text-is("least"))');
  }));

test('a number of crews is looked at by keyboard and taken over', () =>
  site.visit({}, async (page) => {
    await plan(page);
    await page.focus('#stairs .plot-slider');
    await page.keyboard.press('Home');
    for (let at = 1; at < 4; at += 1) await page.keyboard.press('ArrowRight');
    await page.waitForSelector('#stairs .plot-told:has-text("finished on day 26")');
    await page.click('#stairs .plot-told button:not(.why)');
    await settled(page, 1);
    await page.waitForSelector('#stairs .plot-told button:not(.why):disabled');
    await go(page, 'Wall');
    assert.equal((await figures(page)).finish, 'Finished on day 26');
    assert.equal(await page.inputValue('#field-num_teams'), '4');
  }));

test('an order is taken over, and the staircase follows it', () =>
  site.visit({}, async (page) => {
    await pool(page, 7);
    await plan(page);
    await page.waitForSelector(`[aria-label="${ORDERS}"] tbody tr`);
    await renewed(page, () => page.click(`[aria-label="${ORDERS}"] >> text=Longest first`));
    await page.waitForFunction((name) => document.querySelector(`[aria-label="${name}"] tbody tr:last-child th`)?.textContent === '7', USEFUL);
    assert.deepEqual((await table(page, USEFUL)).at(-1).slice(0, 2), ['7', '13']);
  }));

test('a finished wall and a wall with a fault have their words', () =>
  site.visit({}, async (page) => {
    await write(page, '30 30');
    await go(page, 'Plan');
    await page.waitForSelector('.plan-answer:has-text("no crew is needed")');
    await go(page, 'Wall');
    await write(page, '21 25 28\n17 17');
    await write(page, '21 2O', { faulty: true });
    await plan(page);
    await page.waitForSelector('.plan.stale .plan-answer:has-text("It is the last good result")');
    await page.click('.plan a[href="#/risk"]');
    await page.waitForSelector('.risk.stale .plan-answer:has-text("of its last good result")');
    await go(page, 'Wall');
    await write(page, '21 20');
    await plan(page);
    await page.waitForSelector('.plan:not(.stale) .plan-answer:not(:has-text("last good"))');
  }));

test('every finish day has its row, and the answer tells the earliest', () =>
  site.visit({}, async (page) => {
    await write(page, MANY.join(' '));
    await plan(page);
    assert.match(plainText(await page.textContent('.plan-answer')), /More than 1,921 crews make it no earlier than day 30\./);
    assert.equal((await table(page, USEFUL)).length, 100);
    await page.focus('.plan .table button:has-text("Show all 335")');
    await page.keyboard.press('Enter');
    await page.waitForFunction((name) => document.querySelectorAll(`[aria-label="${name}"] tbody tr`).length === 335, USEFUL);
    assert.deepEqual((await table(page, USEFUL)).at(-1).slice(0, 2), ['1,921', '30']);
  }));

test('of a large wall chosen numbers are tried, closely around the day asked for', () =>
  site.visit({}, async (page) => {
    await write(page, Array.from({ length: 3 }, () => MANY.join(' ')).join('\n'));
    await plan(page);
    assert.match(plainText(await page.textContent('.plan-answer')), /Only 1\d\d numbers of crews were tried/);
    await page.click('.plan >> text=Show all');
    for (const day of [456, 123]) {
      await page.fill('#goal-by', String(day));
      await page.waitForFunction((day) => {
        const [, found] = document.querySelector('.goals-found')?.textContent.match(/until day (\d+)/) ?? [];
        return found <= day && found > day - 10;
      }, day);
      // The goals tell the fewest crews of all, and these are among the numbers tried.
      const [fewest] = (await read(page, '.goals-found')).match(/^\d+/);
      await page.waitForFunction(([name, fewest]) =>
        [...document.querySelectorAll(`[aria-label="${name}"] tbody th button`)].some((cell) => cell.textContent === fewest), [USEFUL, fewest]);
    }
  }));

test('2,000 sections: every number of crews, in the workshop within 20 ms', (t) =>
  site.visit({ query: '?engine=single&log=debug' }, async (page) => {
    const took = [];
    page.on('console', (message) => {
      const ms = message.text().match(/a staircase after ([\d.]+) ms/);
      if (ms) took.push(Number(ms[1]));
    });
    await write(page, MANY.join(' '));
    await plan(page);
    for (let crews = 100; crews < 105; crews += 1) {
      await renewed(page, () => page.evaluate((crews) => {
        const field = document.querySelector('#field-num_teams');
        field.value = String(crews);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }, crews));
      await page.waitForTimeout(100);
    }
    const median = took.toSorted((one, other) => one - other)[Math.floor(took.length / 2)];
    t.diagnostic(`staircase of 2,000 sections, one thread: ${took.join(', ')} ms, median ${median} ms`);
    assert.ok(took.length >= 3 && median <= 20, `${took}`);
  }));

test('a long plan shows its progress, and is cancelled at once', (t) =>
  site.visit({ query: '?engine=single' }, async (page) => {
    const line = `${MANY.join(' ')}\n`;
    await page.setInputFiles('.wall-tools input[type=file]', { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(line.repeat(1000)) });
    await settled(page, 1);
    const [ms] = await Promise.all([cancelled(page, '.plan > .job'), go(page, 'Plan')]);
    t.diagnostic(`cancelled after ${ms.toFixed(1)} ms`);
    assert.ok(ms < 100, `${ms} ms`);
    await page.click('.plan > .job >> text=Compute again');
    await page.waitForSelector(`[aria-label="${USEFUL}"] tbody tr`);
    assert.equal((await table(page, USEFUL))[0][0], '1');
  }));

test('the orders come one by one, are cancelled at once, and what was found stays', (t) =>
  site.visit({ query: '?engine=single' }, async (page) => {
    const line = `${MANY.join(' ')}\n`;
    await pool(page, 500);
    await renewed(page, () => page.setInputFiles('.wall-tools input[type=file]', { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(line.repeat(2000)) }));
    // The staircase stands before them in the same workshop.
    const [ms] = await Promise.all([
      cancelled(page, '.plan-orders .job', { when: `[aria-label="${ORDERS}"] tbody tr` }),
      cancelled(page, '.plan > .job'),
      go(page, 'Plan'),
    ]);
    t.diagnostic(`cancelled after ${ms.toFixed(1)} ms`);
    assert.ok(ms < 100, `${ms} ms`);
    assert.match(await read(page, '.plan-orders .job [role=status]'), /what was found stays/);
    const found = await table(page, ORDERS);
    assert.ok(found.length >= 1 && found.length < 4, `${found.length} orders so far`);
    assert.equal(found[0][0], 'As the wall stands');
    await page.waitForTimeout(1000);
    assert.deepEqual(await table(page, ORDERS), found, 'nothing comes after a cancel');
    await page.click('.plan-orders .job >> text=Compute again');
    await page.waitForFunction((name) => document.querySelectorAll(`[aria-label="${name}"] tbody tr`).length === 4, ORDERS);
  }));
