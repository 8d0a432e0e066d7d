// How fast the views of the wall are in a page, and what they hold: a part of `cargo xtask bench page`. Not for the
// result itself, nor for the API.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { FRAME, SCRIPT, dragged } from './frames.mjs';
import { choose, pool, renewed, write } from './lib.mjs';
import { heights, lines } from './walls.mjs';

/** What a view shows when it is there. */
const VIEWS = [
  ['diagram', () => document.querySelector('.diagram-canvas')?.height === 420],
  ['crews', () => document.querySelector('.crew-row[aria-label] canvas')?.width > 300],
  ['milestones', () => document.querySelector('.milestones-table tbody tr') !== null],
  ['log', () => document.querySelector('.log-box[aria-busy=false] .log-row .log-line')?.textContent.length > 0],
];

/** Opens a wall of so many sections as a file, in profiles of a length, of start heights to `most`, with so many crews. */
async function open(page, folder, { sections, long = 2000, most = 30, crews }) {
  const path = join(folder, `${sections}-${long}-${most}.txt`);
  await writeFile(path, lines(heights(sections, most, 1), long));
  await pool(page, crews);
  await renewed(page, () => choose(page, path));
}

/** What the workshop says of itself, from `before` of a visit with `?log=debug` on. */
function listen(page) {
  const heard = { held: [], taken: 0, prepared: false };
  page.on('console', (message) => {
    const text = message.text();
    const held = text.match(/the workshop holds (\d+) bytes/);
    if (held) heard.held.push(Number(held[1]));
    if (text.includes('the workshop took a wall')) heard.taken += 1;
    if (text.includes('the workshop is prepared')) heard.prepared = true;
  });
  page.heard = heard;
}

/** Waits until the workshop holds the wall, and who builds which section. */
async function brought(page) {
  for (let wait = 0; wait < 3000 && !page.heard.prepared; wait += 1) await page.waitForTimeout(10);
  assert.ok(page.heard.prepared, 'the wall is brought before anybody opens a view');
}

/** Milliseconds from going to a view until it is painted. */
function shown(page, view, isThere) {
  // As a text: the page's policy makes no function out of one.
  return page.evaluate(`(async (view, isThere) => {
    const from = performance.now();
    location.hash = view;
    do await new Promise(requestAnimationFrame); while (!isThere());
    await new Promise((resolve) => { setTimeout(resolve); });
    return performance.now() - from;
  })('#/${view}', ${isThere})`);
}

/** Brings the elevation of so many sections into sight. */
async function elevation(page, sections) {
  await page.waitForSelector('.elevation', { state: 'attached' });
  await page.$eval('.elevation', (figure) => figure.scrollIntoView({ block: 'center' }));
  await page.waitForSelector(`.elevation-told:has-text("sections 1 to ${sections.toLocaleString('en-US')} stand")`, { timeout: 120_000 });
}

/** Each view of 1,000,000 sections, opened for the first time once the result has stood for a while. */
async function opening(site, folder, row, median) {
  for (const [view, isThere] of VIEWS) {
    const first = [];
    for (let visit = 0; visit < 3; visit += 1) {
      await site.visit({ query: '?log=debug', before: listen }, async (page) => {
        await open(page, folder, { sections: 1_000_000, crews: 1000 });
        await brought(page);
        const { taken } = page.heard;
        first.push(await shown(page, view, isThere));
        assert.equal(page.heard.taken, taken, 'it is not brought again');
      });
    }
    row(`opening ${view} for the first time, 1,000,000 sections`, median(first), 'ms', 200, 'median', first);
  }
}

/** What is held with all views open, a section: by the workshop of the views, beside what the engine holds. */
async function memory(site, folder, row) {
  for (const [what, most, wall] of [
    ['1,000,000 sections', 32, { sections: 1_000_000, crews: 1000 }],
    ['10,000,000 sections', 16, { sections: 10_000_000, crews: 5000 }],
  ]) {
    await site.visit({ query: '?log=debug', before: listen }, async (page) => {
      await open(page, folder, wall);
      await elevation(page, wall.sections);
      const { taken } = page.heard;
      for (const [view, isThere] of VIEWS) {
        await shown(page, view, isThere);
        if (view === 'milestones') await page.click('.milestones-sort >> text=Finish');
        await page.waitForTimeout(500);
      }
      assert.equal(page.heard.taken, taken, 'one wall for all views');
      row(`held by the views’ workshop, all views open, ${what}`, Math.max(...page.heard.held) / wall.sections, 'B', most, 'most');
    });
  }
}

/**
 * From a place of the scroll bar to the lines there, painted: 2,000,000 sections have some 32 million lines, and
 * 10,000,000 from the ground up 310 million.
 */
async function scrolling(site, folder, row, p95) {
  await scrollingOver(site, folder, row, p95, { sections: 2_000_000, crews: 1000 }, 3e7);
  await scrollingOver(site, folder, row, p95, { sections: 10_000_000, most: 0, crews: 1000 }, 3e8);
}

async function scrollingOver(site, folder, row, p95, wall, least) {
  await site.visit({}, async (page) => {
    await open(page, folder, wall);
    await page.evaluate(() => { location.hash = '#/log'; });
    await page.waitForFunction((least) => Number(document.querySelector('.log-box')?.getAttribute('aria-rowcount')) > least, least, { timeout: 60_000 });
    const samples = [];
    for (let at = 0; at < 40; at += 1) {
      const [ms, off] = await page.evaluate(async (share) => {
        const box = document.querySelector('.log-box');
        const rows = () => [...box.querySelectorAll('.log-row')];
        const place = () => Number(rows()[0].getAttribute('aria-rowindex')) / Number(box.getAttribute('aria-rowcount'));
        const from = performance.now();
        box.scrollTop = (box.scrollHeight - box.clientHeight) * share;
        do await new Promise(requestAnimationFrame);
        while (Math.abs(place() - share) > 0.01 || box.getAttribute('aria-busy') !== 'false' || rows().some((row) => row.querySelector('.log-line').textContent === ''));
        return [performance.now() - from, Math.abs(place() - share)];
      }, ((at * 37) % 100) / 100);
      assert.ok(off < 0.01);
      samples.push(ms);
    }
    const lines = Number(await page.getAttribute('.log-box', 'aria-rowcount'));
    row(`log: to any of ${lines.toLocaleString('en-US')} lines, painted`, p95(samples), 'ms', 50, 'p95', samples);
  });
}

/** Dragging the day below the elevation. */
async function following(site, folder, row, { median, p95 }) {
  for (const sections of [2000, 1_000_000]) {
    await site.visit({}, async (page) => {
      if (sections === 2000) {
        await write(page, lines(heights(2000, 30, 1), 200).trim());
        await pool(page, 20);
      } else {
        await open(page, folder, { sections, crews: 1000 });
      }
      await elevation(page, sections);
      const { frames, script } = await dragged(site, page, '.elevation-slider');
      const of = `dragging the day, elevation of ${sections.toLocaleString('en-US')}`;
      row(`${of}: between frames`, median(frames), 'ms', FRAME.median, 'median', frames);
      row('  the same', p95(frames), 'ms', FRAME.p95, 'p95', frames);
      row('  script in a frame', p95(script), 'ms', SCRIPT, 'p95', script);
    });
  }
}

/** All of it. */
export async function views(site, folder, row, { median, p95 }) {
  await opening(site, folder, row, median);
  await memory(site, folder, row);
  await scrolling(site, folder, row, p95);
  await following(site, folder, row, { median, p95 });
}
