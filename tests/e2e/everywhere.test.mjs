// What holds on every page, in every room and typical state. axe-core finds no violation (WCAG 2.2 A and AA, its
// best practices), light and dark, wide and narrow; nothing scrolls sideways at 320 pixels. Not for keys (keyboard),
// nor for what one room does.

import assert from 'node:assert/strict';
import axe from 'axe-core';
import { after, before, test } from 'node:test';

import { Site, write } from './lib.mjs';
import { STATES, enter, pagesOf, quiet, roomsOf } from './states.mjs';

const RULES = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** What axe asks in each scheme: all, and then those of its rules that look at colours. */
const SCHEMES = [['light', RULES], ['dark', { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }]];
const SIZES = [{ width: 1280, height: 900 }, { width: 360, height: 740 }];
/** As wide as 1280 pixels at 400 %. */
const NARROWEST = { width: 320, height: 640 };
/** Nothing fades while colours are compared. */
const CONTEXT = { reducedMotion: 'reduce' };
/** Pages that are looked at at the same time: each waits much and computes little, and no time is measured. */
const TOGETHER = { concurrency: 3 };

const seen = { looks: 0, rules: 0, violations: 0, narrow: 0 };
let site;
before(async () => { site = await Site.open(); });
after(async () => {
  await site.close();
  const { looks, rules, violations, narrow } = seen;
  console.log(`axe ${axe.version}: ${violations} violations in ${looks} looks at pages and states, ${rules} rules passed in all.`);
  console.log(`At ${NARROWEST.width} px ${narrow} pages and states fit.`);
  assert.ok(rules > 20 * (looks / SCHEMES.length), 'most rules were not asked');
});

/** What axe says against the page as it is shown now. */
async function complaints(page, runOnly) {
  await quiet(page);
  // The page's policy refuses scripts of others, not the driver's.
  await page.evaluate(axe.source);
  const { passes, violations } = await page.evaluate((runOnly) =>
    window.axe.run(document, { runOnly, resultTypes: ['violations'], iframes: false }), runOnly);
  seen.looks += 1;
  seen.rules += passes.length;
  seen.violations += violations.length;
  return violations.map(({ id, help, nodes }) =>
    [`${id}: ${help}`, ...nodes.slice(0, 4).map(({ target, any, all, none }) => `  ${target}: ${[...any, ...all, ...none].map(({ message }) => message).join('; ')}`)].join('\n'));
}

/** Looks at a page in its sizes, in both schemes; `shown` brings it into a scheme. */
async function examine(page, shown = async () => {}) {
  const said = [];
  for (const [colorScheme, rules] of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    await shown();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      const found = await complaints(page, rules);
      said.push(...found.map((text) => `${colorScheme}, ${size.width} px: ${text}`));
    }
  }
  await page.setViewportSize(NARROWEST);
  await quiet(page);
  said.push(...await wider(page));
  assert.equal(said.join('\n'), '');
  seen.narrow += 1;
}

/** What makes a page scroll sideways. */
function wider(page) {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const over = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 1);
    return [`${scrollWidth} px in ${clientWidth} px: ${over.map(({ tagName, id, className }) => `${tagName}#${id}.${className}`).slice(0, 6)}`];
  });
}

test('every typical state of the first page', TOGETHER, (t) => Promise.all(STATES.map(([name, reach, options = {}]) =>
  t.test(name, () => site.visit({ ...options, context: CONTEXT }, async (page) => {
    await reach(page);
    await examine(page);
  })))));

/** What a room is looked at with. */
const WALLS = [['the example', async () => {}], ['a broken wall', (page) => write(page, 'no wall', { faulty: true })]];

test('every room, with a wall and with a broken one', TOGETHER, async (t) => {
  const rooms = await roomsOf(site);
  await Promise.all(rooms.flatMap((room) => WALLS.map(([name, reach]) =>
    t.test(`${room}: ${name}`, () => site.visit({ context: CONTEXT }, async (page) => {
      await reach(page);
      await enter(page, room);
      await examine(page);
    })))));
});

/** Loads a page anew and waits until it has said what it has to say. */
async function again(page) {
  await page.reload();
  await page.waitForSelector('main h1, header h1');
  await page.waitForFunction(() => !/^(Looking|Loading)/.test(document.getElementById('said')?.textContent ?? ''));
}

test('every page of the documentation and of the API', TOGETHER, async (t) => {
  const pages = await pagesOf();
  await Promise.all(pages.map((address) =>
    // An address that the API answers is no file of the host's.
    t.test(address, () => site.visit({ query: address, wait: false, context: CONTEXT, forgive: [/404/] }, (page) =>
      examine(page, () => again(page))))));
});
