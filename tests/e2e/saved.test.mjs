// Saved walls: kept in the browser, opened, renamed, duplicated, deleted and put back, searched, taken to
// another browser as a file. What goes wrong with a browser's storage is in saved_trouble.test.mjs.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { Site, choose, figures, launchChromium, pool, read, renewed, rows, settled, write } from './lib.mjs';
import { act, add, content, contentWith, count, go, names, said, save, unfold } from './saved.mjs';
import { MILLION } from './walls.mjs';

const fixture = (version) => readFile(new URL(`../fixtures/saved_version_${version}.json`, import.meta.url), 'utf8');

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

async function download(page, click) {
  const [file] = await Promise.all([page.waitForEvent('download'), click()]);
  return JSON.parse(await readFile(await file.path(), 'utf8'));
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
    await count(page, 1);
    assert.deepEqual(await names(page), ['The gate']);
    assert.match(await read(page, '.saved-wall'), /2 profiles, 4 sections ?day 20 ?10,744,500 GD/);
    await go(page, 'Wall');
    await write(page, '7');
    await go(page, 'Saved');
    await renewed(page, () => page.click('.saved-name button'));
    assert.equal(await page.inputValue('#wall-text'), '  21 25,28 # the gate\n\n17');
    assert.equal(await page.inputValue('#field-num_teams'), '2');
    assert.equal((await figures(page)).finish, 'Finished on day 20');
  }));

test('it is there when the browser was closed and opened again, and so is what was being worked on', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'icewall-'));
  const visit = async (body) => {
    const browser = await launchChromium(profile, { serviceWorkers: 'block' });
    const page = await browser.newPage();
    await page.goto(site.isolated.url);
    await settled(page, 0);
    await body(page);
    await browser.close();
  };
  try {
    await visit(async (page) => {
      await write(page, '3 1 4');
      await pool(page, 2);
      await page.waitForSelector('.saved:has-text("Saved in this browser.")');
      await save(page, 'Pi');
    });
    await visit(async (page) => {
      assert.deepEqual([await page.inputValue('#wall-text'), await page.inputValue('#field-num_teams')], ['3 1 4', '2']);
      await write(page, '1');
      await go(page, 'Saved');
      await renewed(page, () => page.click('.saved-name button:text-is("Pi")'));
      assert.equal(await page.inputValue('#wall-text'), '3 1 4');
    });
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
});

test('what its run gave by profile and by its crews is kept with it', () =>
  site.visit({}, async (page) => {
    await pool(page, 4);
    await save(page, 'Four');
    await contentWith(page, 1);
    await page.reload();
    await settled(page, 0);
    await count(page, 1);
    await unfold(page, 'Four');
    await page.waitForSelector('.saved-details tbody tr');
    const kept = await rows(page, '.saved-details');
    assert.deepEqual(kept.map((cells) => [cells[1], cells.at(-1)]), [['3', '5,928,000'], ['1', '4,816,500'], ['5', '21,489,000']]);
    assert.match(await read(page, '.saved-details'), /4 crews · 87 crew-days worked, 17 idle · 16,965 yd³/);
  }));

test('what its run gave follows, though another wall is shown before the workshop has said it', () =>
  site.visit({}, async (page) => {
    let come;
    const held = new Promise((resolve) => { come = resolve; });
    await page.context().route(/worker\.js\?.*of=workshop/, async (route) => {
      await held;
      await route.continue();
    });
    await pool(page, 4);
    await save(page, 'Four');
    await go(page, 'Wall');
    await write(page, '7');
    assert.deepEqual((await content(page)).profiles, []);
    come();
    const { profiles } = await contentWith(page, 1);
    assert.deepEqual(profiles[0].cost, [5_928_000, 4_816_500, 21_489_000]);
    assert.deepEqual(profiles[0].last_day, [9, 13, 26]);
  }));

test('renamed, duplicated, deleted and put back, searched', () =>
  site.visit({}, async (page) => {
    for (const name of ['North', 'South', 'East', 'West', 'Gate', 'Tower']) await save(page, name);
    await act(page, 'Rename', 'South');
    await page.waitForSelector('.saved-name input:focus');
    await page.keyboard.type('South gate');
    await page.keyboard.press('Enter');
    await said(page, 'South is called South gate now.');
    await act(page, 'Duplicate', 'North');
    await said(page, 'North 2 is saved.');
    await count(page, 7);
    await act(page, 'Delete', 'East');
    await said(page, 'East is deleted.');
    await act(page, 'Delete', 'West');
    await said(page, 'West is deleted.');
    await count(page, 5);
    await page.click('text="Put West back"');
    await said(page, 'West is back.');
    await page.click('text="Put East back"');
    await said(page, 'East is back.');
    await count(page, 7);
    await page.fill('[aria-label="Search the saved walls"]', 'gate');
    await count(page, 2);
    assert.deepEqual((await names(page)).sort(), ['Gate', 'South gate']);
    assert.equal(await read(page, '.saved-search [role=status]'), '2 of 7 walls');
  }));

