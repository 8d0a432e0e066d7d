// Every page of the site and the typical states of the app, with the way to each, for the checks that must hold
// everywhere (axe, reflow, policy). Rooms are those that the page's head names: a new one is looked at by itself.
// It holds no test.

import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { inState, lookAt, pool, renewed, settled, write } from './lib.mjs';

/** The folder of the built site. */
export const DIST = process.env.ICEWALL_SITE ?? fileURLToPath(new URL('../../dist/', import.meta.url));
const BROKEN = 'no wall\n1e3';

const example = (page, name) => renewed(page, () => page.selectOption('.examples', name));
const view = (page, name) => renewed(page, () => page.check(`.choice:has-text("${name}") input[name=view]`));
const table = async (page, at) => {
  await page.click(`.table-switch >> nth=${at}`);
  await page.waitForSelector('.table tbody tr');
};
const rooms = (page) => page.waitForSelector('#commands dialog', { state: 'attached' });

/**
 * What the first page looks like. Each state: its name, how the page gets there, and what else a visit of it takes.
 * @type {[string, (page) => Promise<unknown>, object?][]}
 */
export const STATES = [
  ['the example', async () => {}],
  ['a day looked at', (page) => lookAt(page, 5)],
  ['no wall', (page) => write(page, '', { faulty: true })],
  ['a broken wall, the old result beside it', (page) => write(page, BROKEN, { faulty: true })],
  ['many faults', async (page) => {
    await page.selectOption('.examples', 'faulty');
    await page.waitForSelector('.faults-list li');
  }],
  ['a field with a fault', async (page) => {
    await page.fill('#field-num_teams', '-1');
    await page.waitForSelector('#field-num_teams[aria-invalid=true]');
  }],
  ['2,000 sections, 20 crews', async (page) => {
    await example(page, 'long');
    await pool(page, 20);
  }],
  ['small multiples', async (page) => {
    await example(page, 'forty');
    await lookAt(page, 12);
  }],
  ['a heat map', async (page) => {
    await example(page, 'forty');
    await view(page, 'Heat map');
  }],
  ['finished before it began', (page) => example(page, 'finished')],
  ['the table of days', (page) => table(page, 0)],
  ['the table of profiles', async (page) => {
    await table(page, 0);
    await page.check('input[name=table] >> nth=1');
    await page.waitForSelector('.table caption >> text=By profile');
  }],
  ['the table of costs', (page) => table(page, 1)],
  ['the palette of commands', async (page) => {
    await rooms(page);
    await page.keyboard.press('Control+k');
    await page.waitForSelector('.palette[open] input:focus');
  }],
  ['the sheet of keys', async (page) => {
    await rooms(page);
    await page.keyboard.press('?');
    await page.waitForSelector('.keys[open]');
  }],
  ['the engine’s details', async (page) => {
    await page.click('.badge');
    await page.waitForSelector('#engine-details:popover-open');
  }],
  ['a broken link', async () => {}, { query: '#/wall?v=1' }],
  ['a wall that came with a link', (page) => page.waitForSelector('.linked'), { query: '#/wall?text=21%2025%0A17&num_teams=2' }],
  ['embedded', async () => {}, { query: '?embed=1#/wall?text=21%2025%0A17&num_teams=2' }],
  ['one thread', async () => {}, { plain: true }],
  ['no start', (page) => inState(page, 'failed'), {
    before: (page) => page.route(/icewall-app.*\.wasm$/, (route) => route.abort()), wait: false, forgive: [/./],
  }],
];

/** The rooms that the page's head links to, by what the address calls them. */
export async function roomsOf(site) {
  const html = await (await fetch(site.isolated.url)).text();
  const before = [...html.matchAll(/href="?#\/([a-z]+)/g)].map(([, name]) => name);
  const then = await site.visit({}, (page) => page.$$eval('.head-places a[href^="#/"]', (links) => links.map((link) => link.hash.slice(2))));
  return [...new Set([...before, ...then])];
}

/** Goes to a room and waits until it is there: something stands in it, nothing loads, nothing changes any more. */
export async function enter(page, room) {
  await page.evaluate((room) => { location.hash = `#/${room}`; }, room);
  await page.waitForSelector(`.head-places a[href="#/${room}"][aria-current=page]`, { state: 'attached' });
  await settled(page);
  if (room !== 'wall') await page.waitForSelector('#rooms > *', { state: 'attached' });
  await quiet(page);
}

/** Waits until nothing on the page has changed for a while, and nothing says that it is at work. */
export function quiet(page) {
  return page.evaluate(() => new Promise((resolve) => {
    const busy = () => [...document.querySelectorAll('progress, [aria-busy=true]')].some((element) => element.checkVisibility());
    let timer;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (busy()) return later();
        watch.disconnect();
        return resolve();
      }, 400);
    };
    const watch = new MutationObserver(later);
    watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    later();
  }));
}

/** The pages beside the app: the documentation's, the API's and what stands at an address that is none. */
export async function pagesOf() {
  const docs = (await readdir(`${DIST}/docs`)).filter((name) => name.endsWith('.html') && name !== 'toc.html');
  return [
    ...docs.map((name) => `docs/${name}`),
    'api.html', 'profiles/', 'profiles/1/', 'profiles/1/days/5/', 'profiles/1/overview/', 'profiles/overview/', 'profiles/overview/5/',
    'profiles/1/days/x/', 'profiles/config/', 'profiles/logs/', 'openapi.json', 'nothing/here',
  ];
}
