// Two plans side by side: kept, shown with their differences, swapped, taken back, shared by one link, kept over a
// reload. Not for links of one wall.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { PATIENCE, Site, choose, hooks, lookAt, plainText, pool, read, renewed, rows, settled, whole, write } from './lib.mjs';
import { EXAMPLE, MILLION, build } from './walls.mjs';

const CONTEXT = { permissions: ['clipboard-read', 'clipboard-write'] };
const TABLE = '.compare-figures';
/** The heights of the example, by profile. */
const PROFILES = () => EXAMPLE.split('\n').map((line) => line.split(' ').map(Number));
const DAYS = '[aria-label="Table of the days of A and B"]';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

const go = (page, room) => page.click(`.head-places a:has-text("${room}")`);
const said = (page, words) => page.waitForSelector(`.compare-said:has-text("${words}")`);
const act = (page, what) => page.click(`.compare-do button:text-is("${what}")`);
const tail = (link) => link.slice(link.indexOf('/icewall/') + '/icewall/'.length);

/** Waits until what the page answers in its own time is true: `waitForFunction` takes a promise for a yes. */
async function until(page, asked, about) {
  const end = Date.now() + PATIENCE;
  while (!await page.evaluate(asked, about)) {
    assert.ok(Date.now() < end, `${asked} of ${about}`);
    await page.waitForTimeout(50);
  }
}

/** Waits until this browser keeps a wall with this text (null: any), and so many crews. */
const stored = (page, text, crews) => until(page, async ([text, crews]) => {
  const record = await window.icewallStore.read();
  const pair = record?.settings.find(([key]) => key === 'num_teams');
  return (text === null || record?.text === text) && pair?.[1] === crews;
}, [text, crews]);

/** Waits until this browser keeps an A with so many crews. */
const storedA = (page, crews) => until(page, async (crews) => {
  const name = (await indexedDB.databases()).map(({ name }) => name).find((name) => name.endsWith(' compare'));
  if (!name) return false;
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await done(indexedDB.open(name));
  const record = await done(database.transaction('plans').objectStore('plans').get('a'));
  database.close();
  return Boolean(record?.settings.some(([key, value]) => key === 'num_teams' && value === crews));
}, crews);

/** Keeps what is shown as A. */
async function keep(page) {
  await go(page, 'Compare');
  await page.click('.compare-do button >> nth=0');
  await said(page, 'It is kept as A');
}

/** Waits until a figure is this in A and in B; gives all of them by name. */
async function told(page, name, a, b) {
  await page.waitForFunction(([table, name, a, b]) => {
    const row = [...document.querySelectorAll(`${table} tbody tr`)].find((row) => row.cells[0].textContent === name);
    const texts = row && [...row.cells].map((cell) => cell.textContent.replaceAll(/\s+/g, ' ').trim());
    return texts && texts[1] === a && texts[2] === b;
  }, [TABLE, name, a, b]);
  return Object.fromEntries((await rows(page, TABLE)).map(([name, ...rest]) => [name, rest]));
}

/** The wall that is shown with a pool of four as A, with one crew for each section as B. */
async function four(page) {
  await pool(page, 4);
  await keep(page);
  await go(page, 'Wall');
  await renewed(page, () => page.fill('#field-num_teams', '9'));
  await go(page, 'Compare');
  return told(page, 'Crews', '4', '9');
}

