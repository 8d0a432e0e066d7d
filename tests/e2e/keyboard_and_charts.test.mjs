// The charts and their tables by keyboard and by pointer, the views by profile, the theme, and
// narrow screens. Not for the way by Tab (tour). What a chart paints is not compared pixel by pixel: its
// figures are read where the page says them.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Site, dayShown, drop, figures, hooks, lookAt, pool, read, renewed, rows, settled, write } from './lib.mjs';
import { MILLION, heights, lines } from './walls.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

/** The core's figures of the example: day 5 of 13. */
const DAY_5 = { ice: 1560, cost: 2_964_000, until: 15_561_000 };

const day = (page, chart) => page.getAttribute(`${chart}[role=slider]`, 'aria-valuetext');
const noDay = (page) => page.waitForFunction(() =>
  document.querySelector('.day-slider').getAttribute('aria-valuetext') === 'no day chosen');

/** What stands on the canvases: how many of their pixels are painted. */
const painted = (page, selector) => page.$$eval(selector, (canvases) => canvases.map((canvas) => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let pixels = 0;
  for (let at = 3; at < data.length; at += 4) pixels += data[at] > 0 ? 1 : 0;
  return pixels;
}));

for (const [name, chart] of [['daily', '.plot-area >> nth=0'], ['cumulative', '.plot-area >> nth=1']]) {
  test(`keys move the shared day on the ${name} chart, Escape lets go`, () =>
    site.visit({}, async (page) => {
      const plot = page.locator(chart);
      await plot.focus();
      const go = async (key, wanted) => {
        await page.keyboard.press(key);
        const shown = await dayShown(page, wanted);
        assert.equal(await plot.getAttribute('aria-valuenow'), String(wanted), key);
        return shown;
      };
      await go('ArrowRight', 1);
      await go('ArrowRight', 2);
      await go('ArrowUp', 3);
      await go('End', 13);
      await go('ArrowRight', 13);
      await go('PageDown', 3);
      await go('PageUp', 13);
      await go('Home', 1);
      for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
      assert.deepEqual(await go('ArrowRight', 5), DAY_5);
      const spoken = 'Day 5: 1,560 cubic yards of ice, 2,964,000 Gold Dragons, 15,561,000 Gold Dragons so far';
      const said = (await plot.getAttribute('aria-valuetext')).replaceAll('\u00a0', ' ');
      assert.equal(said, spoken);
      assert.equal(await page.locator('.crosshair:visible').count(), 2, 'both charts show the day');
      await page.keyboard.press('Escape');
      await noDay(page);
      assert.equal(await page.locator('.crosshair:visible').count(), 0);
    }));
}

test('the pointer shows a day on both charts; a click keeps it', () =>
  site.visit({}, async (page) => {
    const { x, y, width, height } = await page.locator('.plot-area >> nth=0').boundingBox();
    const at = (day) => [x + ((day - 0.5) / 13) * width, y + height / 2];
    await page.mouse.move(...at(5));
    assert.deepEqual(await dayShown(page, 5), DAY_5);
    const tooltip = await read(page, '.tooltip >> nth=0');
    for (const words of ['Day 5', '1,560 yd³', '2,964,000 GD', '15,561,000 GD', '8 crews', 'Profile 3']) {
      assert.ok(tooltip.includes(words), `${words} in ${tooltip}`);
    }
    assert.equal(await page.locator('.tooltip:visible').count(), 2);
    await page.mouse.move(...at(9));
    await dayShown(page, 9);
    await page.mouse.down();
    await page.mouse.up();
    await page.mouse.move(x + width / 2, y - 60);
    await dayShown(page, 9);
    await page.locator('.plot-area >> nth=0').focus();
    await page.keyboard.press('Escape');
    await noDay(page);
  }));

test('the day by its slider and its field', () =>
  site.visit({}, async (page) => {
    assert.deepEqual(await lookAt(page, 5), DAY_5);
    await page.focus('.day-slider');
    await page.keyboard.press('ArrowRight');
    const { ice } = await dayShown(page, 6);
    assert.ok(ice > 0);
    await page.keyboard.press('Escape');
    await noDay(page);
  }));

