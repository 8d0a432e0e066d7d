// The palette of commands, the sheet of keys and the settings, by keyboard alone and by pointer.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { PATIENCE, Site, figures, hooks, read, renewed, settled, write } from './lib.mjs';
import { save } from './saved.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

const rooms = (page) => page.waitForSelector('#commands dialog', { state: 'attached' });
const chosen = (page) => read(page, '.palette[open] li[aria-selected=true] span >> nth=0');

/** Opens the palette once the rooms are there, and types. */
async function palette(page, typed = '') {
  await rooms(page);
  await page.keyboard.press('Control+k');
  await page.waitForSelector('.palette[open] input:focus');
  await page.keyboard.type(typed);
}

/** Does the first command that fits. */
async function command(page, typed) {
  await palette(page, typed);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => !document.querySelector('.palette[open]:not(.keys)'));
}

const place = (page, hash) => page.waitForFunction((hash) => window.location.hash === hash, hash);

test('the palette finds a command by its letters, and does it', () =>
  site.visit({}, async (page) => {
    await palette(page, 'lngst');
    assert.equal(await chosen(page), 'Order of sections: longest first');
    await page.keyboard.press('Escape');
    await palette(page);
    assert.equal(await page.inputValue('.palette[open] input'), '', 'it opens empty');
    await page.keyboard.type('4');
    await page.keyboard.press('ArrowDown');
    await renewed(page, () => page.keyboard.press('Enter'));
    assert.equal((await figures(page)).finish, 'Finished on day 26', 'a pool of 4 crews');
    await renewed(page, () => command(page, 'undo'));
    assert.equal((await figures(page)).finish, 'Finished on day 13');
    await renewed(page, () => command(page, 'redo'));
    await renewed(page, () => command(page, 'undo'));
    await command(page, 'day 5');
    await page.waitForSelector('.day-figures:has-text("15,561,000")');
  }));

test('every place is a command away', () =>
  site.visit({}, async (page) => {
    for (const [typed, hash] of [['go plan', '#/plan'], ['go log', '#/log'], ['history', '#/history'], ['saved walls', '#/saved'], ['as a file', '#/export'], ['sett', '#/settings'], ['go wall', '#/wall']]) {
      await command(page, typed);
      await place(page, hash);
    }
  }));

test('examples, views and days lead to the first page from wherever they are asked for', () =>
  site.visit({}, async (page) => {
    await command(page, 'go plan');
    await renewed(page, () => command(page, 'example 40'));
    await place(page, '#/wall');
    assert.equal(await read(page, '.wall-size'), '40 profiles, 2,596 sections');
    await command(page, 'go log');
    await renewed(page, () => command(page, 'heat'));
    await place(page, '#/wall');
    assert.ok(await page.isChecked('.choice:has-text("Heat map") input'));
    await palette(page, 'stacked');
    assert.equal(await page.locator('.palette[open] li:has-text("stacked")').count(), 0, '40 profiles cannot be stacked');
    await page.keyboard.press('Escape');
    await command(page, 'go plan');
    await command(page, 'day 3');
    await place(page, '#/wall');
    await page.waitForFunction(() => document.querySelector('.day-field input').value === '3');
  }));

test('a file is opened by a command', () =>
  site.visit({}, async (page) => {
    await rooms(page);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), command(page, 'open f')]);
    await renewed(page, () => chooser.setFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('29 29') }));
    assert.equal(await page.inputValue('#wall-text'), '29 29');
  }));

test('a wall is saved by a command, and opened again by its name', () =>
  site.visit({}, async (page) => {
    await write(page, '11 12');
    await command(page, 'save name');
    await page.waitForSelector('#saved-as:focus');
    await page.keyboard.type('Under the hill');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.saved-said:has-text("is saved")');
    await command(page, 'go wall');
    await write(page, '1');
    await palette(page, 'hill');
    await page.waitForSelector('.palette[open] li:has-text("Under the hill")');
    assert.equal(await chosen(page), 'Under the hill');
    await renewed(page, () => page.keyboard.press('Enter'));
    assert.equal(await page.inputValue('#wall-text'), '11 12');
    await command(page, 'save name');
    await page.waitForSelector('#saved-as:focus');
    assert.equal(await page.inputValue('#saved-as'), 'Under the hill');
  }));

test('the palette knows what another tab has saved', () =>
  site.visit({}, async (page) => {
    await palette(page);
    await page.keyboard.press('Escape');
    const other = await page.context().newPage();
    await other.goto(site.isolated.url);
    await save(other, 'Elsewhere');
    await page.bringToFront();
    await palette(page, 'elsewh');
    await page.waitForSelector('.palette[open] li:has-text("Elsewhere")');
  }));

