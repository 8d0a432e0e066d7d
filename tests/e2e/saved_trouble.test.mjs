// What goes wrong with a browser's storage, and that saved walls come through it: an older database, a newer
// one, one that is held, no storage, no room, broken records. What is done with saved walls is in
// saved.test.mjs.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { Site, read, renewed, settled, write } from './lib.mjs';
import { add, content, count, go, hold, makeFirst, names, put, said, save, take, unfold } from './saved.mjs';
import { heights, lines } from './walls.mjs';

const fixture = async (version) =>
  JSON.parse(await readFile(new URL(`../fixtures/saved_version_${version}.json`, import.meta.url), 'utf8'));

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

test('a database of the first version is renewed, record by record; a broken one stays as it is', () =>
  site.visit({}, async (page) => {
    await makeFirst(page, [await fixture(2), await fixture(1), { schema: 2, name: 7, text: '1' }]);
    await go(page, 'Saved');
    await count(page, 3);
    assert.deepEqual((await names(page)).sort(), ['A wall that cannot be read', 'The gate', 'Wall']);
    const { version, walls } = await content(page);
    assert.equal(version, 2);
    assert.deepEqual(walls.map(({ schema }) => schema), [3, 3, 2]);
    assert.match(await read(page, '.saved-wall:has-text("The gate")'), /2 profiles, 4 sections ?day 20 ?10,744,500 GD/);
    await renewed(page, () => page.click('.saved-name button:text-is("The gate")'));
    assert.equal(await page.inputValue('#wall-text'), '  21 25,28 # the gate\n\n17');
    await go(page, 'Saved');
    await renewed(page, () => page.click('.saved-name button:text-is("Wall")'));
    assert.equal(await page.inputValue('#wall-text'), '21 25 28\n17');
    assert.equal(await page.inputValue('#field-num_teams'), '3');
  }));

test('an older version that holds the database is told of; once it lets go the walls come up', () =>
  site.visit({}, async (page) => {
    const other = await page.context().newPage();
    await other.goto(`${site.isolated.url}api.html`);
    await makeFirst(other, [await fixture(2)]);
    await hold(other, 1);
    await go(page, 'Saved');
    await said(page, 'Another tab with an older Icewall holds the saved walls');
    await other.evaluate(() => window.letGo());
    await page.waitForSelector('.saved-name:has-text("The gate")');
    await page.waitForFunction(() => !document.querySelector('.saved-said').textContent.includes('older Icewall'));
  }));

test('a newer database is left alone', () =>
  site.visit({}, async (page) => {
    await hold(page, 99);
    await go(page, 'Saved');
    await said(page, 'A newer Icewall keeps the walls of this browser. Load the page again.');
  }));

test('the page itself never keeps a newer version waiting', () =>
  site.visit({}, async (page) => {
    await save(page, 'One');
    await hold(page, 99);
    await page.evaluate(() => window.letGo());
  }));

test('where the browser keeps nothing, it says so, and the page goes on', () =>
  site.visit({ before: (page) => page.addInitScript(() => { IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); }; }) }, async (page) => {
    await go(page, 'Saved');
    await said(page, 'does not let the page keep walls');
    await page.fill('#saved-as', 'Lost');
    await page.click('.saved-new button');
    await said(page, 'does not let the page keep walls');
    await go(page, 'Wall');
    await write(page, '7 8');
  }));