test('each chart has a table with the same figures', () =>
  site.visit({}, async (page) => {
    const open = async (at) => {
      await page.click(`.table-switch >> nth=${at}`);
      await page.waitForSelector('.table tbody tr');
      return rows(page, '.table');
    };
    const days = await open(0);
    assert.equal(days.length, 13);
    assert.deepEqual(days[4], ['5', '1,560', '2,964,000', '15,561,000', '390', '195', '975']);
    assert.deepEqual(days[0], ['1', '1,755', '3,334,500', '3,334,500', '585', '195', '975']);
    assert.deepEqual(days[12].at(3), '32,233,500');
    await page.click('.table tbody .row-day >> nth=4');
    assert.deepEqual(await dayShown(page, 5), DAY_5);
    assert.equal(await page.locator('.table tr.looked-at').count(), 1);

    await page.check('input[name=table] >> nth=1');
    await page.waitForSelector('.table caption >> text=By profile');
    await page.waitForFunction(() => document.querySelectorAll('.table tbody tr').length === 3);
    assert.deepEqual(await rows(page, '.table'), [
      ['1', '3', '74', '16', '1', '9', '585', '3,120', '5,928,000'],
      ['2', '1', '17', '13', '1', '13', '195', '2,535', '4,816,500'],
      ['3', '5', '92', '58', '1', '13', '975', '11,310', '21,489,000'],
    ]);
    await page.click('.table-switch >> nth=0');
    const costs = await open(1);
    assert.deepEqual(costs[4], ['5', '2,964,000', '15,561,000']);
  }));

/** Takes a view, and waits for the run that draws it. */
const view = (page, name) => renewed(page, () => page.check(`.choice:has-text("${name}") input[name=view]`));
const state = (page) => page.$$eval('input[name=view]', (inputs) =>
  Object.fromEntries(inputs.map((input) => [input.parentElement.textContent, input.disabled ? 'disabled' : input.checked])));

test('3 profiles: stacked, and every other view', () =>
  site.visit({}, async (page) => {
    assert.deepEqual(await state(page), { Wall: false, Stacked: true, 'Small multiples': false, 'Heat map': false });
    assert.equal(await read(page, '#view-reason'), '');
    const [curve] = await painted(page, '.chart >> nth=0 >> canvas');
    assert.ok(curve > 10_000, `${curve} pixels`);
    await view(page, 'Small multiples');
    assert.ok((await painted(page, '.multiples canvas')).every((pixels) => pixels > 500));
    assert.equal(await page.locator('.multiples canvas').count(), 3);
    assert.match(await read(page, '#view-reason'), /by profile, the cost goes with the ice/);
    assert.ok(await page.isDisabled('input[name=measure] >> nth=1'));
    await view(page, 'Heat map');
    assert.equal(await page.locator('canvas.heat').count(), 1);
    await view(page, 'Wall');
    await page.check('input[name=measure] >> nth=1');
    assert.equal(await read(page, '#daily-title'), 'Cost a day, Gold Dragons');
    assert.deepEqual(await lookAt(page, 5), DAY_5);
  }));

test('40 profiles: small multiples; a stack cannot be chosen, and why', () =>
  site.visit({}, async (page) => {
    await renewed(page, () => page.selectOption('.examples', 'forty'));
    assert.deepEqual(await state(page), { Wall: false, Stacked: 'disabled', 'Small multiples': true, 'Heat map': false });
    assert.match(await read(page, '#view-reason'), /^This wall has 40 profiles: stacked shows up to 8;/);
    const canvases = await painted(page, '.multiples canvas');
    assert.equal(canvases.length, 40);
    assert.ok(canvases.every((pixels) => pixels > 100), String(canvases));
    await page.focus('.multiples');
    await page.keyboard.press('End');
    const last = await read(page, '.answer-finish');
    await dayShown(page, Number(last.replace(/\D+/, '')));
    await page.keyboard.press('Escape');
    await noDay(page);
    await view(page, 'Heat map');
    const [heat] = await painted(page, 'canvas.heat');
    assert.ok(heat > 1000, `${heat} pixels`);
  }));

test('500 profiles: a heat map; the choices that cannot be made say why', () =>
  site.visit({}, async (page) => {
    await write(page, lines(heights(5000, 30, 3), 10));
    assert.deepEqual(await state(page), { Wall: false, Stacked: 'disabled', 'Small multiples': 'disabled', 'Heat map': true });
    assert.match(await read(page, '#view-reason'), /^This wall has 500 profiles: stacked shows up to 8; small multiples up to 50;/);
    const [heat] = await painted(page, 'canvas.heat');
    assert.ok(heat > 1000, `${heat} pixels`);
    await page.focus('.plot-area >> nth=0');
    await page.keyboard.press('Home');
    const { ice } = await dayShown(page, 1);
    assert.ok(ice > 500_000, `${ice} yd³ on day 1: a crew each`);
    await view(page, 'Wall');
    assert.deepEqual((await lookAt(page, 1)).ice, ice);
  }));

test('a wall that starts finished has no day and says so', () =>
  site.visit({}, async (page) => {
    await renewed(page, () => page.selectOption('.examples', 'finished'));
    const { finish, cost, note, terms } = await figures(page);
    assert.deepEqual([finish, cost], ['Finished before day 1', 0]);
    assert.match(note, /no ice, no cost/);
    assert.equal(terms['Crew utilisation'], '–');
    assert.match(await read(page, '.chart'), /Nothing to build/);
    assert.equal(await read(page, '.day-figures'), 'No day needs any ice.');
    assert.ok(await page.isDisabled('.day-slider'));
  }));