for (const query of ['?threads=2', '?engine=single']) {
  test(`figures side by side with their differences ${query}`, () =>
    site.visit({ query }, async (page) => {
      const all = await four(page);
      const [a, b] = [build(PROFILES(), 4), build(PROFILES(), 9)];
      assert.deepEqual([a.days, b.days], [26, 13], 'the slow simulator says the same');
      assert.deepEqual(all.Finished, ['day 26', 'day 13', '−13 days earlier']);
      assert.deepEqual(all['Ice in all'], ['16,965 yd³', '16,965 yd³', '=the same']);
      assert.deepEqual(all.Cost, ['32,233,500 GD', '32,233,500 GD', '=the same']);
      assert.deepEqual(all['Most ice on a day'], ['780 yd³', '1,755 yd³', '+975 yd³ more']);
      assert.deepEqual(all.Crews, ['4', '9', '+5 crews more']);
      assert.deepEqual(all['Crews busy'], [`${a.busy}%`, `${b.busy}%`, `−${(a.busy - b.busy).toFixed(1)} points less`]);
      assert.deepEqual(all['Idle crew-days'], [`${a.idle}`, `${b.idle}`, `+${b.idle - a.idle} crew-days more`]);
      assert.equal(whole(all['Most ice on a day'][1]), b.peak);
      assert.equal(await read(page, '.compare-differences'), 'They differ in Crews: 4 in A, 9 in B');
    }));
}

test('curves lie over one another, follow the day, and have a table', () =>
  site.visit({}, async (page) => {
    await write(page, `{"start_date": "2024-08-11", "num_teams": 4, "profiles": ${JSON.stringify(PROFILES())}}`);
    await keep(page);
    await go(page, 'Wall');
    await write(page, EXAMPLE);
    await lookAt(page, 5);
    await go(page, 'Compare');
    await told(page, 'Finished', 'day 26, Sep 5, 2024', 'day 13');
    await page.waitForFunction(() => document.querySelectorAll('.compare-plot .series').length === 4);
    const dashes = await page.$$eval('.compare-plot >> nth=0', ([plot]) => [...plot.querySelectorAll('.series path[stroke-width]')].map((path) => path.hasAttribute('stroke-dasharray')));
    assert.deepEqual(dashes, [false, true], 'B solid, A dashed over it');
    assert.deepEqual(await page.$$eval('.compare-plot >> nth=0', ([plot]) => [...plot.querySelectorAll('.flag text')].map((word) => word.textContent)), ['A: finished, day 26', 'B: finished, day 13']);
    await page.waitForSelector('.compare-looked-at:has-text("B 1,560")');
    assert.match(await read(page, '.compare-looked-at'), /Day 5 A Aug 15, 2024: 780 yd³ · 1,482,000 GD · 7,410,000 GD so far B 1,560 yd³/);
    await page.focus('.compare-plot .plot-area >> nth=0');
    await page.keyboard.press('End');
    await page.waitForSelector('.compare-looked-at:has-text("Day 26")');
    await page.waitForSelector('.compare-looked-at:has-text("B 0")');
    await page.keyboard.press('ArrowLeft');
    await page.waitForSelector('.compare-plot [aria-valuetext^="Day 25: A"]');
    await page.check('.compare .choice:has-text("Cost") input');
    await page.waitForSelector('#compare-daily:has-text("Gold Dragons")');
    await page.click('.compare-days summary');
    await page.waitForFunction((table) => {
      const cells = [...document.querySelectorAll(`${table} tbody td`)];
      return cells.length > 0 && cells.every((cell) => cell.textContent !== '…');
    }, DAYS);
    const days = await rows(page, DAYS);
    assert.equal(days.length, 25);
    assert.deepEqual(days[4].slice(0, 4), ['5', '780', '1,560', '+780 more']);
    const last = build(PROFILES(), 4).on(20).ice;
    assert.deepEqual(days[19].slice(1, 4), [`${last}`, '0', `−${last} less`]);
    assert.equal(whole(days[19][5]), 32_233_500, 'after its last day the cost of B stays');
    await page.click(`${DAYS} .row-day >> nth=2`);
    await page.waitForSelector('.compare-looked-at:has-text("Day 3")');
  }));

