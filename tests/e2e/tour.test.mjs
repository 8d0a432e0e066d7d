// Every room by keyboard alone: Tab reaches all that can be used, in order, with a focus that can be seen, and is
// trapped nowhere; Escape closes what is open. And with less motion wanted, nothing moves by itself. Not for what
// the keys of one room do.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Site, write } from './lib.mjs';
import { enter, quiet, roomsOf } from './states.mjs';

/** More than any room has. */
const STOPS_MOST = 400;
/** Rooms that are gone through at the same time: each in a page of its own, which has its own focus. */
const TOGETHER = { concurrency: 2 };

let site;
let rooms;
const seen = { stops: 0 };
before(async () => {
  site = await Site.open();
  rooms = await roomsOf(site);
});
after(async () => {
  await site.close();
  console.log(`By keyboard: ${seen.stops} stops in ${rooms.length} rooms, all reached and seen.`);
});

/** In the page: `window.tour` notes where the focus goes, and how that looks. */
function startTour() {
  const usable = 'a[href], button, input, select, textarea, summary, [tabindex="0"], iframe';
  const isOn = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled')
    && element.tabIndex >= 0 && !element.closest('[inert]') && !(element.type === 'radio' && !element.checked
      && document.querySelector(`input[type=radio][name="${element.name}"]:checked`));
  // The focus may be shown on a frame, or on the words beside a hidden input.
  const look = (element) => [element, element.nextElementSibling, element.parentElement, element.closest('.editor')].filter(Boolean)
    .map((part) => getComputedStyle(part))
    .map(({ outline, boxShadow, borderColor, backgroundColor, textDecoration }) => [outline, boxShadow, borderColor, backgroundColor, textDecoration]).join();
  const told = (element) => element.outerHTML.slice(0, 160);
  const all = () => [...document.querySelectorAll(usable)].filter(isOn);
  window.tour = {
    all, told, order: [], looks: new Map(), covered: [],
    /** Notes the element that has the focus; true once it was there before. */
    note() {
      const element = document.activeElement;
      if (element === document.body) return this.order.length > 0;
      if (this.looks.has(element)) return true;
      this.order.push(element);
      this.looks.set(element, look(element));
      const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
      const [x, y] = [(Math.max(left, 0) + Math.min(right, innerWidth)) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
      const above = document.elementFromPoint(x, y);
      // What is a pixel large stands for something beside it.
      const stands = element.labels?.[0] ?? element;
      const is = (part) => part && above && (part.contains(above) || above.contains(part));
      if (width > 2 && height > 2 && !is(element) && !is(stands)) this.covered.push(told(element));
      return false;
    },
    result() {
      document.activeElement.blur();
      const { order, looks } = this;
      const place = (element) => element.tabIndex;
      const wrong = order.filter((element, at) => at > 0 && place(element) === place(order[at - 1])
        && !(order[at - 1].compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING));
      return {
        stops: order.length,
        missed: all().filter((element) => !looks.has(element)).map(told),
        unseen: order.filter((element) => element.isConnected && looks.get(element) === look(element)).map(told),
        covered: this.covered,
        wrong: wrong.map(told),
      };
    },
  };
  // Tab goes on from where the focus was last, even if that is gone.
  const start = Object.assign(document.createElement('span'), { tabIndex: -1 });
  document.body.prepend(start);
  start.focus();
  start.remove();
}

/** Goes through a page by Tab until the focus is where it was. */
async function tour(page) {
  await page.evaluate(startTour);
  let back = false;
  for (let pressed = 0; pressed < STOPS_MOST && !back; pressed += 1) {
    await page.keyboard.press('Tab');
    back = await page.evaluate(() => window.tour.note());
  }
  assert.ok(back, 'the focus comes round');
  // Backwards it leaves as well.
  await page.keyboard.press('Shift+Tab');
  const { stops, ...faults } = await page.evaluate(() => window.tour.result());
  assert.deepEqual(faults, { missed: [], unseen: [], covered: [], wrong: [] });
  assert.ok(stops > 8, `${stops} stops`);
  seen.stops += stops;
}

for (const [name, context] of [['wide', {}], ['narrow', { viewport: { width: 360, height: 740 } }]]) {
  test(`Tab goes through every room, ${name}`, TOGETHER, (t) => Promise.all(rooms.map((room) =>
    t.test(room, () => site.visit({ context }, async (page) => {
      await page.waitForSelector('#commands dialog', { state: 'attached' });
      await enter(page, room);
      await tour(page);
    })))));
}

test('Tab goes through the first page with a table and with faults', () =>
  site.visit({}, async (page) => {
    await page.waitForSelector('#commands dialog', { state: 'attached' });
    await page.click('.table-switch >> nth=0');
    await page.waitForSelector('.table tbody tr');
    await quiet(page);
    await tour(page);
    await write(page, 'no wall', { faulty: true });
    await quiet(page);
    await tour(page);
  }));

test('Escape closes what keys opened, and the focus is back where it was', () =>
  site.visit({}, async (page) => {
    await page.waitForSelector('#commands dialog', { state: 'attached' });
    const focused = () => page.evaluate(() => document.activeElement.outerHTML.slice(0, 120));
    await page.focus('.badge');
    const before = await focused();
    for (const [key, open] of [['Control+k', '.palette[open] input:focus'], ['?', '.keys[open]'], ['Enter', '#engine-details:popover-open']]) {
      await page.keyboard.press(key);
      await page.waitForSelector(open);
      await page.keyboard.press('Escape');
      await page.waitForSelector(open, { state: 'hidden' });
      assert.equal(await focused(), before, key);
    }
  }));

test('with less motion wanted, nothing moves by itself', async () => {
  const watched = async (reducedMotion, room) => site.visit({
    context: { reducedMotion },
    before: (page) => page.addInitScript(() => {
      window.moved = new Set();
      for (const [owner, name] of [[Element.prototype, 'scrollIntoView'], [Element.prototype, 'scrollTo'], [Element.prototype, 'scrollBy'], [window, 'scrollTo'], [window, 'scrollBy']]) {
        const scroll = owner[name];
        owner[name] = function smoothly(...given) {
          if (given[0]?.behavior === 'smooth') window.moved.add(`${name} smoothly`);
          return scroll.apply(this, given);
        };
      }
      const look = () => {
        for (const animation of document.getAnimations()) {
          const { duration, iterations } = animation.effect.getComputedTiming();
          if (duration * iterations > 0) window.moved.add(animation.transitionProperty ?? animation.animationName ?? 'a script’s');
        }
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }),
  }, async (page) => {
    if (room) await enter(page, room);
    await page.hover('.theme');
    await page.click('.theme');
    await quiet(page);
    return page.evaluate(() => [...window.moved, ...['auto', undefined].includes(getComputedStyle(document.documentElement).scrollBehavior) ? [] : ['scrolls smoothly']]);
  });
  for (const room of rooms) assert.deepEqual(await watched('reduce', room), [], room);
});