test('saved under the same name it takes the place of the one before, which can be put back', () =>
  site.visit({}, async (page) => {
    await write(page, '1 2');
    await save(page, 'Gate');
    await go(page, 'Wall');
    await write(page, '3 4 5');
    await go(page, 'Saved');
    assert.equal(await page.inputValue('#saved-as'), 'Gate');
    await page.click('.saved-new >> text="Save in its place"');
    await said(page, 'in place of the one before');
    await page.waitForSelector('.saved-wall:has-text("3 sections")');
    assert.equal((await names(page)).length, 1);
    await page.click('text="Put Gate back"');
    await page.waitForSelector('.saved-wall:has-text("2 sections")');
    await renewed(page, () => page.click('.saved-name button'));
    assert.equal(await page.inputValue('#wall-text'), '1 2');
  }));

test('the first page leads to the field for the name', () =>
  site.visit({}, async (page) => {
    await page.click('text="Save it under a name"');
    await page.waitForSelector('#saved-as:focus');
    await page.keyboard.type('By keyboard');
    await page.keyboard.press('Enter');
    await said(page, 'By keyboard is saved');
  }));

test('the list by keyboard alone', () =>
  site.visit({}, async (page) => {
    for (const name of ['C', 'B', 'A']) await save(page, name);
    await page.focus('.saved-name button:text-is("A")');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('F2');
    await page.waitForSelector('.saved-name input:focus');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.saved-name button:text-is("B"):focus');
    await page.keyboard.press('F2');
    await page.waitForSelector('.saved-name input:focus');
    await page.keyboard.type('Second');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.saved-name button:text-is("Second"):focus');
    await page.keyboard.press('Delete');
    await page.waitForSelector('#saved-back:focus');
    assert.deepEqual(await names(page), ['A', 'C']);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.saved-name button:text-is("Second"):focus');
    await page.keyboard.press('ArrowUp');
    await renewed(page, () => page.keyboard.press('Enter'));
    await page.waitForFunction(() => window.location.hash === '#/wall');
  }));

test('with the first wall the browser is asked to keep what is saved, and not again', () =>
  site.visit({ before: (page) => page.addInitScript(() => {
    window.asked = 0;
    StorageManager.prototype.persist = async () => { window.asked += 1; return true; };
  }) }, async (page) => {
    await save(page, 'First');
    await page.waitForFunction(() => window.asked === 1);
    await save(page, 'Second');
    assert.equal(await page.evaluate(() => window.asked), 1);
    assert.equal(await page.isVisible('text=This browser may clear'), false);
  }));

test('the list is the same in every tab', () =>
  site.visit({}, async (page) => {
    const other = await page.context().newPage();
    await other.goto(`${site.isolated.url}#/saved`);
    await other.waitForSelector('text=Nothing is saved yet');
    await save(page, 'From the first tab');
    await other.waitForSelector('.saved-name:has-text("From the first tab")');
    await act(other, 'Rename', 'From the first tab');
    await other.waitForSelector('.saved-name input:focus');
    await other.keyboard.type('From the other');
    await other.keyboard.press('Enter');
    await page.waitForSelector('.saved-name:has-text("From the other")');
    await act(page, 'Delete', 'From the other');
    await count(other, 0);
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
    await count(page, 1);
    assert.deepEqual(await names(page), ['South']);
  }));

test('on a narrow screen the page is no wider than the screen, and its buttons are large', () =>
  site.visit({ context: { viewport: { width: 360, height: 800 }, hasTouch: true } }, async (page) => {
    await page.goto(`${site.isolated.url}#/saved`);
    await page.fill('#saved-as', 'A');
    await page.click('.saved-new button');
    await said(page, 'A is saved');
    await unfold(page, 'A');
    await page.waitForSelector('.saved-details tbody tr');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    const small = await page.evaluate(() => [...document.querySelectorAll('.saved-room button, .saved-room input')]
      .filter((one) => one.checkVisibility())
      .map((one) => [one.textContent, one.getBoundingClientRect()])
      .filter(([, { width, height }]) => width < 44 || height < 44).map(([words]) => words));
    assert.deepEqual(small, []);
  }));

