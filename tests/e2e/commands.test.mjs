// The palette of commands and the sheet of keys, by keyboard alone and by pointer.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Site, figures, read, renewed, settled } from './lib.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

/** Opens the palette once the rooms are there. */
async function palette(page) {
  await page.waitForSelector('#commands dialog', { state: 'attached' });
  await page.keyboard.press('Control+k');
  await page.waitForSelector('.palette[open] input:focus');
}

test('the palette finds a command by its letters, and does it', () =>
  site.visit({}, async (page) => {
    await palette(page);
    await page.keyboard.type('lngst');
    assert.equal(await page.locator('.palette[open] li[aria-selected=true]').textContent(), 'Order of sections: longest first');
    await page.keyboard.press('Escape');
    await palette(page);
    assert.equal(await page.inputValue('.palette[open] input'), '', 'it opens empty');
    await page.keyboard.type('4');
    await page.keyboard.press('ArrowDown');
    await renewed(page, () => page.keyboard.press('Enter'));
    assert.equal((await figures(page)).finish, 'Finished on day 26', 'a pool of 4 crews');
    await palette(page);
    await page.keyboard.type('undo');
    await renewed(page, () => page.keyboard.press('Enter'));
    assert.equal((await figures(page)).finish, 'Finished on day 13');
    await palette(page);
    await page.keyboard.type('day 5');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.day-figures:has-text("15,561,000")');
  }));

test('what fits nothing is told, and a click behind the palette closes it', () =>
  site.visit({}, async (page) => {
    await palette(page);
    await page.keyboard.type('qqq');
    assert.match(await read(page, '.palette-none'), /Nothing fits/);
    await page.mouse.click(5, 5);
    assert.equal(await page.locator('.palette[open]').count(), 0);
  }));

test('a question mark shows the keys, but not while a wall is typed', () =>
  site.visit({}, async (page) => {
    await page.waitForSelector('#commands dialog', { state: 'attached' });
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
  }));
