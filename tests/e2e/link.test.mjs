// A wall in a link: made, opened by somebody else, kept, broken, too large.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { Site, figures, hooks, lookAt, pool, read, renewed, settled, write } from './lib.mjs';
import { EXAMPLE, heights } from './walls.mjs';

const CONTEXT = { permissions: ['clipboard-read', 'clipboard-write'] };

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

/** Shares what the page shows; gives the link from the clipboard. */
async function share(page) {
  await page.click('button:text("Share")');
  await page.waitForSelector('.linked:has-text("The link is copied")');
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Makes a link in a browser of its own. */
const made = (deed) => site.visit({ context: CONTEXT }, async (page) => {
  await deed(page);
  return share(page);
});

/** The query and fragment of a link. */
const tail = (link) => link.slice(link.indexOf('/icewall/') + '/icewall/'.length);

test('a link carries wall, parameters, view and day to a browser that never saw them', async () => {
  const link = await made(async (page) => {
    await write(page, '21 25 28\n17\n17 22 17 19 18');
    await pool(page, 4);
    await page.fill('#field-cost_per_volume', '1000');
    await settled(page);
    await page.check('.choice:has-text("Small multiples") input[name=view]');
    await settled(page);
    await lookAt(page, 5);
  });
  assert.match(link, /#\/wall\?v=1&w=[\w-]+&view=multiples&day=5$/);
  await site.visit({ query: tail(link) }, async (page) => {
    assert.equal((await hooks(page)).run, 1, 'nothing else is computed first');
    assert.equal(await page.inputValue('#wall-text'), '21 25 28\n17\n17 22 17 19 18');
    assert.equal(await page.inputValue('#field-num_teams'), '4');
    assert.equal((await figures(page)).cost, 86 * 195 * 1000);
    assert.ok(await page.isChecked('.choice:has-text("Small multiples") input[name=view]'));
    assert.equal(await page.inputValue('.day-field input'), '5');
    assert.ok(await page.isDisabled('.undo >> text=Undo'), 'there is nothing before it');
  });
});

test('a link never takes the place of the visitor’s own wall, until it is kept', async () => {
  const link = await made((page) => write(page, '1 2 3'));
  await site.visit({}, async (page) => {
    const home = page.url();
    await write(page, '29 28');
    await page.waitForSelector('.saved:has-text("Saved")');
    const again = async (address) => {
      await page.goto('about:blank');
      await page.goto(address);
      await settled(page, 0);
      return page.inputValue('#wall-text');
    };
    assert.equal(await again(home + tail(link)), '1 2 3');
    assert.match(await read(page, '.linked'), /came with a link/);
    await write(page, '1 2 4');
    assert.equal(await again(home), '29 28', 'what is done with it stays in its tab');
    assert.equal(await again(home + tail(link)), '1 2 3');
    await page.click('text=Keep it as mine');
    await page.waitForSelector('.saved:has-text("Saved")');
    assert.equal(page.url(), home, 'the address is the visitor’s own again');
    assert.equal(await again(home), '1 2 3');
  });
});

/** Puts another fragment into the address, as who types or pastes it there does. */
const paste = (page, link) => page.evaluate((fragment) => { location.hash = fragment; }, link.slice(link.indexOf('#')));
const textIs = (page, text) => page.waitForFunction((text) => document.querySelector('#wall-text')?.value === text, text);

test('a link that is put into the address of an open page is opened; undo brings back what was there', async () => {
  const link = await made(async (page) => {
    await write(page, '1 2 3');
    await pool(page, 2);
    await lookAt(page, 5);
  });
  await site.visit({}, async (page) => {
    await write(page, '29 28');
    await page.waitForSelector('.saved:has-text("Saved")');
    await page.click('.head-places a:has-text("Log")');
    // Typed just now, and not kept anywhere yet.
    await renewed(page, () => page.evaluate((link) => {
      const field = document.querySelector('#wall-text');
      field.value = '29 27';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      setTimeout(() => { location.hash = link; });
    }, link.slice(link.indexOf('#'))));
    await textIs(page, '1 2 3');
    assert.equal(await page.inputValue('#field-num_teams'), '2');
    assert.equal(await page.inputValue('.day-field input'), '5');
    assert.match(await read(page, '.linked'), /came with a link/);
    assert.doesNotMatch(await read(page, '.saved'), /Saved in this browser/);
    assert.ok(await page.isVisible('#wall-text'), 'it leads to the wall');
    await settled(page);
    // What follows at once would belong to the same step.
    await page.waitForTimeout(800);
    // What is done with it, and coming back to it from elsewhere, leaves it as it is.
    await write(page, '1 2 4');
    await page.click('.head-places a:has-text("Log")');
    await page.waitForSelector('.log-box');
    await page.goBack();
    await page.waitForSelector('#wall-text:visible');
    await settled(page);
    assert.equal(await page.inputValue('#wall-text'), '1 2 4');
    // The same link once more is another wish for it.
    await page.click('.head-places a:has-text("Log")');
    await paste(page, link);
    await textIs(page, '1 2 3');
    await settled(page);
    // Three steps back stands what was typed last, and it is the visitor's own again.
    for (const text of ['1 2 4', '1 2 3', '29 27']) {
      await renewed(page, () => page.click('.undo >> text=Undo'));
      assert.equal(await page.inputValue('#wall-text'), text);
    }
    assert.equal(await page.$('.linked > p'), null);
    const kept = () => page.evaluate(async () => (await window.icewallStore.read())?.text);
    while (await kept() === '29 28') await page.waitForTimeout(50);
    assert.equal(await kept(), '29 27');
  });
});

test('a link that comes into the address before the rooms are there is opened with them', async () => {
  const link = await made((page) => write(page, '1 2 3'));
  for (const query of ['', '#/wall?text=7']) {
    let release;
    const held = new Promise((resolve) => { release = resolve; });
    const before = (page) => page.route(/\/rooms\/.*\.wasm$/, async (route) => {
      await held;
      await route.continue();
    });
    await site.visit({ before, query }, async (page) => {
      const first = await page.inputValue('#wall-text');
      assert.equal(await page.$('#commands dialog'), null, 'the rooms are held back');
      await paste(page, link);
      await settled(page);
      assert.equal(await page.inputValue('#wall-text'), first);
      await renewed(page, release);
      await textIs(page, '1 2 3');
      assert.match(await read(page, '.linked'), /came with a link/);
      assert.equal((await hooks(page)).run, 2, 'each link was opened once');
      await renewed(page, () => page.click('.undo >> text=Undo'));
      assert.equal(await page.inputValue('#wall-text'), first);
    });
  }
});

test('a broken link in the address of an open page leaves its wall; rooms are no links', () =>
  site.visit({}, async (page) => {
    await write(page, '29 28');
    await page.waitForSelector('#commands dialog', { state: 'attached' });
    const crews = await page.inputValue('#field-num_teams');
    for (const [hash, words] of [['#/wall?v=1', 'broken'], ['#/wall?v=1&w=9AB', 'another version']]) {
      await paste(page, hash);
      await page.waitForSelector(`.notice:has-text("${words}"):has-text("The wall is as it was.")`);
    }
    for (const hash of ['#/log', '#/plan?by=26', '#/wall']) await paste(page, hash);
    await settled(page);
    assert.equal(await page.inputValue('#wall-text'), '29 28');
    assert.equal(await page.$('.linked > p'), null);
    assert.equal(await page.$('.put-back'), null, 'nothing took its place');
    // A text in the address as well, and what it took the place of can be put back by a button.
    await renewed(page, () => paste(page, '#/wall?text=21%2025%0A17&num_teams=2'));
    await textIs(page, '21 25\n17');
    await renewed(page, () => page.click('.put-back'));
    assert.equal(await page.inputValue('#wall-text'), '29 28');
    assert.equal(await page.inputValue('#field-num_teams'), crews);
    assert.equal(await page.$('.linked > p'), null);
  }));

test('a broken link gets a message and the example', async () => {
  const link = await made((page) => write(page, '1 2 3'));
  const packed = tail(link).match(/w=([\w-]+)/)[1];
  for (const [query, words] of [
    [`#/wall?v=1&w=${packed.slice(0, -3)}`, /broken: some of it is missing/],
    [`#/wall?v=1&w=9${packed.slice(1)}`, /another version of Icewall/],
    ['#/wall?v=2&w=1AAAA', /broken/],
    ['#/wall?v=1', /broken/],
  ]) {
    await site.visit({ query }, async (page) => {
      assert.match(await read(page, '.notice'), words);
      assert.equal(await page.inputValue('#wall-text'), EXAMPLE);
      assert.equal((await figures(page)).finish, 'Finished on day 13');
    });
  }
});

test('2,000 sections take at most 1,800 characters; what is too large is said', () =>
  site.visit({ context: CONTEXT }, async (page) => {
    await write(page, heights(2000, 30, 3).join(' '));
    const link = await share(page);
    assert.ok(link.length <= 1_800, `${link.length} characters`);
    await write(page, Array.from({ length: 10 }, (_, at) => heights(2000, 30, at + 1).join(' ')).join('\n'));
    await page.click('button:text("Share")');
    await page.waitForSelector('.linked:has-text("too large for a link")');
    await page.click('.linked a:has-text("Save it as a file")');
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('.export-do .primary')]);
    assert.equal(file.suggestedFilename(), 'wall.json', 'with its parameters');
    assert.equal(JSON.parse(await readFile(await file.path(), 'utf8')).profiles.flat().length, 20_000);
    await page.click('.head-places a:has-text("Wall")');
    await write(page, '3O', { faulty: true });
    await page.click('button:text("Share")');
    await page.waitForSelector('.linked:has-text("mend the wall first")');
  }));
