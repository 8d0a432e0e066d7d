// The time–location diagram: its pixels and its table against a simulator, both ways round, by crew and by
// profile; zoom to single cells by keys and pointer; a million sections; a narrow page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { smoothly } from './frames.mjs';
import { Site, choose, lookAt, pool, read, renewed, rows, write } from './lib.mjs';
import { EXAMPLE, MILLION, heights, profilesOf, stays } from './walls.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

/** How long opening the room on a million sections may take, with slack for a busy machine, in milliseconds. */
const OPEN_MS = 200 * 4;

async function toDiagram(page, words = 'Sections 1 to') {
  await page.evaluate(() => { location.hash = '#/diagram'; });
  await told(page, words);
}

const told = (page, words) => page.waitForFunction(
  (words) => document.querySelector('.diagram-told')?.textContent.replaceAll(/\s+/g, ' ').includes(words), words);

/** Waits for a picture of so many pixels, and gives them: colours by row and column. */
async function pixels(page, width, height) {
  await page.waitForFunction(([width, height]) => {
    const canvas = document.querySelector('.diagram-canvas');
    return canvas?.width === width && canvas.height === height;
  }, [width, height]);
  return page.$eval('.diagram-canvas', (canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return Array.from({ length: canvas.height }, (_, row) => Array.from({ length: canvas.width }, (_, column) => {
      const at = (row * canvas.width + column) * 4;
      return data[at + 3] === 0 ? null : `#${[0, 1, 2].map((part) => data[at + part].toString(16).padStart(2, '0')).join('')}`;
    }));
  });
}

const tones = (page) => page.evaluate(() => {
  const style = getComputedStyle(document.documentElement);
  return Array.from({ length: 8 }, (_, tone) => style.getPropertyValue(`--p${tone + 1}`).trim());
});

/** What is expected: a row for each day, a column for each section. */
function expected(list, colours, of) {
  const days = Math.max(...list.map(({ last }) => last ?? 0));
  return Array.from({ length: days }, (_, index) => list.map((stay) =>
    (stay.first <= index + 1 && index + 1 <= stay.last ? colours[(stay[of] - 1) % 8] : null)));
}

const turned = (table) => table[0].map((_, column) => table.map((row) => row[column]));

for (const [query, colorScheme] of [['?threads=2', 'light'], ['?engine=single', 'dark']]) {
  test(`every cell of a random wall has its colour ${query} ${colorScheme}`, () =>
    site.visit({ query, context: { colorScheme } }, async (page) => {
      const wall = Array.from(heights(40, 30, 11));
      const text = [wall.slice(0, 7), wall.slice(7, 8), wall.slice(8)].map((profile) => profile.join(' ')).join('\n');
      await write(page, text);
      await pool(page, 5);
      await toDiagram(page);
      const list = stays(profilesOf(text), 5);
      const [colours, days] = [await tones(page), Math.max(...list.map(({ last }) => last ?? 0))];
      const byCrew = expected(list, colours, 'crew');
      assert.deepEqual(await pixels(page, 40, days), byCrew);
      await page.click('.diagram-tools >> text=Colour by profile');
      await page.waitForFunction((first) => {
        const canvas = document.querySelector('.diagram-canvas');
        const { data } = canvas.getContext('2d').getImageData(1, 0, 1, 1);
        return `#${[0, 1, 2].map((part) => data[part].toString(16).padStart(2, '0')).join('')}` === first;
      }, colours[0]);
      assert.deepEqual(await pixels(page, 40, days), expected(list, colours, 'profile'));
      await page.click('.diagram-tools >> text=Days across');
      assert.deepEqual(await pixels(page, days, 40), turned(expected(list, colours, 'profile')));
    }));
}

test('the table tells the same: who builds a section, from when to when', () =>
  site.visit({}, async (page) => {
    await pool(page, 4);
    await lookAt(page, 5);
    await toDiagram(page);
    await page.click('.diagram-tools >> text=Table');
    await page.waitForSelector('.diagram-table tbody tr');
    const starts = EXAMPLE.split(/\s+/).map(Number);
    assert.deepEqual(await rows(page, '.diagram-table'), stays(profilesOf(EXAMPLE), 4).map(({ section, profile, crew, first, last }) => {
      const height = Math.min(30, starts[section - 1] + Math.max(0, 5 - first + 1));
      return [section, profile, crew, `day ${first}`, `day ${last}`, height].map(String);
    }));
  }));

