// The words of the day axis, in every chart that has one: whole, and none over another, on a wide and on a narrow
// page, in the longest words of a few locales.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Site, lookAt, renewed, write } from './lib.mjs';
import { heights } from './walls.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

/** Keeps what was last written on each canvas, and where, in `canvas.words`. */
const listen = (page) => page.addInitScript(() => {
  const { fillText, clearRect } = CanvasRenderingContext2D.prototype;
  Object.assign(CanvasRenderingContext2D.prototype, {
    clearRect(...given) {
      this.canvas.words = [];
      return clearRect.apply(this, given);
    },
    fillText(text, ...given) {
      const { x } = this.getTransform().transformPoint({ x: given[0], y: given[1] });
      const half = this.measureText(text).width / 2;
      if (this.textAlign === 'center') (this.canvas.words ??= []).push([text, x - half, x + half]);
      return fillText.call(this, text, ...given);
    },
  });
});

/** The words of the day axes that are to be seen: each with where it begins and ends, and the ends of its room. */
const axes = (page) => page.evaluate(() => {
  const seen = (element) => element.checkVisibility();
  const canvases = [...document.querySelectorAll('.curve canvas')].filter(seen)
    .map((canvas) => [canvas.words ?? [], [0, canvas.width]]);
  const written = (axis, words) => [
    // In one line each.
    [...words].map((word) => [word.textContent, word.getBoundingClientRect()]).filter(([, { height }]) => height < 20)
      .map(([text, { left, right }]) => [text, left, right]),
    [axis.getBoundingClientRect().left, axis.getBoundingClientRect().right],
  ];
  const ticks = [...document.querySelectorAll('.day-ticks')].filter(seen)
    .map((axis) => written(axis.closest('figure'), axis.querySelectorAll('span')));
  const drawn = [...document.querySelectorAll('.compare-plot svg')].filter(seen)
    .map((svg) => written(svg, svg.querySelectorAll('.axis text[text-anchor=middle]')));
  return [...canvases, ...ticks, ...drawn];
});

/** Checks them; `last` is what the last word must be. */
async function check(page, count, last) {
  const all = await axes(page);
  assert.equal(all.length, count, 'so many axes');
  for (const [words, [from, to]] of all) {
    const told = JSON.stringify([words, from, to]);
    assert.match(words.at(-1)[0], last, told);
    assert.ok(words[0][1] >= from && words.at(-1)[2] <= to, `inside: ${told}`);
    words.slice(1).forEach(([, left], at) => assert.ok(left > words[at][2], `apart: ${told}`));
  }
}

const WALL = JSON.stringify({
  num_teams: 20, start_date: '2024-08-11', profiles: [0, 1, 2].map((seed) => [...heights(700, 30, seed + 1)]),
});

for (const width of [1280, 360]) {
  for (const [locale, last] of [
    ['en-US', /^1,\d{3} · \w{3} 202\d$/], ['de-DE', /^1\.\d{3} · .* 202\d$/], ['pt-BR', /^1\.\d{3} · .* de 202\d$/], ['ja-JP', /^1,\d{3} · 202\d年\d+月$/],
  ]) {
    test(`${width} pixels wide, ${locale}: about 2,000 sections with dates`, () =>
      site.visit({ context: { viewport: { width, height: 900 }, locale }, before: listen }, async (page) => {
        await write(page, WALL);
        await check(page, 2, last);
        await renewed(page, () => page.check('.choice:has-text("Heat map") input[name=view]'));
        await check(page, 2, last);
        await page.evaluate(() => { window.location.hash = '#/compare'; });
        await page.click('.compare-do button >> nth=0');
        await page.waitForFunction(() => document.querySelectorAll('.compare-plot .series').length === 4);
        await check(page, 2, last);
      }));
  }
}

test('without dates, and with short ones, the plot keeps its room', () =>
  site.visit({ before: listen, context: { viewport: { width: 360, height: 800 } } }, async (page) => {
    await check(page, 2, /^13$/);
    const narrow = await page.evaluate(() => document.querySelector('.plot-area').clientWidth);
    await write(page, '{"start_date": "2024-08-11", "profiles": [[21, 25, 28], [17], [17, 22, 17, 19, 17]]}');
    await check(page, 2, /^13 · Aug 23$/);
    const dated = await page.evaluate(() => document.querySelector('.plot-area').clientWidth);
    assert.ok(dated > narrow - 24, `${dated} of ${narrow} pixels`);
  }));

test('on a narrow page a figure of two lines stands below its name, not on it, and a tooltip holds its day', () =>
  site.visit({ context: { viewport: { width: 360, height: 900 } } }, async (page) => {
    await write(page, WALL);
    const over = await page.$$eval('.figure-list > div', (list) => list.map((entry) => {
      const words = (element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return range.getBoundingClientRect();
      };
      const [name, value] = [words(entry.querySelector('dt')), words(entry.querySelector('dd button, dd').firstChild)];
      return [entry.textContent, value.top - name.bottom, value.height];
    }));
    assert.ok(over.some(([, , height]) => height > 30), `one has two lines: ${over}`);
    assert.deepEqual(over.filter(([, gap]) => gap < -4), []);
    await lookAt(page, 1200);
    const [day, box] = await page.$eval('.tooltip:not([hidden])', (tooltip) => [
      tooltip.querySelector('.tooltip-day').scrollWidth, tooltip.clientWidth,
    ]);
    assert.ok(day <= box, `${day} in ${box} pixels`);
  }));
