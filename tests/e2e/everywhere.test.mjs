// What holds on every page, in every room and typical state. axe-core finds no violation (WCAG 2.2 A and AA, its
// best practices), light and dark, wide and narrow; nothing scrolls sideways at 320 pixels. Not for keys (keyboard),
// nor for what one room does.

import assert from 'node:assert/strict';
import axe from 'axe-core';
import { after, before, test } from 'node:test';

import { Site, write } from './lib.mjs';
import { STATES, enter, pagesOf, quiet, roomsOf } from './states.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SCHEMES = ['light', 'dark'];
const SIZES = [{ width: 1280, height: 900 }, { width: 360, height: 740 }];
/** As wide as 1280 pixels at 400 %. */
const NARROWEST = { width: 320, height: 640 };
/** Nothing fades while colours are compared. */
const CONTEXT = { reducedMotion: 'reduce' };

const seen = { looks: 0, rules: 0, violations: 0, narrow: 0 };
let site;
before(async () => { site = await Site.open(); });
after(async () => {
  await site.close();
  const { looks, rules, violations, narrow } = seen;
  console.log(`axe ${axe.version}: ${violations} violations in ${looks} looks at pages and states, ${rules} rules passed in all.`);
  console.log(`At ${NARROWEST.width} px ${narrow} pages and states fit.`);
  assert.ok(rules > 20 * looks, 'most rules were not asked');
});

/** What axe says against the page as it is shown now. */
async function complaints(page) {
  await quiet(page);
  // The page's policy refuses scripts of others, not the driver's.
  await page.evaluate(axe.source);
  const { passes, violations } = await page.evaluate((values) =>
    window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'], iframes: false }), RULES);
  seen.looks += 1;
  seen.rules += passes.length;
  seen.violations += violations.length;
  return violations.map(({ id, help, nodes }) =>
    [`${id}: ${help}`, ...nodes.slice(0, 4).map(({ target, any, all, none }) => `  ${target}: ${[...any, ...all, ...none].map(({ message }) => message).join('; ')}`)].join('\n'));
}

/** Looks at a page in its sizes, in the schemes that are named; `shown` brings it into a scheme. */
async function examine(page, schemes = SCHEMES, shown = async () => {}) {
  const said = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    await shown();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      const found = await complaints(page);
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

for (const [name, reach, options = {}] of STATES) {
  test(`the wall: ${name}`, () =>
    site.visit({ ...options, context: CONTEXT }, async (page) => {
      await reach(page);
      await examine(page);
    }));
}

test('every room, with a wall and with a broken one', async (t) => {
  for (const room of await roomsOf(site)) {
    for (const [name, reach] of [['the example', async () => {}], ['a broken wall', (page) => write(page, 'no wall', { faulty: true })]]) {
      await t.test(`${room}: ${name}`, () =>
        site.visit({ context: CONTEXT }, async (page) => {
          await reach(page);
          await enter(page, room);
          await examine(page);
        }));
    }
  }
});

test('every page of the documentation and of the API', async (t) => {
  for (const address of await pagesOf()) {
    await t.test(address, () =>
      // An address that the API answers is no file of the host's.
      site.visit({ query: address, wait: false, context: CONTEXT, forgive: [/404/] }, async (page) => {
        await examine(page, SCHEMES, async () => {
          await page.reload();
          await page.waitForSelector('main h1, header h1');
          await page.waitForFunction(() => !/^(Looking|Loading)/.test(document.getElementById('said')?.textContent ?? ''));
        });
      }));
  }
});
