// The elevation: the wall as a skyline on the day that is looked at. Its figures by the table beside it,
// its pixels by their colours, playing, keys alone, paper, and how smoothly a million sections follow the slider.
// Ten million are there as well.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { smoothly } from './frames.mjs';
import { Site, choose, lookAt, plainText, pool, renewed, rows, settled, shownDays, write } from './lib.mjs';
import { EXAMPLE, MILLION, heights, lines } from './walls.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

const STARTS = EXAMPLE.split(/\s+/).map(Number);
const TABLE = '.elevation-table';
/** Pixels of the picture above the target and below the ground, as the picture is laid out. */
const [ABOVE, BELOW] = [14, 8];

/** Brings the elevation into sight and waits for its words. */
async function see(page, words = /./) {
  await page.waitForSelector('.elevation', { state: 'attached' });
  await page.$eval('.elevation', (figure) => figure.scrollIntoView({ block: 'center' }));
  return told(page, words);
}

/** Waits until the sentence below the picture says so. */
async function told(page, words) {
  await page.waitForFunction(([source]) => new RegExp(source).test(document.querySelector('.elevation-told')?.textContent.replaceAll(/\s+/g, ' ')), [words.source]);
  return plainText(await page.textContent('.elevation-told'));
}

/** The example, whose days are played at so many seconds each. */
const paced = (seconds) => `[Task]\ncpu_worktime = ${seconds}\n[Profiles]\n${EXAMPLE.replaceAll(' ', ',')}\n`;

/** Looks at the first day of the example, at a tenth of a second each, with half of its days in the charts. */
async function nearer(page) {
  await write(page, paced(0.1));
  await lookAt(page, 1);
  await renewed(page, () => page.click('.shown-days >> text=Zoom in'));
}

const openTable = async (page) => {
  await page.click('.elevation [aria-label="Table of the sections that are seen"]');
  await page.waitForSelector(`${TABLE} tbody tr`);
};

