// The days that every day axis shows: chosen by dragging on a chart, by buttons and by keys; the same in every
// chart and room; no peak is lost; the day that is chosen stays in sight.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Site, lookAt, pool, read, renewed, shownDays, whole, write } from './lib.mjs';
import { EXAMPLE, build, heights, profilesOf } from './walls.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

/** 40 crews on 600 sections: some 240 days. */
const WALL = Array.from({ length: 6 }, (_, profile) => heights(100, 30, profile + 1).join(' ')).join('\n');

const words = (page) => read(page, '.shown-days-words');
const press = (page, name) => renewed(page, () => page.click(`.shown-days >> text=${name}`));

for (const query of ['?threads=2', '?engine=single']) {
  test(`dragging over a chart shows those days, in every chart ${query}`, () =>
    site.visit({ query }, async (page) => {
      await pool(page, 4);
      const plot = await (await page.$('.plot-area')).boundingBox();
      const x = (day) => plot.x + (plot.width * (day - 0.5)) / 26;
      await page.mouse.move(x(6), plot.y + 60);
      await page.mouse.down();
      await page.mouse.move(x(9), plot.y + 70, { steps: 3 });
      assert.ok(await page.isVisible('.brush'));
      await renewed(page, async () => {
        await page.mouse.move(x(15), plot.y + 60, { steps: 3 });
        await page.mouse.up();
      });
      assert.equal(await words(page), 'days 6–15 of 26');
      assert.deepEqual(await shownDays(page), [6, 15]);
      assert.equal(await page.isVisible('.brush'), false);
      // What lies under the pointer is the day of the axis that is shown.
      const wall = build(profilesOf(EXAMPLE), 4);
      for (const day of [6, 10, 15]) {
        for (const at of [0, 1]) {
          const area = await (await page.$$('.plot-area'))[at].boundingBox();
          await page.mouse.move(area.x + (area.width * (day - 5.5)) / 10, area.y + 50);
          await page.waitForFunction((day) => document.querySelector('.day-slider').getAttribute('aria-valuetext').startsWith(`Day ${day}:`), day);
          const [ice] = (await read(page, '.day-figures')).split(' · ');
          assert.equal(whole(ice), wall.on(day).ice, `day ${day}`);
        }
      }
    }));
}

/** Waits until the page stands: a swipe moves it on for a while after the finger has gone. */
const rested = (page) => page.evaluate(async () => {
  for (let [before, still] = [NaN, 0]; still < 15; before = scrollY) {
    await new Promise(requestAnimationFrame);
    still = scrollY === before ? still + 1 : 0;
  }
});

test('a finger that moves across chooses days; one that moves up or down scrolls the page, and a tap looks at a day', () =>
  site.visit({ context: { hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } } }, async (page) => {
    await pool(page, 4);
    await page.$eval('.plot-area', (area) => area.scrollIntoView({ block: 'center' }));
    const plot = await (await page.$('.plot-area')).boundingBox();
    const x = (day) => plot.x + (plot.width * (day - 0.5)) / 26;
    const y = plot.y + plot.height / 2;
    const finger = await page.context().newCDPSession(page);
    const touch = (type, ...touchPoints) => finger.send('Input.dispatchTouchEvent', { type, touchPoints });
    const swipe = async (from, to) => {
      await touch('touchStart', { x: from[0], y: from[1] });
      for (let step = 1; step <= 8; step += 1) {
        await touch('touchMove', { x: from[0] + ((to[0] - from[0]) * step) / 8, y: from[1] + ((to[1] - from[1]) * step) / 8 });
      }
      await touch('touchEnd');
    };
    const scrolled = await page.evaluate(() => scrollY);
    await swipe([x(13), y + 60], [x(14), y - 60]);
    await page.waitForFunction((scrolled) => scrollY > scrolled + 40, scrolled);
    await rested(page);
    assert.deepEqual(await shownDays(page), [1, 26], 'nothing was chosen on the way');
    await page.evaluate((scrolled) => scrollTo(0, scrolled), scrolled);
    await page.touchscreen.tap(x(9), y);
    await page.waitForFunction(() => document.querySelector('.day-slider').getAttribute('aria-valuetext').startsWith('Day 9:'));
    await renewed(page, () => swipe([x(6), y], [x(15), y + 6]));
    assert.deepEqual(await shownDays(page), [6, 15]);
    assert.equal(await page.evaluate(() => scrollY), scrolled, 'the page stays where it is');
  }));

test('buttons and keys: nearer, further, earlier, later, all; a chosen day stays in sight', () =>
  site.visit({}, async (page) => {
    await write(page, WALL);
    await pool(page, 40);
    const { days } = build(profilesOf(WALL), 40);
    assert.deepEqual(await shownDays(page), [1, days]);
    await lookAt(page, 20);
    await press(page, 'Zoom in');
    const [first, last] = await shownDays(page);
    assert.ok(first <= 20 && 20 <= last && Math.abs(last - first + 1 - days / 2) <= 1, `${first}–${last}`);
    await press(page, 'Later');
    const later = await shownDays(page);
    assert.equal(later[0] - first, Math.round((last - first + 1) / 2));
    // A day beyond is brought into sight.
    await renewed(page, () => lookAt(page, 3));
    assert.ok((await shownDays(page))[0] <= 3);
    await press(page, 'All days');
    assert.equal(await words(page), '');
    await page.focus('.plot-area');
    await renewed(page, () => page.keyboard.press('+'));
    await renewed(page, () => page.keyboard.press('-'));
    assert.deepEqual(await shownDays(page), [1, days]);
    await renewed(page, () => page.keyboard.press('+'));
    await renewed(page, () => page.keyboard.press('0'));
    assert.deepEqual(await shownDays(page), [1, days]);
  }));

test('the rooms show the same days', () =>
  site.visit({}, async (page) => {
    await pool(page, 4);
    await lookAt(page, 3);
    await press(page, 'Zoom in');
    const [first, last] = await shownDays(page);
    const is = (selector, text) => page.waitForFunction(([selector, text]) =>
      document.querySelector(selector)?.textContent.replaceAll(/\s+/g, ' ').includes(text), [selector, text]);
    await page.evaluate(() => { location.hash = '#/crews'; });
    await is('.crews-ends', `day ${first}${last}`);
    await page.evaluate(() => { location.hash = '#/diagram'; });
    await is('.diagram-told', `days ${first} to ${last}`);
    await page.click('.diagram-tools >> text=Whole wall');
    await is('.diagram-told', 'days 1 to 26');
    await page.evaluate(() => { location.hash = '#/wall'; });
    await page.waitForFunction(() => document.querySelector('.day-slider').max === '26');
  }));

test('a wall that has fewer days shows what it has of them, or all', () =>
  site.visit({}, async (page) => {
    await pool(page, 1);
    await lookAt(page, 80);
    await press(page, 'Zoom in');
    await pool(page, 4);
    assert.deepEqual(await shownDays(page), [1, 26], 'none of those days is there any more');
  }));
