// The crews' room: the histogram and its table, a row for each crew, its sections, the two questions, all of it
// against a simulator; 100,000 crews; a million sections; keys alone; a narrow page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { smoothly } from './frames.mjs';
import { Site, choose, plainText, pool, read, renewed, rows, write } from './lib.mjs';
import { EXAMPLE, MILLION, heights, profilesOf, stays } from './walls.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

/** How long opening the room on a million sections may take, with slack for a busy machine, in milliseconds. */
const OPEN_MS = 200 * 4;

async function toCrews(page) {
  await page.evaluate(() => { location.hash = '#/crews'; });
  await page.waitForSelector('.crew-row[aria-label]');
}

/** Waits until an element says so. */
const says = (page, selector, words) => page.waitForFunction(
  ([selector, words]) => document.querySelector(selector)?.textContent.replaceAll(/\s+/g, ' ').includes(words), [selector, words]);

const openTable = async (page) => {
  await page.click('[aria-label="Table of crews at work"]');
  await page.waitForSelector('.crews-table tbody tr');
};

/** What each crew does: its stays, when it is relieved, days at work and idle. */
function crewsOf(list, hired) {
  const finish = Math.max(...list.map(({ last }) => last ?? 0));
  return Array.from({ length: hired }, (_, index) => {
    const own = list.filter(({ crew }) => crew === index + 1);
    const worked = own.reduce((sum, { first, last }) => sum + last - first + 1, 0);
    return { own, relieved: Math.max(1, ...own.map(({ last }) => last)), worked, idle: finish - worked };
  });
}

for (const query of ['?threads=2', '?engine=single']) {
  test(`the example with four crews: crews by day, rows, sections ${query}`, () =>
    site.visit({ query }, async (page) => {
      await pool(page, 4);
      await toCrews(page);
      const list = stays(profilesOf(EXAMPLE), 4);
      await says(page, '.crews-told', '4 crews for 26 days');
      await openTable(page);
      const expected = Array.from({ length: 26 }, (_, day) => {
        const at = list.filter(({ first, last }) => first <= day + 1 && day + 1 <= last).length;
        return [day + 1, at, at, 4 - at].map(String);
      });
      assert.deepEqual(await rows(page, '.crews-table'), expected);
      for (const [index, { own, relieved, worked, idle }] of crewsOf(list, 4).entries()) {
        const label = await page.getAttribute(`#crew-${index + 1}`, 'aria-label');
        assert.equal(plainText(label),
          `Crew ${index + 1}: ${own.length} section${own.length === 1 ? '' : 's'}, relieved on day ${relieved}, ${worked} days at work, ${idle} day${idle === 1 ? '' : 's'} idle.`);
        await page.click(`#crew-${index + 1}`);
        await says(page, '#crews-sections-title', `Sections of crew ${index + 1}`);
        await page.waitForFunction((count) => document.querySelectorAll('.crews-sections tbody tr').length === count, own.length);
        assert.deepEqual(await rows(page, '.crews-sections'),
          own.map(({ section, profile, first, last }) => [`${section}`, `${profile}`, `day ${first}`, `day ${last}`]));
      }
    }));
}

test('the pixels of a row change with its sections, and end where the crew is relieved', () =>
  site.visit({}, async (page) => {
    await pool(page, 4);
    await toCrews(page);
    const list = stays(profilesOf(EXAMPLE), 4);
    for (const [index, { own, relieved }] of crewsOf(list, 4).entries()) {
      await page.waitForFunction((id) => document.getElementById(id).querySelector('canvas').width === 26, `crew-${index + 1}`);
      const row = await page.$eval(`#crew-${index + 1} canvas`, (canvas) =>
        Array.from({ length: canvas.width }, (_, x) => String(canvas.getContext('2d').getImageData(x, 0, 1, 1).data)));
      const changes = row.flatMap((colour, day) => (day > 0 && colour !== row[day - 1] && day < relieved ? [day + 1] : []));
      assert.deepEqual(changes, own.slice(1).map(({ first }) => first));
      assert.ok(row.slice(relieved).every((colour) => colour === '0,0,0,0'));
      assert.ok(row.slice(0, relieved).every((colour) => colour !== '0,0,0,0'));
    }
  }));

