// Saved walls: kept in the browser, opened, renamed, duplicated, deleted and put back, searched, taken to
// another browser as a file.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { Site, figures, pool, renewed, settled, write } from './lib.mjs';
import { MILLION } from './walls.mjs';

const FIRST_VERSION = new URL('../fixtures/saved_version_1.json', import.meta.url);

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

const go = (page, room) => page.click(`.head-places a:has-text("${room}")`);
const said = (page, words) => page.waitForSelector(`.saved-said:has-text("${words}")`);
const names = (page) => page.locator('.saved tbody tr:visible .saved-name').allTextContents();
const act = (page, what, name) => page.click(`.saved tr:has(.saved-name button:text-is("${name}")) >> button:text-is("${what}")`);

async function save(page, name) {
  await go(page, 'Saved');
  await page.fill('.saved-new input', name);
  await page.click('.saved-new button');
  await said(page, `${name} is saved`);
}

/** Puts something into the database behind the page's back: [the place, what, its number]. */
async function put([place, value, number]) {
  const name = (await indexedDB.databases()).map(({ name }) => name).find((name) => name.endsWith(' walls'));
  const database = await new Promise((resolve) => { indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result); });
  const request = database.transaction(place, 'readwrite').objectStore(place).put(value, number);
  await new Promise((resolve) => { request.onsuccess = resolve; });
  database.close();
}

async function download(page, click) {
  const [file] = await Promise.all([page.waitForEvent('download'), click()]);
  return readFile(await file.path(), 'utf8');
}

test('a wall is saved, and opened after a reload as it was typed', () =>
  site.visit({}, async (page) => {
    await go(page, 'Saved');
    await page.waitForSelector('text=Nothing is saved yet');
    await go(page, 'Wall');
    await write(page, '  21 25,28 # the gate\n\n17');
    await pool(page, 2);
    await save(page, 'The gate');
    await page.reload();
    await settled(page, 0);
    assert.deepEqual(await names(page), ['The gate']);
    assert.match(await page.textContent('.saved tbody tr'), /2\s+profiles, 4\s+sections.*day 20.*10,744,500/s);
    await go(page, 'Wall');
    await write(page, '7');
    await go(page, 'Saved');
    await renewed(page, () => act(page, 'Open', 'The gate'));
    assert.equal(await page.inputValue('#wall-text'), '  21 25,28 # the gate\n\n17');
    assert.equal(await page.inputValue('#field-num_teams'), '2');
    assert.equal((await figures(page)).finish, 'Finished on day 20');
  }));

test('renamed, duplicated, deleted and put back, searched', () =>
  site.visit({}, async (page) => {
    for (const name of ['North', 'South', 'East', 'West', 'Gate', 'Tower']) await save(page, name);
    await act(page, 'Rename', 'South');
    await page.waitForSelector('.saved-name input:focus');
    await page.keyboard.type('South gate');
    await page.keyboard.press('Enter');
    await said(page, 'It is called South gate now.');
    await act(page, 'Duplicate', 'North');
    await said(page, 'North 2 is saved.');
    await act(page, 'Delete', 'East');
    await said(page, 'East is deleted.');
    await page.waitForFunction(() => ![...document.querySelectorAll('.saved-name')].some((cell) => cell.textContent === 'East'));
    await page.click('.saved-said >> text=Put it back');
    await said(page, 'East is back.');
    await page.waitForSelector('.saved-name button:text-is("East")');
    await page.fill('[aria-label="Search the saved walls"]', 'gate');
    await page.waitForFunction(() => document.querySelectorAll('.saved tbody tr').length === 2);
    assert.deepEqual((await names(page)).sort(), ['Gate', 'South gate']);
  }));

test('another tab sees what is saved', () =>
  site.visit({}, async (page) => {
    const other = await page.context().newPage();
    await other.goto(`${site.isolated.url}#/saved`);
    await other.waitForSelector('text=Nothing is saved yet');
    await save(page, 'From the first tab');
    await other.waitForSelector('.saved-name:has-text("From the first tab")');
  }));

test('walls go to another browser as a file, the first version’s too', async () => {
  const file = await site.visit({}, async (page) => {
    await write(page, '1 2\n3');
    await save(page, 'One');
    await go(page, 'Wall');
    await write(page, '4 5');
    await save(page, 'Two');
    return download(page, () => page.click('text=Save all as a file'));
  });
  assert.equal(JSON.parse(file).length, 2);
  await site.visit({}, async (page) => {
    await save(page, 'Two');
    const add = (name, text) => page.setInputFiles('.saved-files input', { name, mimeType: 'application/json', buffer: Buffer.from(text) });
    await add('walls.icewall.json', file);
    await said(page, '2 added');
    await page.waitForSelector('.saved-name:has-text("One")');
    assert.deepEqual((await names(page)).sort(), ['One', 'Two', 'Two 2']);
    await add('old.json', await readFile(FIRST_VERSION, 'utf8'));
    await said(page, '1 added');
    await page.waitForSelector('.saved-name:has-text("old")');
    await renewed(page, () => act(page, 'Open', 'old'));
    assert.equal(await page.inputValue('#wall-text'), '21 25 28\n17');
    assert.equal(await page.inputValue('#field-num_teams'), '3');
    await go(page, 'Saved');
    await add('other.json', '{"walls": 7}');
    await said(page, 'other.json holds no saved walls');
  });
});