test('where there is no storage at all, not even to reach for, it says so', () =>
  site.visit({ before: (page) => page.addInitScript(() => {
    for (const name of ['indexedDB', 'localStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
    delete window.BroadcastChannel;
  }) }, async (page) => {
    await go(page, 'Saved');
    await said(page, 'does not let the page keep walls');
  }));

test('without room nothing is changed, and what was saved stays whole', () => {
  // From the start: Chromium asks for the quota only every now and then.
  const scarce = async (page) => {
    const devtools = await page.context().newCDPSession(page);
    const { origin } = new URL(site.isolated.url);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_500_000 });
  };
  return site.visit({ before: scarce }, async (page) => {
    await write(page, '1 2 3');
    await save(page, 'Small');
    const large = lines(heights(2_000_000, 1000, 3), 2000);
    await add(page, 'large.json', JSON.stringify([{ text: '4 5' }, { text: large }]));
    await said(page, 'There is no room left in this browser, so nothing was changed.');
    await count(page, 1);
    const { walls, bytes } = await content(page);
    assert.deepEqual([walls.length, bytes.length], [1, 1], 'neither of the two walls of the file');
    await renewed(page, async () => {
      await go(page, 'Wall');
      await write(page, '4');
      await go(page, 'Saved');
      await page.click('.saved-name button:text-is("Small")');
    });
    await page.waitForFunction(() => document.querySelector('#wall-text').value === '1 2 3');
  });
});

test('where room is short only for the text, nothing of the wall is left', () =>
  site.visit({}, async (page) => {
    await save(page, 'One');
    await page.evaluate(() => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function full(...given) {
        if (this.name === 'texts') throw new DOMException('full', 'QuotaExceededError');
        return put.apply(this, given);
      };
    });
    await page.fill('#saved-as', 'Two');
    await page.click('.saved-new button');
    await said(page, 'no room left');
    assert.equal((await content(page)).walls.length, 1);
    await page.reload();
    await settled(page, 0);
    await count(page, 1);
    assert.deepEqual(await names(page), ['One']);
  }));

test('a broken record leaves the rest intact, goes out as a file, and is deleted and put back', () =>
  site.visit({}, async (page) => {
    await write(page, '5 6');
    await save(page, 'Whole');
    await put(page, 'walls', { schema: 99, name: 7 }, 9);
    await put(page, 'texts', '21 25', 9);
    await page.reload();
    await settled(page, 0);
    const broken = 'A wall that cannot be read';
    await page.waitForSelector(`.saved-name:has-text("${broken}")`);
    assert.equal((await names(page)).length, 2);
    assert.match(await read(page, '.saved-wall.broken'), /The other walls are whole/);
    await unfold(page, broken);
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('.broken .saved-do >> text="Save as a file"')]);
    const [written] = JSON.parse(await readFile(await file.path(), 'utf8'));
    assert.deepEqual(JSON.parse(written.broken), { schema: 99, name: 7 });
    assert.equal(written.text, '21 25');
    await page.click('.broken .saved-do >> text="Delete"');
    await said(page, 'The broken wall is deleted.');
    await count(page, 1);
    await page.click('#saved-back');
    await said(page, 'The broken wall is back.');
    await count(page, 2);
    await add(page, 'Rescued.icewall.json', JSON.stringify([written]));
    await said(page, '1 wall added');
    await renewed(page, () => page.click('.saved-name button:text-is("Rescued")'));
    assert.equal(await page.inputValue('#wall-text'), '21 25', 'its text is rescued');
    await renewed(page, async () => {
      await go(page, 'Wall');
      await write(page, '1');
      await go(page, 'Saved');
      await page.click('.saved-name button:text-is("Whole")');
    });
    await page.waitForFunction(() => document.querySelector('#wall-text').value === '5 6');
  }));

test('a wall whose text is gone says so, and the others open', () =>
  site.visit({}, async (page) => {
    await write(page, '5 6');
    await save(page, 'Whole');
    await save(page, 'Hollow');
    await take(page, 'texts', 2);
    await page.click('.saved-name button:text-is("Hollow")');
    await said(page, 'The text of this wall cannot be read any more.');
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('text="Save all as a file"')]);
    await said(page, 'with 1 wall. 1 wall could not be read.');
    assert.deepEqual(JSON.parse(await readFile(await file.path(), 'utf8')).map(({ name }) => name), ['Whole']);
  }));