test('which crew builds a section, where a crew is on a day, and what is not there', () =>
  site.visit({}, async (page) => {
    await pool(page, 4);
    await toCrews(page);
    const list = stays(profilesOf(EXAMPLE), 4);
    const field = (name) => page.locator('.crews-question .log-field', { hasText: name }).locator('input');
    const ask = (at) => page.locator('.crews-question').nth(at).locator('button').click();
    for (const { section, profile, crew, first, last } of list) {
      await field('Which crew builds').fill(String(section));
      await ask(0);
      await says(page, '.crews-question:first-child .crews-answer', `Crew ${crew} builds section ${section} of profile ${profile} from day ${first} to day ${last}.`);
    }
    for (const { section, profile, crew, first, last } of [list[3], list[8]]) {
      await field('Where is crew').fill(String(crew));
      await field('on day').fill(String(last));
      await ask(1);
      await says(page, '.crews-question:last-child .crews-answer', `On day ${last} crew ${crew} is at section ${section} of profile ${profile}, from day ${first} to day ${last}.`);
      assert.match(await read(page, '.room-day-words'), new RegExp(`^Day ${last} of 26`));
    }
    await field('Where is crew').fill('9');
    await ask(1);
    await says(page, '.crews-question:last-child .crews-answer', 'There are crews 1 to 4.');
    await field('Which crew builds').fill('ten');
    await ask(0);
    await says(page, '.crews-question:first-child .crews-answer', 'The wall has sections 1 to 9.');
  }));

test('keys alone: the day, the crews, one that gets no section', () =>
  site.visit({}, async (page) => {
    await pool(page, 12);
    await toCrews(page);
    await page.focus('.room-day-slider');
    await page.keyboard.press('Home');
    await says(page, '.crews-words', 'Day 1: 9 of 12 crews at work, 3 idle.');
    await page.focus('.crew-box');
    await page.keyboard.press('End');
    await page.waitForSelector('#crew-12[aria-selected=true]');
    await says(page, '.crews-sections', 'It gets no section');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await says(page, '#crews-sections-title', 'Sections of crew 2');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('.crew-row.chosen') === null);
  }));

test('100,000 crews are reached to the last', () =>
  site.visit({}, async (page) => {
    const wall = heights(200_000, 29, 3);
    const text = Array.from({ length: 100 }, (_, profile) => wall.subarray(profile * 2000, profile * 2000 + 2000).join(' ')).join('\n');
    await renewed(page, () => choose(page, { name: 'wall.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }));
    await pool(page, 100_000);
    await toCrews(page);
    await page.focus('.crew-box');
    await page.keyboard.press('End');
    await page.waitForSelector('#crew-100000[aria-label]');
    assert.match(plainText(await page.getAttribute('#crew-100000', 'aria-label')), /^Crew 100,000: \d+ sections?, relieved on day \d+,/);
    assert.ok((await page.$$('.crew-row')).length < 60, 'only the rows that are seen exist');
  }));

test('a million sections: the room is there at once and follows the slider', (t) =>
  site.visit({}, async (page) => {
    await pool(page, 1000);
    await renewed(page, () => choose(page, { name: 'million.txt', mimeType: 'text/plain', buffer: Buffer.from(MILLION.text()) }));
    // The workshop takes the wall with its first job; what is measured is a room opened after that.
    await toCrews(page);
    await page.evaluate(() => { location.hash = '#/wall'; });
    await page.waitForFunction(() => document.querySelector('.crew-row') === null);
    const ms = await page.evaluate(() => new Promise((resolve) => {
      const from = performance.now();
      location.hash = '#/crews';
      const look = () => (document.querySelector('.crew-row[aria-label] canvas')?.width > 300 ? resolve(performance.now() - from) : requestAnimationFrame(look));
      look();
    }));
    t.diagnostic(`opening the crews' room on 1,000,000 sections: ${ms.toFixed(0)} ms`);
    assert.ok(ms <= OPEN_MS, `${ms} ms`);
    await smoothly(t, 'the crews’ day over 1,000,000 sections', site, page, '.room-day-slider');
    const day = Number(await page.inputValue('.room-day-slider'));
    await says(page, '.crews-words', `Day ${day.toLocaleString('en-US')}: 1,000 of 1,000 crews at work, 0 idle.`);
  }));

test('a wall that starts finished needs no crew; one with a fault keeps the last result, marked', () =>
  site.visit({}, async (page) => {
    await write(page, '30 30');
    await page.evaluate(() => { location.hash = '#/crews'; });
    await says(page, '.crews-told', 'no crew is needed');
    await page.evaluate(() => { location.hash = '#/wall'; });
    await write(page, EXAMPLE);
    await write(page, '2x', { faulty: true });
    await toCrews(page);
    await page.waitForSelector('.crews.stale');
  }));

test('at 360 px it fits, and there is no sideways scroll', () =>
  site.visit({ context: { viewport: { width: 360, height: 740 } } }, async (page) => {
    await toCrews(page);
    await openTable(page);
    const [wide, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= inner, `${wide} of ${inner}`);
  }));
