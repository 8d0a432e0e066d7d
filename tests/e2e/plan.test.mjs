// The planner: the staircase, the useful numbers of crews, the orders compared, and what is taken over from
// it into the page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Site, figures, pool, renewed, rows, settled, write } from './lib.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

const go = (page, room) => page.click(`.head-places a:has-text("${room}")`);
const table = (page, name) => rows(page, `[aria-label="${name}"]`);
const USEFUL = 'The fewest crews for each finish day';
const ORDERS = 'The orders of the sections compared';

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

test('a number of crews is looked at by keyboard and taken over', () =>
  site.visit({}, async (page) => {
    await plan(page);
    await page.focus('#stairs .plot-slider');
    await page.keyboard.press('Home');
    for (let at = 1; at < 4; at += 1) await page.keyboard.press('ArrowRight');
    await page.waitForSelector('#stairs .plot-told:has-text("finished on day 26")');
    await page.click('#stairs .plot-told button');
    await settled(page, 1);
    await page.waitForSelector('#stairs .plot-told button:disabled');
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
  }));

test('2,000 sections: every number of crews, in the workshop within 20 ms', (t) =>
  site.visit({ query: '?engine=single&log=debug' }, async (page) => {
    const took = [];
    page.on('console', (message) => {
      const ms = message.text().match(/a staircase after ([\d.]+) ms/);
      if (ms) took.push(Number(ms[1]));
    });
    await write(page, Array.from({ length: 2000 }, (_, at) => (at * 7919) % 31).join(' '));
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

test('a long plan shows its progress, and is cancelled at once', () =>
  site.visit({ query: '?engine=single' }, async (page) => {
    const line = `${Array.from({ length: 2000 }, (_, at) => (at * 7919) % 31).join(' ')}\n`;
    await page.setInputFiles('.wall-tools input[type=file]', { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(line.repeat(1000)) });
    await settled(page, 1);
    await go(page, 'Plan');
    await page.click('.plan > .job >> text=Cancel');
    const start = Date.now();
    await page.waitForSelector('.plan > .job:has-text("Cancelled")');
    assert.ok(Date.now() - start < 100 + 400, 'cancelled within a moment');
    await page.click('.plan > .job >> text=Compute again');
    await page.waitForSelector(`[aria-label="${USEFUL}"] tbody tr`);
    assert.equal((await table(page, USEFUL))[0][0], '1');
  }));