test('the theme turns from the system’s to light to dark, and is kept', () =>
  site.visit({ context: { colorScheme: 'dark' } }, async (page) => {
    const look = () => page.evaluate(() => ({
      theme: document.documentElement.dataset.theme ?? null,
      ground: getComputedStyle(document.documentElement).backgroundColor,
    }));
    const system = await look();
    assert.equal(system.theme, null);
    await page.click('.theme');
    const light = await look();
    assert.equal(light.theme, 'light');
    await page.click('.theme');
    const dark = await look();
    assert.deepEqual(dark, { theme: 'dark', ground: system.ground });
    assert.notEqual(light.ground, dark.ground);
    await page.reload();
    await settled(page, 0);
    assert.deepEqual(await look(), dark);
  }));

test('360 pixels wide nothing scrolls sideways, and what is touched is large enough', () =>
  site.visit({ context: { viewport: { width: 360, height: 740 }, hasTouch: true } }, async (page) => {
    const fits = async (what) => {
      const { inner, scroll, over } = await page.evaluate(() => ({
        inner: document.documentElement.clientWidth,
        scroll: document.documentElement.scrollWidth,
        over: [...document.querySelectorAll('body *')]
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('.table-box, .editor, .file-head, .unseen, [hidden]'))
          .map((element) => element.className || element.tagName).slice(0, 5),
      }));
      assert.ok(scroll <= inner, `${what}: ${scroll} px in ${inner}: ${over}`);
    };
    await fits('the example');
    await page.click('.table-switch >> nth=0');
    await page.waitForSelector('.table tbody tr');
    await fits('with a table');
    await lookAt(page, 5);
    await fits('with a day');
    await write(page, 'no wall\n1e3', { faulty: true });
    await fits('with faults');
    for (const example of ['long', 'forty']) {
      await renewed(page, () => page.selectOption('.examples', example));
      await fits(example);
    }
    await pool(page, 20);
    await view(page, 'Heat map');
    await fits('as a heat map');
    await renewed(page, () => drop(page, 'million.txt', MILLION.text()));
    await fits('a file');
    const small = await page.$$eval('button, select, summary, input:not([type=radio], [hidden])', (elements) => elements
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.table, .unseen') && !element.matches('.skip, .link'))
      .map((element) => [element.getBoundingClientRect().height, element.className || element.id || element.textContent])
      .filter(([height]) => height < 44));
    assert.deepEqual(small, []);
    assert.equal((await hooks(page)).state, 'idle');
  }));

test('on paper nothing asks for a pointer', () =>
  site.visit({}, async (page) => {
    const hint = page.locator('.day-figures:has-text("point at a chart")');
    await hint.waitFor();
    await page.emulateMedia({ media: 'print' });
    assert.equal(await hint.isVisible(), false);
    await page.emulateMedia({ media: 'screen' });
    await lookAt(page, 5);
    await page.emulateMedia({ media: 'print' });
    await page.waitForSelector('.day-figures:has-text("yd³")', { state: 'visible' });
    assert.ok(await page.isVisible('.day-field input'), 'of which day they are');
  }));

test('on paper the charts are as wide as the sheet, and nothing is left to be clicked', () =>
  site.visit({}, async (page) => {
    await pool(page, 1);
    await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; }));
    await renewed(page, () => page.fill('#field-start_date', '2024-08-11'));
    await page.evaluate(() => {
      window.matchMedia('print').addEventListener('change', async ({ matches }) => {
        if (!matches) return;
        // The charts are drawn anew at once: nothing but promises comes before the sheets are made.
        for (let turn = 0; turn < 50; turn += 1) await null;
        const seen = (one) => one.checkVisibility({ visibilityProperty: true });
        window.onPaper = {
          sheet: document.documentElement.clientWidth,
          ends: [...document.querySelectorAll('.curve canvas, .curve')].map((one) => one.getBoundingClientRect().right),
          buttons: [...document.querySelectorAll('.page button, .head a, .head button')].filter(seen)
            .filter((one) => !one.matches('.why')).map((one) => one.textContent),
        };
      });
    });
    await page.pdf({ format: 'A4', margin: { left: '1cm', right: '1cm' } });
    const { sheet, ends, buttons } = await page.evaluate(() => window.onPaper);
    assert.ok(sheet > 600 && sheet < 800, `${sheet} pixels`);
    assert.ok(ends.length >= 4 && ends.every((end) => end > sheet - 10 && end <= sheet + 1), `${ends} of ${sheet}`);
    assert.deepEqual(buttons, []);
  }));
