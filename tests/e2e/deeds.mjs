// What a visitor may do, as deeds to be drawn by lot: each brings the page somewhere and waits for nothing but that
// the page has heard it. For soak.mjs, which does hundreds of them; it checks nothing.

import { settled } from './lib.mjs';
import { quiet } from './states.mjs';
import { EXAMPLE } from './walls.mjs';

/** How long a part of the page may take to come, on a slow, busy machine. */
const PATIENCE = 60_000;
const ROOMS = ['plan', 'compare', 'crews', 'diagram', 'milestones', 'log', 'saved', 'export', 'risk', 'speed', 'history', 'settings', 'embed'];
/** In these, a button or two is tried by lot. The others set how the browser computes, or open the system's dialogs. */
const TRIED = ['plan', 'compare', 'crews', 'diagram', 'milestones', 'log', 'history'];

/** Numbers by lot from a seed (xorshift): the same seed, the same use. */
export function dice(seed) {
  let state = Math.max(Math.imul(seed, 2_654_435_761) >>> 0, 1);
  const roll = (sides) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % sides;
  };
  const one = (list) => list[roll(list.length)];
  const wall = () => Array.from({ length: 1 + roll(12) }, () => Array.from({ length: 1 + roll(30) }, () => roll(31)).join(' ')).join('\n');
  return { roll, one, wall };
}

/** Waits for an element. Not by `waitForSelector`: the driver would hold the element, and all around it, for good. */
export function there(page, selector, state = 'visible') {
  return page.locator(selector).first().waitFor({ state, timeout: PATIENCE });
}

/** Waits until nothing is computed; an engine that is down is started again. */
export async function calm(page) {
  for (;;) {
    const reached = await page.waitForFunction(() => {
      const { state } = document.documentElement.dataset;
      return (state === 'idle' || state === 'failed') && state;
    }, null, { timeout: PATIENCE });
    const state = await reached.jsonValue();
    await reached.dispose();
    if (state === 'idle') return;
    await go(page, 'wall');
    await page.click('.answer-status button >> text=Compute again');
    await page.waitForFunction(() => document.documentElement.dataset.state !== 'failed');
  }
}

/** Goes to a room and waits until something stands in it. */
export async function go(page, room) {
  await page.evaluate((room) => { location.hash = `#/${room}`; }, room);
  const where = room === 'wall' ? '.answer' : '#rooms > *';
  await there(page, where, 'attached');
}

/** Goes to the wall's text; a file gives way to it. */
async function editor(page) {
  await go(page, 'wall');
  if (!await page.isVisible('#wall-text')) await page.click('.file-panel button >> text=Start anew');
}

/** Writes a text. */
async function write(page, text) {
  await editor(page);
  await page.fill('#wall-text', text);
}

const file = (page, path) => page.setInputFiles('.wall input[type=file] >> nth=0', path);

/** Clicks the first of these that can be clicked, or the one `at` a place, if there is any; with words, one that says them. */
async function maybe(page, selector, { words = '', at = 0 } = {}) {
  await page.evaluate(([selector, words, at]) => {
    const usable = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled;
    const all = [...document.querySelectorAll(selector)].filter((element) => usable(element) && element.textContent.includes(words));
    all[at % all.length]?.click();
  }, [selector, words, at]);
}

/** Closes what a figure that was asked why has opened: nothing else can be used meanwhile. */
async function leaveDialog(page) {
  await page.waitForTimeout(100);
  if (await page.evaluate(() => document.querySelector('dialog[open]') !== null)) await page.keyboard.press('Escape');
}

/** What can be pressed or chosen in a room. */
const BUTTONS = ['button', 'input[type=radio]', 'input[type=checkbox]', 'summary'].map((kind) => `#rooms ${kind}`).join();

/** Tries a button or two of a room, by lot. */
async function tryRoom(page, room, dice) {
  await go(page, room);
  for (let tries = 1 + dice.roll(3); tries > 0; tries -= 1) {
    await page.waitForTimeout(dice.roll(400));
    await maybe(page, BUTTONS, { at: dice.roll(1000) });
    await leaveDialog(page);
  }
}