test('a click chooses section and day, keys move them, plus zooms to a single cell with its number', () =>
  site.visit({}, async (page) => {
    await pool(page, 4);
    await toDiagram(page, 'Sections 1 to 9, days 1 to 26. Each cell is a section on a day.');
    const box = await (await page.$('.diagram-area')).boundingBox();
    await page.mouse.click(box.x + box.width * (3.5 / 9), box.y + box.height * (4.5 / 26));
    const facts = (words) => page.waitForFunction((words) => document.querySelector('.diagram .elevation-facts').textContent.replaceAll(/\s+/g, ' ').startsWith(words), words);
    await facts('Section 4, number 1 of profile 2: 17 feet at the start, 22 feet on day 5.');
    await page.focus('.diagram-area');
    await page.keyboard.press('ArrowRight');
    await facts('Section 5,');
    await page.keyboard.press('ArrowDown');
    assert.match(await read(page, '.room-day-words'), /^Day 6 of 26/);
    for (let times = 0; times < 6; times += 1) await page.keyboard.press('+');
    await told(page, 'Sections 5 to 5, days 6 to 6.');
    const [stay] = stays(profilesOf(EXAMPLE), 4).slice(4);
    await page.waitForFunction((crew) => document.querySelector('.diagram-labels')?.textContent === String(crew), stay.crew);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await told(page, 'Sections 5 to 5, days 8 to 8.');
    await page.keyboard.press('0');
    await told(page, 'Sections 1 to 9, days 1 to 26.');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.diagram .elevation-facts:has-text("Click a section")');
  }));

test('Ctrl and the wheel zoom where the pointer is, dragging moves what is seen', () =>
  site.visit({}, async (page) => {
    await pool(page, 4);
    await toDiagram(page, 'Sections 1 to 9, days 1 to 26.');
    const box = await (await page.$('.diagram-area')).boundingBox();
    await page.mouse.move(box.x + 4, box.y + 4);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    await told(page, 'Sections 1 to 5, days 1 to 13.');
    await page.mouse.move(box.x + box.width * 0.9, box.y + box.height * 0.9);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.1, { steps: 4 });
    await page.mouse.up();
    await told(page, 'Sections 4 to 8, days 11 to 23.');
  }));

test('a million sections: it is there at once, says what a pixel stands for, and follows the slider', (t) =>
  site.visit({}, async (page) => {
    await pool(page, 1000);
    await renewed(page, () => choose(page, { name: 'million.txt', mimeType: 'text/plain', buffer: Buffer.from(MILLION.text()) }));
    await toDiagram(page, 'Sections 1 to 1,000,000, days 1 to 15,020. A pixel stands for up to');
    await page.evaluate(() => { location.hash = '#/wall'; });
    await page.waitForFunction(() => document.querySelector('.diagram') === null);
    const ms = await page.evaluate(() => new Promise((resolve) => {
      const from = performance.now();
      location.hash = '#/diagram';
      const look = () => (document.querySelector('.diagram-canvas')?.height === 420 ? resolve(performance.now() - from) : requestAnimationFrame(look));
      look();
    }));
    t.diagnostic(`opening the diagram on 1,000,000 sections: ${ms.toFixed(0)} ms`);
    assert.ok(ms <= OPEN_MS, `${ms} ms`);
    await smoothly(t, 'the diagram’s day over 1,000,000 sections', site, page, '.room-day-slider');
  }));

test('a wall that starts finished has nothing to draw, and says so', () =>
  site.visit({}, async (page) => {
    await write(page, '30 30');
    await page.evaluate(() => { location.hash = '#/diagram'; });
    await page.waitForSelector('.diagram:has-text("there is no work to draw")');
    assert.equal(await page.isVisible('.diagram figure'), false);
  }));

test('at 360 px it fits, and there is no sideways scroll', () =>
  site.visit({ context: { viewport: { width: 360, height: 740 } } }, async (page) => {
    await toDiagram(page);
    await page.click('.diagram-tools >> text=Table');
    await page.waitForSelector('.diagram-table tbody tr');
    const [wide, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= inner, `${wide} of ${inner}`);
  }));
