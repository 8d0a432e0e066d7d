// A work log of some hundred megabytes as a file: written as it comes into a file of the visitor's choice, or laid
// aside in the browser's own storage and downloaded from there. No more than a piece of it is held.

import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { isWanted, launch } from './browsers.mjs';
import { PATIENCE, Site, choose, pool, renewed } from './lib.mjs';
import { startServer } from './server.mjs';
import { heights, lines } from './walls.mjs';

/** The wall, its crews, and the lines of its log: feet, sections that were not finished at the start, reliefs. */
const HEIGHTS = heights(200_000, 30, 5);
const CREWS = 1000;
const LINES = HEIGHTS.reduce((sum, height) => sum + 30 - height + (height < 30), 0) + CREWS;
/** What the page and its workers may need meanwhile, and the least that the file has, in bytes. */
const HELD_MOST = 96e6;
const FILE_LEAST = 200e6;
const LAST = /^INFO {5}Crew-\d+ +- Relieved on day \d+\n$/;

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

/** How many bytes of memory the pages of the browser and their workers take; undefined where the system does not say. */
async function memory(browser) {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  const pages = processInfo.filter(({ type }) => type === 'renderer');
  const taken = await Promise.all(pages.map(({ id }) => readFile(`/proc/${id}/statm`, 'utf8').catch(() => '0 0')));
  return taken.reduce((sum, text) => sum + Number(text.split(' ')[1]) * 4096, 0);
}

/** Opens the wall and begins its log; gives the most memory that was taken over what was before, once `ended` says so. */
async function exported(page, ended) {
  await renewed(page, () => choose(page, { name: 'wall.txt', mimeType: 'text/plain', buffer: Buffer.from(lines(HEIGHTS, 2000)) }));
  await pool(page, CREWS);
  await page.click('.head-places a:has-text("Export")');
  await page.click('.export-choice:has-text("Work log, text")');
  // With a piece of it the workshop is there, and holds the wall.
  await page.click('.export-do .primary');
  await page.waitForSelector('.export-do [role=status]:has-text("MB written")');
  const began = await memory(site.browser);
  let most = began;
  let running = true;
  const end = ended().finally(() => { running = false; });
  while (running) {
    most = Math.max(most, await memory(site.browser));
    await page.waitForTimeout(100);
  }
  return [await end, most - began];
}

const isSaved = (page) =>
  page.waitForSelector('.export-do [role=status]:has-text("saved.")', { timeout: 4 * PATIENCE });

test('into a file of the visitor’s choice one piece goes after the other, and none is kept', (t) => {
  const pick = (page) => page.addInitScript(() => {
    window.written = { bytes: 0, lines: 0, most: 0, writing: 0, together: 0, last: '', pieces: [] };
    window.showSaveFilePicker = async () => ({
      createWritable: async () => ({
        async write(bytes) {
          const { written } = window;
          written.writing += 1;
          written.together = Math.max(written.together, written.writing);
          written.most = Math.max(written.most, bytes.length);
          written.bytes += bytes.length;
          for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) written.lines += 1;
          written.last = new TextDecoder().decode(bytes.subarray(bytes.lastIndexOf(10, bytes.length - 2) + 1));
          written.pieces.push(new WeakRef(bytes.buffer));
          // A slow disk.
          await new Promise((done) => { setTimeout(done, 5); });
          written.writing -= 1;
        },
        async close() { window.written.closed = true; },
      }),
    });
  });
  return site.visit({ before: pick }, async (page) => {
    const [, held] = await exported(page, () => isSaved(page));
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('HeapProfiler.collectGarbage');
    const { pieces, ...told } = await page.evaluate(() => ({
      ...window.written, pieces: window.written.pieces.filter((piece) => piece.deref()).length,
    }));
    t.diagnostic(`${told.bytes} bytes, ${told.lines} lines, at the most ${held} bytes of memory more, ${pieces} pieces kept`);
    assert.equal(told.lines, LINES);
    assert.match(told.last, LAST);
    assert.ok(told.closed && told.bytes >= FILE_LEAST);
    assert.equal(told.together, 1, 'the next piece is made when the last one is written');
    assert.ok(told.most <= (1 << 20) + 1024, `${told.most} bytes in a piece`);
    assert.ok(pieces <= 2, `${pieces} pieces are still held`);
    assert.ok(held <= HELD_MOST, `${held} bytes`);
  });
});