test('walls go to another browser as a file, and come in from files of every version', async () => {
  const file = await site.visit({}, async (page) => {
    await write(page, '1 2\n3');
    await save(page, 'One');
    await contentWith(page, 1);
    await go(page, 'Wall');
    await write(page, '4 5');
    await save(page, 'Two');
    await contentWith(page, 2);
    const one = await download(page, () => act(page, 'Save as a file', 'One'));
    assert.deepEqual([one.length, one[0].name, one[0].text, one[0].by_profile.sections], [1, 'One', '1 2\n3', [2, 1]]);
    return download(page, () => page.click('text="Save all as a file"'));
  });
  assert.deepEqual(file.map(({ name }) => name), ['Two', 'One']);
  await site.visit({}, async (page) => {
    await save(page, 'Two');
    await add(page, 'walls.icewall.json', JSON.stringify([...file, { schema: 3, name: 'No text' }, 7]));
    await said(page, '2 walls added from walls.icewall.json. 2 walls could not be read.');
    await count(page, 3);
    assert.deepEqual((await names(page)).sort(), ['One', 'Two', 'Two 2']);
    const again = await download(page, () => act(page, 'Save as a file', 'One'));
    assert.deepEqual(again[0], file[1], 'as it was');
    for (const [version, name, text, crews] of [[1, 'old', '21 25 28\n17', '3'], [2, 'The gate', '  21 25,28 # the gate\n\n17', '2']]) {
      await add(page, 'old.json', await fixture(version));
      await said(page, '1 wall added');
      await page.waitForSelector(`.saved-name:has-text("${name}")`);
      await renewed(page, () => act(page, 'Open', name));
      assert.equal(await page.inputValue('#wall-text'), text);
      assert.equal(await page.inputValue('#field-num_teams'), crews);
      await go(page, 'Saved');
    }
    await add(page, 'other.json', '{"walls": 7}');
    await said(page, 'other.json holds no saved walls');
  });
});

test('a browser that cannot pack keeps the text as it is', () =>
  site.visit({ before: (page) => page.addInitScript(() => { delete globalThis.CompressionStream; }) }, async (page) => {
    await write(page, '9 8 7 # ü');
    await save(page, 'Plain');
    assert.deepEqual((await content(page)).bytes, [10]);
    await go(page, 'Wall');
    await write(page, '1');
    await go(page, 'Saved');
    await renewed(page, () => page.click('.saved-name button'));
    assert.equal(await page.inputValue('#wall-text'), '9 8 7 # ü');
  }));

test('a million sections are saved and opened again within a second each, in two bytes a section', (t) =>
  site.visit({}, async (page) => {
    await choose(page, { name: 'million.txt', mimeType: 'text/plain', buffer: Buffer.from(MILLION.text()) });
    await settled(page, 1);
    await pool(page, 1000);
    await go(page, 'Saved');
    await page.fill('#saved-as', 'Million');
    let start = Date.now();
    await page.click('.saved-new button');
    await said(page, 'Million is saved');
    const saving = Date.now() - start;
    const { bytes, walls, profiles } = await contentWith(page, 1);
    const beside = JSON.stringify([walls, profiles]).length;
    assert.equal(profiles[0].sections.length, 500);
    await go(page, 'Wall');
    await renewed(page, () => choose(page, { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('7') }));
    await pool(page, 2);
    await go(page, 'Saved');
    start = Date.now();
    await renewed(page, () => page.click('.saved-name button'));
    const opening = Date.now() - start;
    t.diagnostic(`saved in ${saving} ms, opened and computed in ${opening} ms, ${(bytes[0] / 1e6).toFixed(2)} bytes a section and ${beside} beside`);
    assert.ok(bytes[0] + beside <= 2e6, `${bytes[0]} + ${beside} bytes`);
    // A second is what is demanded of it alone; other tests run beside it.
    assert.ok(Math.max(saving, opening) <= 3000, `saved in ${saving} ms, opened in ${opening} ms`);
    assert.equal(await page.inputValue('#field-num_teams'), '1000');
    await renewed(page, () => page.click('.put-back:visible'));
    assert.equal(await page.inputValue('#wall-text'), '7');
    assert.equal(await page.inputValue('#field-num_teams'), '2', 'what was there before comes back whole');
  }));