test('A is kept over a reload, and dropped', () =>
  site.visit({}, async (page) => {
    await write(page, '  21 25 # the gate\n17');
    await keep(page);
    await go(page, 'Wall');
    await write(page, '29');
    await stored(page, '29', '');
    await storedA(page, '');
    await page.reload();
    await settled(page, 0);
    await go(page, 'Compare');
    const all = await told(page, 'Finished', 'day 13', 'day 1');
    assert.deepEqual(all.Sections, ['3', '1', '−2 sections fewer']);
    assert.match(await read(page, '.compare-differences'), /Wall: 3 sections in 2 profiles in A, 1 section in 1 profile in B/);
    await act(page, 'Take A back');
    await told(page, 'Finished', 'day 13', 'day 13');
    assert.equal(await page.inputValue('#wall-text'), '  21 25 # the gate\n17', 'as it was typed');
    assert.match(await read(page, '.compare-differences'), /same wall and the same parameters/);
    await act(page, 'Drop A');
    await said(page, 'A is dropped');
    await page.waitForSelector(TABLE, { state: 'detached' });
    await page.reload();
    await settled(page, 0);
    await page.waitForSelector('.compare-do button:text("Keep the wall")');
    assert.equal(await page.locator(TABLE).count(), 0);
  }));

test('A and B are swapped; A is taken back, and undo takes that back', () =>
  site.visit({}, async (page) => {
    await four(page);
    await renewed(page, () => act(page, 'Swap A and B'));
    await told(page, 'Finished', 'day 13', 'day 26');
    await renewed(page, () => act(page, 'Take A back'));
    await told(page, 'Finished', 'day 13', 'day 13');
    await renewed(page, () => page.keyboard.press('Control+z'));
    await told(page, 'Finished', 'day 13', 'day 26');
    await act(page, 'Keep B as A');
    await told(page, 'Finished', 'day 26', 'day 26');
  }));

test('the palette keeps a plan from anywhere, and a fault in B is said', () =>
  site.visit({}, async (page) => {
    await page.waitForSelector('#commands dialog', { state: 'attached' });
    await page.keyboard.press('Control+k');
    await page.waitForSelector('.palette[open] input:focus');
    await page.fill('.palette[open] input', 'keep this plan');
    await page.keyboard.press('Enter');
    await told(page, 'Finished', 'day 13', 'day 13');
    await go(page, 'Wall');
    await write(page, '3O', { faulty: true });
    await go(page, 'Compare');
    await page.waitForSelector('.compare p:visible:has-text("B is its last good result")');
  }));

/** Shares both plans; gives the link from the clipboard. */
async function share(page) {
  await act(page, 'Share both');
  await said(page, 'The link of both is copied');
  return page.evaluate(() => navigator.clipboard.readText());
}