/** Every deed: its name, and what is done. `with` holds the dice, the paths of two files and the browser's tools. */
export const DEEDS = [
  ['edits', (page, { dice }) => write(page, dice.wall())],
  ['types', async (page, { dice }) => {
    await write(page, EXAMPLE);
    await page.focus('#wall-text');
    await page.keyboard.type(` ${dice.roll(31)}\n${dice.roll(31)}`);
  }],
  ['breaks the text', (page, { dice }) => write(page, dice.one(['no wall', '21 2O', '{"profiles": [', '', '31 99\n1e3']))],
  ['sets the crews', async (page, { dice }) => {
    await go(page, 'wall');
    await page.fill('#field-num_teams', String(1 + dice.roll(20)));
  }],
  ['takes an example', async (page, { dice }) => {
    await editor(page);
    await page.selectOption('.examples', dice.one(['forty', 'long', 'finished', 'faulty']));
  }],
  ['opens a file', async (page, { small }) => {
    await editor(page);
    await file(page, small);
  }],
  ['cancels a large file', async (page, { large }) => {
    await editor(page);
    const before = await page.evaluate(() => document.documentElement.dataset.run);
    await file(page, large);
    // It may be done before anybody looks.
    await page.waitForFunction((before) => {
      const { state, run } = document.documentElement.dataset;
      return state === 'running' || run !== before;
    }, before, { timeout: PATIENCE });
    await maybe(page, '.answer button', { words: 'Cancel' });
    await calm(page);
    await write(page, EXAMPLE);
  }],
  ['takes back', async (page, { dice }) => {
    for (let steps = dice.roll(4); steps >= 0; steps -= 1) await page.keyboard.press('Control+z');
  }],
  ['does again', async (page, { dice }) => {
    for (let steps = dice.roll(3); steps >= 0; steps -= 1) await page.keyboard.press('Control+Shift+z');
  }],
  ['looks at a day', async (page, { dice }) => {
    await go(page, 'wall');
    await calm(page);
    if (!await page.isEnabled('.day-field input')) return;
    await page.fill('.day-field input', String(1 + dice.roll(12)));
    await page.press('.day-field input', 'Enter');
  }],
  ['chooses a view', async (page, { dice }) => {
    await go(page, 'wall');
    const at = dice.roll(8);
    await page.evaluate((at) => {
      const views = document.querySelectorAll('input[name=view]');
      views[at % views.length]?.click();
    }, at);
  }],
  ['opens or closes a table', async (page, { dice }) => {
    await go(page, 'wall');
    await maybe(page, `.table-switch[aria-pressed=${dice.one(['true', 'false'])}]`);
  }],
  ['visits a room', (page, { dice }) => go(page, dice.one(ROOMS))],
  ['tries what a room has', (page, { dice }) => tryRoom(page, dice.one(TRIED), dice)],
  ['plays the days', async (page) => {
    await go(page, 'wall');
    await page.evaluate(() => document.querySelector('.elevation')?.scrollIntoView({ block: 'center' }));
    await maybe(page, '.elevation-play');
    // While the days that are shown go along, something is computed all the time.
    await page.waitForTimeout(500);
    await maybe(page, '.elevation-play', { words: 'Pause' });
  }],
  ['saves a wall and deletes it', async (page, { dice }) => {
    await write(page, dice.wall());
    await calm(page);
    await go(page, 'saved');
    await page.fill('#saved-as', `wall ${dice.roll(100)}`);
    await maybe(page, '.saved-new button');
    await there(page, '.saved-wall');
    await page.locator('.saved-more[aria-expanded=false]').first().click();
    await page.click('.saved-do >> text="Delete"');
  }],
  ['exports', async (page, { dice }) => {
    await go(page, 'export');
    await there(page, '.export-choice');
    await page.locator('.export-choice').nth(dice.roll(6)).click();
    await maybe(page, '.export-do .primary');
  }],
  ['shares a link', async (page) => {
    await editor(page);
    await maybe(page, '.wall-tools button', { words: 'Share' });
  }],
  ['seeks a command', async (page, { dice }) => {
    await page.keyboard.press('Control+k');
    await there(page, '.palette[open] input:focus');
    await page.keyboard.type(dice.one(['day 5', 'plan', 'crews', 'lngst']));
    await page.keyboard.press(dice.one(['Escape', 'Escape', 'Enter']));
    await page.keyboard.press('Escape');
  }],
  ['changes the theme', (page) => page.click('.theme')],
  ['turns the screen', (page, { dice }) => page.setViewportSize(dice.one([{ width: 1280, height: 900 }, { width: 360, height: 740 }]))],
  ['asks the API', (page, { dice }) => page.evaluate((path) => fetch(path).then((response) => response.text()), dice.one(['profiles/', 'profiles/overview/3/', 'profiles/logs/?limit=5', 'openapi.json']))],
  ['tells the API', (page, { dice }) => page.evaluate((body) => fetch('profiles/config/', {
    method: 'POST', body, headers: { 'Content-Type': 'application/json' },
  }).then((response) => response.text()), JSON.stringify({ num_teams: 1 + dice.roll(9) }))],
  ['kills a worker', async (page, { dice }) => {
    await calm(page);
    // A message that nobody can read: the worker's program ends by a fault of its own.
    await page.evaluate((at) => {
      const alive = window.workers.map((worker) => worker.deref()).filter(Boolean);
      alive[at % alive.length]?.postMessage({ message: new Uint8Array([99]) });
    }, dice.roll(100));
  }],
  ['kills the service worker', async (page, { devtools }) => {
    await devtools.send('ServiceWorker.stopAllWorkers');
  }],
];

/** Goes through all rooms. What is shown for the first time is made of a template, and the page keeps that. */
export async function tour(page, { dice }) {
  for (const room of ROOMS) {
    await go(page, room);
    await quiet(page);
  }
  for (const room of TRIED) await tryRoom(page, room, dice);
}

/**
 * Brings the page to rest: the example, as a new visitor sees it, and every program that it has is up: they are
 * started when something first needs them.
 */
export async function rest(page, fields) {
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1280, height: 900 });
  await go(page, 'wall');
  await maybe(page, '.linked button', { words: 'Keep' });
  await calm(page);
  while (await page.isVisible('.table-switch[aria-pressed=true]')) await page.click('.table-switch[aria-pressed=true]');
  await write(page, EXAMPLE);
  // Some may be folded away, so not by hand.
  await page.evaluate((fields) => {
    for (const [id, value] of fields) {
      const field = document.getElementById(id);
      if (field.value === value) continue;
      field.value = value;
      for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  }, fields);
  await page.check('input[name=view] >> nth=0', { force: true });
  await calm(page);
  await go(page, 'compare');
  await page.click('.compare-do button >> nth=0');
  for (const room of ['compare', 'log', 'plan', 'wall']) {
    await go(page, room);
    await quiet(page);
  }
  await page.evaluate(() => scrollTo(0, 0));
  await settled(page);
}
