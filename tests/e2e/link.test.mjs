// A wall in a link: made, opened by somebody else, kept, broken, too large.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { Site, figures, hooks, lookAt, pool, read, settled, write } from './lib.mjs';
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