test('what fits nothing is told, and a click behind the palette closes it', () =>
  site.visit({}, async (page) => {
    await palette(page, 'qqq');
    assert.match(await read(page, '.palette-none'), /Nothing fits/);
    await page.mouse.click(5, 5);
    assert.equal(await page.locator('.palette[open]').count(), 0);
  }));

test('a question mark shows the keys, but not while a wall is typed', () =>
  site.visit({}, async (page) => {
    await rooms(page);
    await page.focus('#wall-text');
    await page.keyboard.type('?');
    assert.equal(await page.locator('.keys[open]').count(), 0);
    await page.keyboard.press('Backspace');
    await settled(page);
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press('?');
    await page.waitForSelector('.keys[open] h2:has-text("Keys")');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.keys[open]').count(), 0);
    await command(page, 'show the keys');
    await page.waitForSelector('.keys[open]');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('.keys[open]').count(), 0, 'its button has the focus');
  }));

test('the theme is the same in the palette, the settings and the head', () =>
  site.visit({}, async (page) => {
    await command(page, 'dark');
    await page.waitForSelector('html[data-theme=dark] .theme:has-text("dark")');
    await command(page, 'sett');
    assert.ok(await page.isChecked('.settings label:has-text("Dark") input'));
    await page.click('.theme');
    assert.ok(await page.isChecked('.settings label:has-text("As the system") input'));
    await page.check('.settings label:has-text("Light") input');
    await page.waitForSelector('html[data-theme=light] .theme:has-text("light")');
  }));

/** Figures that are written as in English, in what is seen, read out or drawn beside the first page. */
const english = (page) => page.evaluate(() => {
  const read = [...document.querySelectorAll('.page, .page :not(option)')].flatMap((one) => [one.getAttribute('aria-label'), one.getAttribute('aria-valuetext'),
    ...[...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent)]);
  return read.filter((text) => /\d,\d{3}(?!\d)/.test(text ?? ''));
});

/** Waits until none is: what is read out follows when it has come to rest. */
async function noneEnglish(page) {
  const end = performance.now() + PATIENCE;
  while ((await english(page)).length > 0 && performance.now() < end) await page.waitForTimeout(100);
  assert.deepEqual(await english(page), []);
}

test('numbers are written as the chosen locale has them, everywhere at once, and after a reload', () =>
  site.visit({}, async (page) => {
    await renewed(page, () => page.selectOption('.examples', 'forty'));
    await page.click('.table-switch >> nth=0');
    await page.waitForSelector('.table tbody tr');
    await command(page, 'day 3');
    await page.waitForSelector('.day-figures:has-text("yd³")');
    assert.ok((await english(page)).length > 20);
    await page.click('.badge');
    await page.click('.details >> text=Settings');
    const field = await page.waitForSelector('#settings-locale');
    await page.selectOption('#settings-locale', 'de-DE');
    await page.waitForSelector('.settings:has-text("32.233.500")');
    assert.ok(await field.evaluate((field) => field.isConnected), 'the room is not made anew around its reader');
    await noneEnglish(page);
    await command(page, 'go wall');
    assert.match(await read(page, '.answer-cost'), /^\d+\.\d{3}\.\d{3}/);
    await page.reload();
    await settled(page, 0);
    await page.waitForSelector('.answer-cost:has-text(".")');
    await noneEnglish(page);
    await command(page, 'sett');
    await page.waitForSelector('.settings:has-text("32.233.500")');
    await page.selectOption('#settings-locale', '');
    await page.waitForSelector('.settings:has-text("32,233,500")');
    assert.ok((await english(page)).length > 5);
  }));

test('a choice that is no locale is passed over', () =>
  site.visit({ before: (page) => page.addInitScript(() => localStorage.setItem('icewall-locale', 'not a locale')) }, async (page) => {
    assert.match(await read(page, '.answer-cost'), /32,233,500/);
  }));

test('as many threads as were chosen, unless the address says otherwise', () =>
  site.visit({}, async (page) => {
    await command(page, 'sett');
    await page.selectOption('#settings-threads', '1');
    await page.click('text="Load the page again"');
    await page.waitForFunction(() => document.documentElement.dataset.threads === '1');
    assert.deepEqual(await hooks(page).then(({ engine, threads }) => [engine, threads]), ['threads', 1]);
    await page.waitForSelector('.badge:text-is("1\u00a0thread")');
    await page.goto(`${site.isolated.url}?threads=2#/settings`);
    await page.waitForFunction(() => document.documentElement.dataset.threads === '2');
    await page.waitForSelector('.settings:has-text("The address asks for 2")');
  }));

test('where nothing can be kept, a choice says that it is lost', () =>
  site.visit({ before: (page) => page.addInitScript(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }) }, async (page) => {
    await command(page, 'sett');
    await page.selectOption('#settings-threads', '1');
    await page.waitForSelector('.settings:has-text("the choice is lost")');
  }));