test('one link brings both plans to another browser, private until they are kept', async () => {
  const link = await site.visit({ context: CONTEXT }, async (page) => {
    await write(page, '21 25 28\n17\n17 22 17 19 18');
    await four(page);
    return share(page);
  });
  assert.match(tail(link), /^#\/compare\?v=1&w=[\w-]+&a=2[\w-]{1,12}$/, 'the wall stands there once');
  await site.visit({}, async (page) => {
    const home = page.url();
    await write(page, '29 28');
    await keep(page);
    await stored(page, '29 28', '');
    await storedA(page, '');
    await page.goto('about:blank');
    await page.goto(home + tail(link));
    await settled(page, 0);
    await told(page, 'Crews', '4', '9');
    assert.match(await read(page, '.compare-linked'), /came with a link/);
    await page.goto('about:blank');
    await page.goto(`${home}#/compare`);
    await settled(page, 0);
    await told(page, 'Crews', '2', '2');
    await page.goto('about:blank');
    await page.goto(home + tail(link));
    await settled(page, 0);
    await told(page, 'Crews', '4', '9');
    await page.click('text=Keep both as mine');
    await said(page, 'Both are yours now');
    await stored(page, '21 25 28\n17\n17 22 17 19 18', '9');
    await storedA(page, '4');
    assert.equal(page.url(), `${home}#/compare`);
    await page.reload();
    await settled(page, 0);
    await told(page, 'Crews', '4', '9');
  });
});

test('a link of both that is put into the address of an open page brings both, and leaves what is kept', async () => {
  const link = await site.visit({ context: CONTEXT }, async (page) => {
    await four(page);
    return share(page);
  });
  const [hash] = tail(link).match(/#.*/);
  const paste = (page, hash) => page.evaluate((hash) => { location.hash = hash; }, hash);
  await site.visit({}, async (page) => {
    const home = page.url();
    await write(page, '29 28');
    await keep(page);
    await storedA(page, '');
    await paste(page, hash);
    await told(page, 'Crews', '4', '9');
    assert.match(await read(page, '.compare-linked'), /came with a link/);
    // A broken one changes nothing.
    await go(page, 'Log');
    await paste(page, hash.slice(0, -1));
    await said(page, 'A is as it was');
    await told(page, 'Crews', '4', '9');
    await page.goto('about:blank');
    await page.goto(`${home}#/compare`);
    await settled(page, 0);
    await told(page, 'Crews', '2', '2');
  });
});

test('a broken link of both gets a message and the example', async () => {
  const link = await site.visit({ context: CONTEXT }, async (page) => {
    await four(page);
    return share(page);
  });
  const [, w, a] = tail(link).match(/w=([\w-]+)&a=([\w-]+)/);
  await site.visit({ query: `#/compare?v=1&w=${w}&a=${a.slice(0, -1)}` }, async (page) => {
    await said(page, 'broken: some of it is missing');
    assert.equal((await hooks(page)).state, 'idle');
    await keep(page);
    await told(page, 'Finished', 'day 13', 'day 13');
  });
  await site.visit({ query: `#/compare?v=1&w=${w.slice(0, -1)}&a=${a}` }, async (page) => {
    await said(page, 'There is no plan A');
    await go(page, 'Wall');
    assert.match(await read(page, '.notice'), /broken/);
    assert.equal(await page.inputValue('#wall-text'), EXAMPLE);
  });
});

test('a million sections as A: kept, compared, told to be too large for a link, kept over a reload', (t) =>
  site.visit({ context: CONTEXT }, async (page) => {
    await pool(page, 1000);
    await renewed(page, () => choose(page, { name: 'million.txt', mimeType: 'text/plain', buffer: Buffer.from(MILLION.text()) }));
    const began = Date.now();
    await keep(page);
    await go(page, 'Wall');
    await pool(page, 2000);
    await go(page, 'Compare');
    const finish = `day ${MILLION.days.toLocaleString('en-US')}`;
    const b = await page.evaluate(() => document.querySelector('.answer-finish').textContent.replace('Finished on ', ''));
    const all = await told(page, 'Finished', finish, plainText(b));
    t.diagnostic(`a million sections kept and compared in ${Date.now() - began} ms`);
    assert.equal(whole(all.Cost[0]), MILLION.feet * 195 * 1900);
    assert.match(all.Finished[2], /^−[\d,]+ days earlier$/);
    await act(page, 'Share both');
    await said(page, 'too large for a link');
    for (const [plan, crews] of [['A', 1000], ['B', 2000]]) {
      const [file] = await Promise.all([page.waitForEvent('download'), page.click(`.compare-files button:text-is("Save ${plan} as a file")`)]);
      assert.equal(file.suggestedFilename(), `plan-${plan.toLowerCase()}.json`);
      await page.waitForSelector(`.compare-files [role=status]:has-text("plan-${plan.toLowerCase()}.json"):has-text("saved")`);
      const saved = JSON.parse(await readFile(await file.path(), 'utf8'));
      assert.deepEqual([saved.num_teams, saved.profiles.flat().length], [crews, 1_000_000]);
    }
    await stored(page, null, '2000');
    await storedA(page, '1000');
    await page.reload();
    await settled(page, 0);
    await told(page, 'Finished', finish, plainText(b));
  }));