test('a broken record leaves the rest intact, and can be deleted', () =>
  site.visit({}, async (page) => {
    await save(page, 'Whole');
    await page.evaluate(put, ['walls', { schema: 99, name: 7 }]);
    await page.reload();
    await settled(page, 0);
    await page.waitForSelector('.saved-name:has-text("A wall that cannot be read")');
    assert.equal((await names(page)).length, 2);
    await page.click('.saved-broken button');
    await said(page, 'The broken record is deleted.');
    await page.waitForFunction(() => document.querySelectorAll('.saved tbody tr').length === 1);
  }));

test('a name that is being typed stays while another tab saves and deletes', () =>
  site.visit({}, async (page) => {
    await save(page, 'North');
    await act(page, 'Rename', 'North');
    await page.waitForSelector('.saved-name input:focus');
    await page.keyboard.type('Tower');
    const other = await page.context().newPage();
    await other.goto(`${site.isolated.url}#/saved`);
    await save(other, 'South');
    await page.waitForSelector('.saved-name button:text-is("South")');
    assert.equal(await page.inputValue('.saved-name input'), 'Tower');
    await act(other, 'Delete', 'North');
    await said(other, 'North is deleted.');
    await page.waitForFunction(() => document.querySelectorAll('.saved tbody tr').length === 1);
    assert.deepEqual(await names(page), ['South']);
  }));

test('a record of the first version in the database is renewed with its text', () =>
  site.visit({}, async (page) => {
    await save(page, 'Whole');
    await page.evaluate(put, ['walls', JSON.parse(await readFile(FIRST_VERSION, 'utf8'))]);
    await page.reload();
    await settled(page, 0);
    await page.waitForSelector('.saved-name button:text-is("Wall")');
    await act(page, 'Rename', 'Wall');
    await page.waitForSelector('.saved-name input:focus');
    await page.keyboard.type('Old');
    await page.keyboard.press('Enter');
    await said(page, 'It is called Old now.');
    await page.waitForSelector('.saved-name button:text-is("Old")');
    await renewed(page, () => act(page, 'Open', 'Old'));
    assert.equal(await page.inputValue('#wall-text'), '21 25 28\n17');
  }));

test('where there is no room, it says so, and nothing of the wall is left', () =>
  site.visit({}, async (page) => {
    await save(page, 'One');
    await page.evaluate(() => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function full(...given) {
        if (this.name === 'texts') throw new DOMException('full', 'QuotaExceededError');
        return put.apply(this, given);
      };
    });
    await page.fill('.saved-new input', 'Two');
    await page.click('.saved-new button');
    await said(page, 'no room left');
    await page.reload();
    await settled(page, 0);
    await page.waitForSelector('.saved-name button:text-is("One")');
    assert.deepEqual(await names(page), ['One']);
  }));

test('a wall whose text is lost keeps no other from going to a file', () =>
  site.visit({}, async (page) => {
    await save(page, 'One');
    await save(page, 'Two');
    await page.evaluate(put, ['texts', 'lost', 1]);
    const file = await download(page, () => page.click('text=Save all as a file'));
    assert.deepEqual(JSON.parse(file).map(({ name }) => name), ['Two']);
    await said(page, 'without 1\u00a0wall that cannot be read');
  }));

test('on a narrow screen the page is no wider than the screen, and its buttons are large', () =>
  site.visit({ context: { viewport: { width: 360, height: 800 }, hasTouch: true } }, async (page) => {
    await page.goto(`${site.isolated.url}#/saved`);
    await page.fill('.saved-new input', 'A');
    await page.click('.saved-new button');
    await said(page, 'A is saved');
    await page.waitForSelector('.saved-name button:text-is("A")');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    const small = await page.evaluate(() => [...document.querySelectorAll('.saved button, .saved input')]
      .filter((one) => one.checkVisibility())
      .map((one) => [one.textContent, one.getBoundingClientRect()])
      .filter(([, { width, height }]) => width < 44 || height < 44).map(([words]) => words));
    assert.deepEqual(small, []);
  }));

test('where the browser keeps nothing, it says so', () =>
  site.visit({ before: (page) => page.addInitScript(() => { IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); }; }) }, async (page) => {
    await go(page, 'Saved');
    await said(page, 'does not let the page keep walls');
  }));

test('a million sections are saved and opened again within a second each, in two bytes a section', (t) =>
  site.visit({}, async (page) => {
    await page.setInputFiles('.wall-tools input[type=file]', { name: 'million.txt', mimeType: 'text/plain', buffer: Buffer.from(MILLION.text()) });
    await settled(page, 1);
    await go(page, 'Saved');
    await page.fill('.saved-new input', 'Million');
    let start = Date.now();
    await page.click('.saved-new button');
    await said(page, 'Million is saved');
    const saving = Date.now() - start;
    const bytes = await page.evaluate(async () => {
      const name = (await indexedDB.databases()).map(({ name }) => name).find((name) => name.endsWith(' walls'));
      const database = await new Promise((resolve) => { indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result); });
      const get = database.transaction('texts').objectStore('texts').getAll();
      await new Promise((resolve) => { get.onsuccess = resolve; });
      database.close();
      return get.result[0].length;
    });
    await go(page, 'Wall');
    await renewed(page, () => page.setInputFiles('.wall-tools input[type=file]', { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('7') }));
    await go(page, 'Saved');
    start = Date.now();
    await renewed(page, () => act(page, 'Open', 'Million'));
    const opening = Date.now() - start;
    t.diagnostic(`saved in ${saving} ms, opened and computed in ${opening} ms, ${(bytes / 1e6).toFixed(2)} bytes a section`);
    assert.ok(bytes <= 2e6, `${bytes} bytes`);
    assert.ok(saving <= 1000 && opening <= 1000, `saved in ${saving} ms, opened in ${opening} ms`);
  }));
