// The log room over 310 million lines, as many as a wall of any size has of 30 days a section: every line that is seen is the
// one of that number, to the last. Not for how it looks, nor for other ways through it (the log's own tests).

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { PATIENCE, Site, choose, renewed } from './lib.mjs';

/** How long the workshop may take for a jump, in milliseconds. */
const JUMP_MS = 50;
const SECTIONS = 10_000_000;
const CREWS = 9000;
const TARGET = 32;
/** Sections of a profile. */
const LONG = 2000;

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

// The sections that the crews take at once are of one height, so all of them finish on one day and begin the next
// sections together: a wave after another, whose lines follow from their numbers.
const WAVES = Math.ceil(SECTIONS / CREWS);
const heightOf = (section) => Math.floor(section / CREWS) % 5;

/** The waves: their first line and day (from 0 and 1), their days, crews, and how many crews are relieved at the end. */
const WAVE = [];
for (let wave = 0, line = 0, day = 1; wave < WAVES; wave += 1) {
  const days = TARGET - heightOf(wave * CREWS);
  const crews = Math.min(CREWS, SECTIONS - wave * CREWS);
  const next = Math.max(0, Math.min(CREWS, SECTIONS - (wave + 1) * CREWS));
  const relieved = crews - next;
  WAVE.push({ wave, line, day, days, crews, next });
  line += crews * days + crews + relieved;
  day += days;
}
const LAST = WAVE.at(-1);
const TOTAL = LAST.line + LAST.crews * (LAST.days + 2);

/** The words of a line, from 1. */
function lineOf(number) {
  const index = number - 1;
  const { wave, line, day, days, crews, next } = WAVE.findLast((wave) => wave.line <= index);
  const ahead = index - line;
  const past = Math.min(Math.floor(ahead / crews), days - 1);
  let [crew, kind] = [ahead - past * crews, 0];
  if (past === days - 1) {
    // Who is needed again has two lines on the last day, the others three.
    const again = Math.min(crew, 2 * next);
    const rest = crew - again;
    [crew, kind] = rest > 0 || again === 2 * next ? [next + Math.floor(rest / 3), rest % 3] : [Math.floor(again / 2), again % 2];
  }
  const section = wave * CREWS + crew + 1;
  const site = `section ${section} of profile ${Math.floor((section - 1) / LONG) + 1}`;
  const height = heightOf(section - 1) + past + 1;
  const says = [`Added 1 foot to ${site} to reach ${height} ${height === 1 ? 'foot' : 'feet'}`, `Completed ${site}`, 'Relieved'][kind];
  return `Crew-${crew + 1} - ${says} on day ${day + past}`;
}

/** The wall as an INI file. */
function ini() {
  const profiles = [];
  for (let first = 0; first < SECTIONS; first += LONG) {
    profiles.push(Array.from({ length: LONG }, (_, at) => heightOf(first + at)).join(' '));
  }
  return `[Construction]\ntarget_height = ${TARGET}\n[Task]\nnum_workers = ${CREWS}\n[Profiles]\n${profiles.join('\n')}\n`;
}

/** Waits until the line is seen and all that are seen have their words; each must be the one of its number. */
async function seen(page, number, where = '.log-row') {
  await page.waitForSelector(`${where}[aria-rowindex="${number}"]`, { timeout: PATIENCE });
  await page.waitForSelector('.log-box[aria-busy=false]', { timeout: PATIENCE });
  const rows = await page.$$eval('.log-row', (rows) => rows.map((row) => [
    Number(row.getAttribute('aria-rowindex')), row.querySelector('.log-line').textContent]));
  assert.ok(rows.length > 10 && rows.some(([shown]) => shown === number));
  rows.forEach(([shown, words], at) => {
    assert.equal(shown, rows[0][0] + at, 'one after the other');
    assert.equal(words, lineOf(shown), `line ${shown}`);
  });
  return Number(await page.getAttribute('.log-box', 'data-ms'));
}

const field = (page, name) => page.locator('.log-field', { hasText: name }).locator('input');

async function counted(page, words) {
  await page.waitForFunction((words) => document.querySelector('.log-count').textContent.replaceAll('\u00a0', ' ') === words, words, { timeout: PATIENCE });
}

test('310 million lines: each is the one of its number, to the last', (context) =>
  site.visit({}, async (page) => {
    const path = join(site.folder, 'long.ini');
    await writeFile(path, ini());
    await renewed(page, () => choose(page, path));
    await page.evaluate(() => { location.hash = '#/log'; });
    const grouped = TOTAL.toLocaleString('en-US');
    assert.ok(TOTAL > 300_000_000, grouped);
    await page.waitForSelector('.log-row', { timeout: PATIENCE });
    await counted(page, `${grouped} lines`);
    await seen(page, 1);

    const took = [];
    await page.focus('.log-box');
    await page.keyboard.press('End');
    took.push(await seen(page, TOTAL, '.log-row.at'));
    // Line by line from the last on, and by the scroll bar to the ends.
    await page.keyboard.press('ArrowUp');
    await seen(page, TOTAL - 1, '.log-row.at');
    await page.$eval('.log-box', (box) => { box.scrollTop = 0; });
    await seen(page, 1);
    await page.$eval('.log-box', (box) => { box.scrollTop = box.scrollHeight; });
    await seen(page, TOTAL);

    const { line } = WAVE[700];
    for (const number of [300_000_000, 2, line, line + 1, LAST.line - 1, 123_456_789, TOTAL - 3 * LAST.crews, 271_828_182]) {
      await field(page, 'Go to line').fill(String(number));
      await page.keyboard.press('Enter');
      took.push(await seen(page, number, '.log-row.at'));
    }
    await page.hover('.log-box');
    await page.mouse.wheel(0, 28);
    await page.waitForFunction(() => Number(document.querySelector('.log-row').getAttribute('aria-rowindex')) > 1);
    const [top] = await page.$$eval('.log-row', (rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex'))));
    await seen(page, top);

    // A filter is counted to the last line that it lets through.
    await field(page, 'Crews').fill('8999-9000');
    const waves = WAVE.filter(({ crews }) => crews === CREWS);
    const matches = 2 * (waves.reduce((sum, { days }) => sum + days + 1, 0) + 1);
    await counted(page, `${matches.toLocaleString('en-US')} of ${grouped} lines`);
    await page.click('text="All lines"');
    await counted(page, `${grouped} lines`);

    // A search in vain says how far it is, and is cancelled.
    await field(page, 'Find').fill('mammoth');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => /Searching… [0-9.]*[1-9]/.test(document.querySelector('.log-find').textContent), null, { timeout: PATIENCE });
    await page.click('.log-find >> text="Cancel"');
    await page.waitForFunction(() => !document.querySelector('.log-find').textContent.includes('Searching'));
    await field(page, 'Go to line').fill('200000000');
    await page.keyboard.press('Enter');
    await seen(page, 200_000_000, '.log-row.at');
    context.diagnostic(`${grouped} lines, ms in the workshop by jump: ${took.join(', ')}`);
    for (const ms of took) assert.ok(ms <= JUMP_MS, `${ms} ms`);
  }));