/** The colour in the middle of a foot of a section, and the tones of the style sheet. */
function colours(page, places, sections, target) {
  return page.evaluate(([places, sections, target, above, below]) => {
    const canvas = document.querySelector('.elevation-canvas');
    const ground = canvas.height - below;
    const pen = canvas.getContext('2d');
    return places.map(([section, foot]) => {
      const x = Math.floor(((section - 0.5) / sections) * canvas.width);
      const y = Math.round(ground - ((foot - 0.5) * (ground - above)) / target);
      const [red, green, blue, alpha] = pen.getImageData(x, y, 1, 1).data;
      return alpha === 0 ? 'air' : `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    });
  }, [places, sections, target, ABOVE, BELOW]);
}

const tones = (page) => page.$eval('.elevation', (figure) => {
  const style = getComputedStyle(figure);
  return Object.fromEntries(['stone', 'ice', 'some'].map((name) => [name, style.getPropertyValue(`--wall-${name}`).trim()]));
});

for (const query of ['?threads=2', '?engine=single']) {
  test(`the example on day 5: heights, crews at work, in words and as a table ${query}`, () =>
    site.visit({ query }, async (page) => {
      await lookAt(page, 5);
      const words = await see(page, /At the end of day 5:/);
      assert.equal(words, 'At the end of day 5: sections 1 to 9 stand from 22 to 30 feet high, the target is 30; 8 crews are at work.');
      await openTable(page);
      // One crew for each section: a foot a day until 30.
      const expected = STARTS.map((start, at) => [at + 1, start, Math.min(30, start + 5), Number(start + 4 < 30)].map(String));
      assert.deepEqual(await rows(page, TABLE), expected);
    }));
}

for (const colorScheme of ['light', 'dark']) {
  test(`pixels have the colour of what stands there, ${colorScheme}`, () =>
    site.visit({ context: { colorScheme } }, async (page) => {
      await lookAt(page, 5);
      await see(page, /day 5:/);
      const { stone, ice } = await tones(page);
      assert.notEqual(stone, ice);
      const places = STARTS.flatMap((start, at) => [1, start, start + 1, Math.min(30, start + 5), start + 6].map((foot) => [at + 1, foot]))
        .filter(([, foot]) => foot <= 29);
      const expected = places.map(([section, foot]) => {
        const start = STARTS[section - 1];
        return foot <= start ? stone : foot <= Math.min(30, start + 5) ? ice : 'air';
      });
      assert.deepEqual(await colours(page, places, 9, 30), expected);
      assert.ok(new Set(expected).size === 3, 'all three are there');
    }));
}

test('with no day it shows the finish day; steps and the slider move the one day of the page', () =>
  site.visit({}, async (page) => {
    await see(page, /At the end of day 13:/);
    await page.click('.elevation-days >> text=Day before');
    await told(page, /day 12:/);
    assert.match(await page.getAttribute('.day-slider', 'aria-valuetext'), /^Day 12/);
    await page.click('.elevation-days >> text=Next day');
    await told(page, /day 13:/);
    await page.focus('.elevation-slider');
    await page.keyboard.press('Home');
    await told(page, /day 1:.*9 crews are at work/);
    assert.match(await page.getAttribute('.elevation-slider', 'aria-valuetext'), /^Day 1 of 13$/);
    await page.keyboard.press('Escape');
    await told(page, /day 13:/);
    assert.equal(await page.getAttribute('.day-slider', 'aria-valuetext'), 'no day chosen');
  }));

test('playing spends cpu_worktime on a day, pauses, and ends on the last day', () =>
  site.visit({}, async (page) => {
    await write(page, paced(0.5));
    await see(page, /day 13:/);
    const began = Date.now();
    await page.click('.elevation-play');
    await told(page, /day [3-9]:/);
    assert.ok(Date.now() - began >= 1000, 'two days take a second');
    await page.click('.elevation-play:has-text("Pause")');
    const paused = await page.textContent('.elevation-day');
    await page.waitForTimeout(1200);
    assert.equal(await page.textContent('.elevation-day'), paused);
    await page.evaluate(() => scrollTo(0, 0));
    await write(page, paced(0.02));
    await see(page, /stand/);
    await page.click('.elevation-play:has-text("Play")');
    await told(page, /day 13:/);
    await page.waitForSelector('.elevation-play:has-text("Play")');
  }));

test('a wall that changes is not played on', () =>
  site.visit({}, async (page) => {
    await write(page, paced(0.5));
    await see(page, /day 13:/);
    await page.click('.elevation-play');
    await told(page, /day [2-9]:/);
    await write(page, '5 6');
    await page.waitForSelector('.elevation-play:has-text("Play")');
    const day = await page.textContent('.elevation-day');
    await page.waitForTimeout(1200);
    assert.equal(await page.textContent('.elevation-day'), day);
  }));

test('playing goes on beyond the days that the charts show, and takes these along', () =>
  site.visit({}, async (page) => {
    await nearer(page);
    const [first, last] = await shownDays(page);
    assert.ok(first === 1 && last < 8, `${first}–${last}`);
    await see(page, /day 1:/);
    await page.click('.elevation-play');
    await told(page, /day 13:/);
    assert.deepEqual(await shownDays(page), [14 - last, 13]);
  }));

test('playing on while the text has a fault computes nothing', () =>
  site.visit({}, async (page) => {
    await nearer(page);
    await write(page, '21 2O', { faulty: true });
    await see(page, /day 1:/);
    const states = await page.evaluateHandle(() => {
      const seen = [];
      new MutationObserver(() => seen.push(document.documentElement.dataset.state)).observe(document.documentElement, { attributeFilter: ['data-state'] });
      return seen;
    });
    await page.click('.elevation-play');
    await told(page, /day 13:/);
    assert.deepEqual(await states.jsonValue(), []);
    // What was chosen meanwhile is shown with the wall's next result.
    await renewed(page, () => write(page, EXAMPLE));
    const [first, last] = await shownDays(page);
    assert.ok(first > 1 && last === 13, `${first}–${last}`);
  }));

test('with reduced motion nothing is played: days go step by step', () =>
  site.visit({ context: { reducedMotion: 'reduce' } }, async (page) => {
    await see(page);
    assert.equal(await page.$('.elevation-play'), null);
    await page.click('.elevation-days >> text=Day before');
    await told(page, /day 12:/);
  }));

test('a click on a section tells its facts, dragging moves and Ctrl+wheel zooms', () =>
  site.visit({}, async (page) => {
    await lookAt(page, 5);
    await see(page, /day 5:/);
    const box = await (await page.$('.elevation-area')).boundingBox();
    const x = (section) => box.x + (box.width * (section - 0.5)) / 9;
    await page.mouse.click(x(4), box.y + 100);
    await page.waitForFunction(() => document.querySelector('.elevation-facts').textContent.startsWith('Section 4,'));
    assert.equal(plainText(await page.textContent('.elevation-facts')),
      'Section 4, number 1 of profile 2: 17 feet at the start, 22 feet on day 5. Crew 4 builds 13 feet from day 1 to day 13: 2,535 yd³ of ice, 4,816,500 GD. Why?');
    await page.mouse.move(x(1), box.y + 100);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    await told(page, /sections 1 to 5 /);
    await page.mouse.down();
    await page.mouse.move(x(1) - 5, box.y + 100);
    await page.mouse.up();
    await page.mouse.move(box.x + box.width * 0.9, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.3, box.y + 100, { steps: 4 });
    await page.mouse.up();
    await told(page, /sections 4 to 8 /);
    await page.click('.elevation-tools >> text=Whole wall');
    await told(page, /sections 1 to 9 /);
  }));

test('keys alone choose, move and zoom down to one section', () =>
  site.visit({}, async (page) => {
    await see(page);
    await page.focus('.elevation-area');
    const facts = (section) => page.waitForFunction((words) => document.querySelector('.elevation-facts').textContent.startsWith(words), `Section ${section},`);
    await page.keyboard.press('ArrowRight');
    await facts(1);
    await page.keyboard.press('End');
    await facts(9);
    await page.keyboard.press('ArrowLeft');
    await facts(8);
    for (let times = 0; times < 4; times += 1) await page.keyboard.press('+');
    await told(page, /section 8 stand/);
    await page.keyboard.press('PageUp');
    await told(page, /section 7 stand/);
    await page.keyboard.press('0');
    await told(page, /sections 1 to 9 /);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.elevation-facts:has-text("Click a section")');
  }));

test('at 360 px it fits, and there is no sideways scroll', () =>
  site.visit({ context: { viewport: { width: 360, height: 740 } } }, async (page) => {
    await see(page);
    await openTable(page);
    const [wide, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= inner, `${wide} of ${inner}`);
  }));

test('it is on paper, in the colours of paper, though nobody scrolled to it', () =>
  site.visit({ context: { colorScheme: 'dark', viewport: { width: 1280, height: 500 } } }, async (page) => {
    await lookAt(page, 5);
    await page.waitForSelector('.elevation', { state: 'attached' });
    const isOut = await page.$eval('.elevation', (figure) => figure.getBoundingClientRect().top > innerHeight);
    assert.ok(isOut, 'it is out of sight');
    await told(page, /At the end of day 5:/);
    await page.emulateMedia({ media: 'print' });
    const stone = () => tones(page).then((tones) => tones.stone);
    const [light] = [await stone()];
    await page.waitForFunction(([light, above, below]) => {
      const canvas = document.querySelector('.elevation-canvas');
      const [red, green, blue, alpha] = canvas.getContext('2d').getImageData(Math.floor(canvas.width / 18), canvas.height - below - 4, 1, 1).data;
      return alpha === 255 && `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}` === light && above > 0;
    }, [light, ABOVE, BELOW]);
    assert.ok(await page.isVisible('.elevation-canvas'));
    for (const control of ['.elevation-play', '.elevation-slider', '.elevation-tools button', '.elevation-facts', '.take-picture button']) {
      assert.equal(await page.isVisible(`.elevation ${control}`), false, control);
    }
  }));

test('1,000,000 sections follow the slider while it is dragged', (t) =>
  site.visit({}, async (page) => {
    await pool(page, 1000);
    await renewed(page, () => choose(page, { name: 'million.txt', mimeType: 'text/plain', buffer: Buffer.from(MILLION.text()) }));
    await see(page, /sections 1 to 1,000,000 stand/);
    await smoothly(t, 'the elevation', site, page, '.elevation-slider');
    const day = await page.inputValue('.elevation-slider');
    await told(page, new RegExp(`day ${Number(day).toLocaleString('en-US')}: .* 1,000 crews are at work`));
    await settled(page);
  }));

test('10,000,000 sections: all of them, and any one', (t) =>
  site.visit({}, async (page) => {
    const starts = heights(10_000_000, 30, 1);
    await pool(page, 5000);
    await renewed(page, () => choose(page, { name: 'large.txt', mimeType: 'text/plain', buffer: Buffer.from(lines(starts, 2000)) }));
    const began = Date.now();
    await see(page, /sections 1 to 10,000,000 stand 30 feet high, the target is 30/);
    t.diagnostic(`10,000,000 sections: seen after ${Date.now() - began} ms, the wall brought to the workshop first`);
    await page.focus('.elevation-area');
    await page.keyboard.press('End');
    await page.waitForFunction(() => document.querySelector('.elevation-facts').textContent.startsWith('Section 10,000,000,'));
    const start = starts.at(-1);
    assert.match(plainText(await page.textContent('.elevation-facts')), new RegExp(`^Section 10,000,000, number 2,000 of profile 5,000: ${start} feet at the start`));
    for (let times = 0; times < 24; times += 1) await page.keyboard.press('+');
    await told(page, /section 10,000,000 stand 30 feet high/);
    await page.keyboard.press('0');
    await page.keyboard.press('Escape');
    await page.focus('.elevation-slider');
    await page.keyboard.press('Home');
    await told(page, /At the end of day 1: sections 1 to 10,000,000 stand from 0 to 30 feet high, the target is 30; 5,000 crews are at work/);
  }));