const noPicker = (page) => page.addInitScript(() => { delete window.showSaveFilePicker; });

/** The names of the files that lie aside. */
const aside = (page) => page.evaluate(async () => {
  const root = await navigator.storage.getDirectory();
  const names = [];
  for await (const name of (await root.getDirectoryHandle('icewall files', { create: true })).keys()) names.push(name);
  return names;
});

test('without such a choice it lies aside until it is downloaded', (t) =>
  site.visit({ before: noPicker }, async (page) => {
    const download = page.waitForEvent('download', { timeout: 4 * PATIENCE });
    const [file, held] = await exported(page, () => download);
    const path = await file.path();
    const { size } = await stat(path);
    t.diagnostic(`${size} bytes, at the most ${held} bytes of memory more`);
    assert.ok(size >= FILE_LEAST);
    assert.ok(held <= HELD_MOST, `${held} bytes`);
    const text = await readFile(path);
    assert.match(text.subarray(text.lastIndexOf(10, text.length - 2) + 1).toString(), LAST);
    assert.equal((await aside(page)).length, 1);
  }));

test('what was given up does not stay, nor what lay there for an hour', () =>
  site.visit({ before: noPicker }, async (page) => {
    await exported(page, async () => {
      assert.ok((await aside(page)).length > 0);
      await page.click('.export-do >> text=Cancel');
      await page.waitForSelector('.export-do [role=status]:has-text("Cancelled")');
    });
    assert.deepEqual(await aside(page), []);
    const [old, young] = [Date.now() - 3_700_000, Date.now()].map(String);
    await page.evaluate(async (names) => {
      const files = await (await navigator.storage.getDirectory()).getDirectoryHandle('icewall files');
      for (const name of names) await files.getFileHandle(name, { create: true });
    }, [old, young]);
    await page.reload();
    const end = Date.now() + PATIENCE;
    while ((await aside(page)).length > 1 && Date.now() < end) await page.waitForTimeout(50);
    assert.deepEqual(await aside(page), [young]);
  }));

const isIdle = () => document.documentElement.dataset.state === 'idle' && Number(document.documentElement.dataset.run) > 0;
const click = (visitor, selector) => visitor.evaluate((selector) => document.querySelector(selector).click(), selector);

for (const family of ['firefox', 'webkit'].filter(isWanted)) {
  test(`${family}: a large log is downloaded whole`, async (t) => {
    const host = await startServer({ ...(process.env.ICEWALL_SITE && { dir: process.env.ICEWALL_SITE }) });
    // The service worker has tests of its own.
    const visitor = await launch({ family, serviceWorkers: false });
    try {
      // 100,000 sections of 30 feet each: three million lines and two for each section.
      const wall = `${'0 '.repeat(2000)}\n`.repeat(50);
      await visitor.open(host.url);
      await visitor.waitFor('the first result', isIdle);
      await visitor.evaluate((text) => {
        const make = URL.createObjectURL;
        URL.createObjectURL = (file) => {
          window.offered = file;
          return make(file);
        };
        const field = document.querySelector('#wall-text');
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }, wall);
      await visitor.waitFor('the wall', () => /100.?000\ssections/.test(document.querySelector('.wall-size').textContent)
        && document.documentElement.dataset.state === 'idle');
      await visitor.evaluate(() => { window.location.hash = '#/export'; });
      await visitor.waitFor('the room', () => document.querySelectorAll('.export-choice').length > 0);
      await click(visitor, '.export-choice:nth-of-type(6) input');
      await visitor.waitFor('the choice', () => /work-log\.jsonl/.test(document.querySelector('.export-do .primary').textContent));
      await click(visitor, '.export-do .primary');
      await visitor.waitFor('the file', () => /saved\./.test(document.querySelector('.export-do [role=status]').textContent));
      const file = await visitor.evaluate(async () => {
        const { offered } = window;
        return [offered instanceof File, offered.size, await offered.slice(-200).text()];
      });
      t.diagnostic(`${family}: ${file[1]} bytes ${file[0] ? 'lay aside' : 'in memory'}`);
      // WebKitGTK has no such storage that a page could write into: there it is put together in memory.
      if (family === 'firefox') assert.ok(file[0], 'a file of the browser’s own storage');
      assert.ok(file[1] > 3_000_000 * 100, `${file[1]} bytes`);
      assert.match(file[2], /"day":30,.*"event":"relieved".*\}\n$/);
    } finally {
      await visitor.close();
      await host.close();
    }
  });
}
