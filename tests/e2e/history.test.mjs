// Undo and redo over the text and the parameters alike, by keys and by buttons, and every state as a list.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { PATIENCE, Site, figures, pool, read, renewed, settled, write } from './lib.mjs';
import { EXAMPLE } from './walls.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

const text = (page) => page.inputValue('#wall-text');
const crews = (page) => page.inputValue('#field-num_teams');
const press = (page, key) => page.keyboard.press(key);

test('every step over the text and the parameters is taken back in its order, and done again', () =>
  site.visit({}, async (page) => {
    assert.ok(await page.isDisabled('.undo >> text=Undo'));
    await write(page, '21 25 28');
    await pool(page, 2);
    await write(page, '21 25');
    await renewed(page, () => press(page, 'Control+z'));
    assert.deepEqual([await text(page), await crews(page)], ['21 25 28', '2']);
    await renewed(page, () => press(page, 'Control+z'));
    assert.equal((await figures(page)).finish, 'Finished on day 9', 'one crew each again');
    await renewed(page, () => page.click('.undo >> text=Undo'));
    assert.equal(await text(page), EXAMPLE);
    assert.ok(await page.isDisabled('.undo >> text=Undo'));
    for (const key of ['Control+Shift+z', 'Control+y']) await renewed(page, () => press(page, key));
    await renewed(page, () => page.click('.undo >> text=Redo'));
    assert.equal(await text(page), '21 25');
    assert.ok(await page.isDisabled('.undo >> text=Redo'));
  }));

test('what was typed in one go is one step, and the caret stays where the change is', () =>
  site.visit({}, async (page) => {
    await write(page, '1 2 3\n4 5 6\n7 8 9');
    await page.waitForTimeout(800);
    await page.focus('#wall-text');
    await page.evaluate(() => document.querySelector('#wall-text').setSelectionRange(5, 5));
    await page.keyboard.type(' 11');
    await page.waitForFunction(() => document.querySelector('#wall-text').value.startsWith('1 2 3 11'));
    await settled(page);
    await renewed(page, () => press(page, 'Control+z'));
    assert.equal(await text(page), '1 2 3\n4 5 6\n7 8 9');
    assert.equal(await page.evaluate(() => document.querySelector('#wall-text').selectionStart), 5);
  }));

test('a faulty text, an example and a file are steps like any other', () =>
  site.visit({}, async (page) => {
    await write(page, '21 2O', { faulty: true });
    await renewed(page, () => page.selectOption('.examples', 'forty'));
    await press(page, 'Control+z');
    await page.waitForFunction(() => document.querySelector('#wall-text').value === '21 2O');
    await renewed(page, () => press(page, 'Control+z'));
    assert.equal(await text(page), EXAMPLE);
    await renewed(page, () => page.setInputFiles('.wall input[type=file] >> nth=0', {
      name: 'large.txt', mimeType: 'text/plain', buffer: Buffer.from('29\n'.repeat(30_000)),
    }));
    assert.match(await read(page, '.file-name'), /large\.txt/);
    await renewed(page, () => press(page, 'Control+z'));
    assert.equal(await text(page), EXAMPLE);
    await renewed(page, () => press(page, 'Control+y'));
    assert.match(await read(page, '.file-name'), /large\.txt/);
  }));

const listed = (page, count) =>
  page.waitForFunction((count) => document.querySelectorAll('.history-list li').length === count, count);
const said = (page) => page.locator('.history-what').allTextContents();
const present = '.history-list button[aria-current=step]';

test('every state stands in a list with what changed, and a click goes there', () =>
  site.visit({}, async (page) => {
    await write(page, '21 25 28\n17');
    await pool(page, 4);
    // What follows at once belongs to the same step.
    await page.waitForTimeout(800);
    await pool(page, 5);
    await write(page, '21 25 28\n18');
    await page.waitForTimeout(800);
    await write(page, '21 25 28\n18\n19 20');
    await page.click('.saved >> text=History');
    await listed(page, 6);
    assert.deepEqual(await said(page), [
      '1 line added at line 3: 19 20', 'Line 2: 17 → 18', 'Crews 4 → 5', 'Crews one each → 4', '1 line removed at line 3', 'The first state',
    ]);
    assert.equal(await read(page, `${present} .history-what`), '1 line added at line 3: 19 20');
    await page.waitForSelector('.history:has-text("3 profiles, 6 sections")');
    await renewed(page, () => page.click('.history-list button:has-text("Crews 4 → 5")'));
    await page.waitForSelector(`${present}:has-text("Crews 4 → 5")`);
    assert.ok(await page.evaluate(() => document.activeElement.closest('.history-list') !== null), 'the focus stays');
    await page.waitForSelector('.history:has-text("2 profiles, 4 sections")');
    assert.deepEqual([await text(page), await crews(page)], ['21 25 28\n17', '5']);
    assert.equal((await said(page)).length, 6, 'what comes later is still there');
    await renewed(page, () => page.click('.history-list button >> nth=0'));
    assert.equal(await text(page), '21 25 28\n18\n19 20');
    await renewed(page, () => page.click('.history-list button:has-text("The first state")'));
    assert.equal(await text(page), EXAMPLE);
    assert.ok(await page.isDisabled('.undo >> text=Undo'));
    await renewed(page, async () => {
      await page.evaluate(() => { window.location.hash = '#/wall'; });
      await page.fill('#wall-text', '7');
    });
    await page.evaluate(() => { window.location.hash = '#/history'; });
    await listed(page, 2);
    assert.match((await said(page))[0], /^From line 1 on|^Line 1|removed at line 1/);
  }));

test('a file and a fault are states in the list as well', () =>
  site.visit({}, async (page) => {
    await renewed(page, () => page.setInputFiles('.wall input[type=file] >> nth=0', {
      name: 'large.txt', mimeType: 'text/plain', buffer: Buffer.from('29\n'.repeat(30_000)),
    }));
    await page.evaluate(() => { window.location.hash = '#/history'; });
    await listed(page, 2);
    assert.equal((await said(page))[0], 'The file large.txt');
    await renewed(page, () => page.click('.history-list button >> nth=1'));
    await page.evaluate(() => { window.location.hash = '#/wall'; });
    await write(page, '2O', { faulty: true });
    await page.evaluate(() => { window.location.hash = '#/history'; });
    await listed(page, 2);
    await page.waitForSelector('.history:has-text("The wall that is shown has a fault.")');
  }));

test('two hundred steps can be taken back', () =>
  site.visit({}, async (page) => {
    for (let step = 1; step <= 100; step += 1) {
      await page.fill('#wall-text', `${step % 30}`);
      await page.fill('#field-num_teams', String(step));
    }
    await settled(page);
    await page.click('.saved >> text=History');
    await listed(page, 201);
    await page.click('.history-list li:has-text("Crews") >> nth=50');
    await page.waitForFunction(() => document.querySelector('#field-num_teams').value === '50');
    await page.click('.history-list li >> nth=0');
    await page.waitForFunction(() => document.querySelector('#field-num_teams').value === '100');
    for (let step = 0; step < 200; step += 1) await press(page, 'Control+z');
    await page.waitForFunction((example) => document.querySelector('#wall-text').value === example, EXAMPLE, { timeout: PATIENCE });
    assert.ok(await page.isDisabled('.undo >> text=Undo'));
  }));

test('what is kept is said', () =>
  site.visit({}, async (page) => {
    assert.equal(await read(page, '.saved [role=status]'), '');
    await write(page, '29 28');
    await page.waitForSelector('.saved:has-text("Saved in this browser.")');
  }));
