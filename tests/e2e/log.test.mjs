// The log room: its lines against a simulator of the rules and against the judged cases, filters, search, ways to a
// line, the last line of a large log, downloads, keys, a narrow page.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { PATIENCE, Site, pool, read, renewed, write } from './lib.mjs';
import { EXAMPLE, MILLION } from './walls.mjs';

/** How long the workshop may take for a jump, in milliseconds. */
const JUMP_MS = 50;
/** A wall with short last days, finished sections and more than one profile. */
const OTHER = '11 29 30 30 2\n1 30 20\n1';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

/** The bare lines of a wall by the rules of the model: `crews` null is one for each section. */
function logOf(text, crews = null) {
  const sections = text.split('\n').flatMap((line, profile) =>
    line.split(' ').map((height) => ({ profile: profile + 1, height: Number(height) })));
  sections.forEach((section, index) => { section.number = index + 1; });
  const waiting = sections.filter((section) => section.height < 30);
  const teams = Array.from({ length: crews ?? waiting.length }, (_, index) => ({ crew: index + 1 }));
  const lines = [];
  for (let day = 1; teams.some((team) => !team.relieved); day += 1) {
    for (const team of teams) if (!team.relieved) team.at ??= waiting.shift();
    for (const team of teams) {
      if (team.relieved) continue;
      const say = (what) => lines.push({ day, crew: team.crew, profile: team.at?.profile, text: `Crew-${team.crew} - ${what} on day ${day}` });
      if (team.at) {
        const { at } = team;
        at.height += 1;
        say(`Added 1 foot to section ${at.number} of profile ${at.profile} to reach ${at.height} feet`);
        if (at.height < 30) continue;
        say(`Completed section ${at.number} of profile ${at.profile}`);
        team.at = null;
      }
      // The crews before it that finished today choose first.
      const ahead = teams.filter((other) => other.crew < team.crew && !other.relieved && !other.at).length;
      if (waiting.length > ahead) continue;
      team.at = undefined;
      say('Relieved');
      team.relieved = true;
    }
  }
  return lines;
}

/** The bare lines of a judged case's events: what the fixture leaves out, the feet, follows from the heights. */
function linesOf({ config, log }) {
  const reached = config.profiles.flat();
  const feet = (count) => (count === 1 ? '1 foot' : `${count} feet`);
  return log.map(({ day, crew, profile, section, event, height }) => {
    const of = `section ${section} of profile ${profile}`;
    if (event === 'relieved') return `Crew-${crew} - Relieved on day ${day}`;
    if (event === 'completed') return `Crew-${crew} - Completed ${of} on day ${day}`;
    const added = height - reached[section - 1];
    reached[section - 1] = height;
    return `Crew-${crew} - Added ${feet(added)} to ${of} to reach ${feet(height)} on day ${day}`;
  });
}

/** Goes to the room and waits for its lines. */
async function toLog(page) {
  await page.evaluate(() => { location.hash = '#/log'; });
  await page.waitForSelector('.log-row');
  return still(page);
}

/** Waits until the lines that are seen are there. */
function still(page) {
  return page.waitForSelector('.log-box[aria-busy=false]');
}

/** The lines that are seen: number and words. */
function seen(page) {
  return page.$$eval('.log-row', (rows) => rows.map((row) => [
    Number(row.getAttribute('aria-rowindex')), row.querySelector('.log-line').textContent]));
}

/** Every line of a short log, page by page with the keyboard. */
async function allLines(page) {
  const found = new Map();
  await page.focus('.log-box');
  await page.keyboard.press('Home');
  const total = Number(await page.getAttribute('.log-box', 'aria-rowcount'));
  for (let pages = 0; found.size < total && pages < 200; pages += 1) {
    await still(page);
    for (const [number, text] of await seen(page)) found.set(number, text);
    await page.keyboard.press('PageDown');
  }
  return Array.from({ length: total }, (_, index) => found.get(index + 1));
}

/** Waits until the count says so. */
function counted(page, words) {
  return page.waitForFunction((words) => document.querySelector('.log-count').textContent.replaceAll('\u00a0', ' ') === words, words);
}

function field(page, name) {
  return page.locator('.log-field', { hasText: name }).locator('input');
}

test('the lines are those of the model, to the last', async (t) => {
  for (const [text, crews] of [[EXAMPLE, null], [EXAMPLE, 2], [OTHER, 4], [OTHER, 12]]) {
    await t.test(`${crews ?? 'all'} crews`, () => site.visit({}, async (page) => {
      if (text !== EXAMPLE) await write(page, text);
      if (crews) await pool(page, crews);
      await toLog(page);
      assert.deepEqual(await allLines(page), logOf(text, crews).map((line) => line.text));
    }));
  }
});

test('the lines are those of the judged cases, to the last', async (t) => {
  const cases = JSON.parse(await readFile(new URL('../fixtures/model_cases.json', import.meta.url), 'utf8')).filter(({ log }) => log);
  assert.ok(cases.length >= 12);
  for (const judged of cases) {
    await t.test(judged.name, () => site.visit({}, async (page) => {
      await write(page, JSON.stringify(judged.config));
      await toLog(page);
      assert.deepEqual(await allLines(page), linesOf(judged));
    }));
  }
});

test('filters count and show the lines that they let through', () =>
  site.visit({}, async (page) => {
    const lines = logOf(EXAMPLE);
    await toLog(page);
    await counted(page, '105 lines');
    const check = async (name, typed, fits) => {
      const wanted = lines.filter(fits).map((line) => line.text);
      await field(page, name).fill(typed);
      await counted(page, `${wanted.length} of 105 lines`);
      assert.deepEqual(await allLines(page), wanted, `${name} ${typed}`);
      await page.click('text="All lines"');
      await counted(page, '105 lines');
    };
    await check('Crews', '4', (line) => line.crew === 4);
    await check('Days', '3-5', (line) => line.day >= 3 && line.day <= 5);
    await check('Profiles', '1', (line) => line.profile === 1 && !line.text.includes('Relieved'));
    await check('Sections', '2-3', (line) => /section [23] /.test(line.text));
    await page.getByLabel('Added').uncheck();
    await counted(page, '18 of 105 lines');
    await page.click('text="All lines"');
    await field(page, 'Crews').fill('9-4');
    assert.match(await read(page, '.log-fault:not(:empty)'), /two with a dash/);
    await counted(page, '105 lines');
  }));

test('the search goes ahead and back, the day is followed and set', () =>
  site.visit({}, async (page) => {
    const lines = logOf(EXAMPLE).map((line) => line.text);
    await toLog(page);
    await field(page, 'Find').fill('completed section 4');
    await page.click('text="Next"');
    const there = lines.indexOf('Crew-4 - Completed section 4 of profile 2 on day 13') + 1;
    await page.waitForSelector(`.log-row.at[aria-rowindex="${there}"]`);
    await field(page, 'Find').fill('17 feet');
    await page.click('text="Next"');
    await page.waitForFunction(() => /No such line/.test(document.querySelector('.log-find .log-said').textContent));
    await field(page, 'Find').fill('18 feet');
    await page.click('text="Previous"');
    const before = lines.slice(0, there).findLastIndex((line) => line.includes(' 18 feet')) + 1;
    await page.waitForSelector(`.log-row.at[aria-rowindex="${before}"]`);

    await field(page, 'Go to day').fill('5');
    await page.keyboard.press('Enter');
    const fifth = lines.findIndex((line) => line.endsWith('on day 5')) + 1;
    await page.waitForSelector(`.log-row.at.looked-at[aria-rowindex="${fifth}"]`);
    await field(page, 'Go to line').fill('105');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.log-row.at[aria-rowindex="105"]');
    await page.click('.log-row[aria-rowindex="105"]');
    await page.waitForSelector('.log-row.looked-at[aria-rowindex="105"]');
    await page.evaluate(() => { location.hash = '#/wall'; });
    await page.waitForFunction(() => document.querySelector('.day-field input')?.value === '13');
  }));

test('every file has the filtered lines', () =>
  site.visit({}, async (page) => {
    const lines = logOf(EXAMPLE).filter((line) => line.crew === 4);
    await toLog(page);
    await field(page, 'Crews').fill('4');
    await counted(page, '15 of 105 lines');
    const file = async (name) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.click(`.log-tools >> text="${name}"`)]);
      return readFile(await download.path(), 'utf8');
    };
    const text = await file('Text');
    assert.equal(text, lines.map((line) => line.text.replace('Crew-4 - ', 'INFO     Crew-4          - ') + '\n').join(''));
    const csv = (await file('CSV')).trimEnd().split('\n');
    assert.equal(csv.length, 16);
    assert.equal(csv[1], '1,,4,4,2,added,1,18,195,370500');
    const records = (await file('JSON lines')).trimEnd().split('\n').map((line) => JSON.parse(line));
    assert.deepEqual(records.map((record) => record.day), lines.map((line) => line.day));
  }));

test('it is all done by keys, and lines are copied', () =>
  site.visit({ context: { permissions: ['clipboard-read', 'clipboard-write'] } }, async (page) => {
    const lines = logOf(EXAMPLE).map((line) => line.text);
    await toLog(page);
    await page.focus('.log-box');
    await page.keyboard.press('End');
    await page.waitForSelector('.log-row.at[aria-rowindex="105"]');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Shift+ArrowUp');
    assert.equal(await page.locator('.log-row[aria-selected=true]').count(), 3);
    const active = await page.getAttribute('.log-box', 'aria-activedescendant');
    assert.equal(await page.getAttribute(`#${active}`, 'aria-rowindex'), '102');
    await page.keyboard.press('Control+c');
    await page.waitForFunction(() => /Copied 3/.test(document.querySelector('.log-tools .log-said').textContent));
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), lines.slice(101, 104).join('\n') + '\n');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.log-row.looked-at.at');
  }));

test('the wheel moves by lines', () =>
  site.visit({}, async (page) => {
    await toLog(page);
    await page.hover('.log-box');
    await page.mouse.wheel(0, 28 * 3);
    await page.waitForFunction(() => document.querySelector('.log-row').getAttribute('aria-rowindex') === '4');
    await page.mouse.wheel(0, -28);
    await page.waitForFunction(() => document.querySelector('.log-row').getAttribute('aria-rowindex') === '3');
  }));

test('a narrow page does not scroll sideways', () =>
  site.visit({ context: { viewport: { width: 360, height: 740 } } }, async (page) => {
    await toLog(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  }));

test('any line of a large log is reached at once', () =>
  site.visit({}, async (page) => {
    await renewed(page, () => page.setInputFiles('.wall input[type=file] >> nth=0', {
      name: 'wall.txt', mimeType: 'text/plain', buffer: Buffer.from(MILLION.text()),
    }));
    await pool(page, 1000);
    await toLog(page);
    await page.waitForFunction(() => Number(document.querySelector('.log-box').getAttribute('aria-rowcount')) > 1e7, null, { timeout: PATIENCE });
    const total = Number(await page.getAttribute('.log-box', 'aria-rowcount'));
    // Feet, sections that were not finished from the start, and reliefs.
    assert.ok(total > MILLION.feet && total < MILLION.feet + 1_001_000, `${total} lines`);
    const took = [];
    const jump = async (deed, there, argument) => {
      await deed();
      await page.waitForFunction(there, argument);
      await still(page);
      took.push(Number(await page.getAttribute('.log-box', 'data-ms')));
    };
    await page.focus('.log-box');
    await jump(() => page.keyboard.press('End'), () =>
      document.querySelector('.log-row.at')?.getAttribute('aria-rowindex') === document.querySelector('.log-box').getAttribute('aria-rowcount'));
    assert.match((await seen(page)).at(-1)[1], new RegExp(`Relieved on day ${MILLION.days}$`));
    for (const part of [0.5, 0.013, 0.77, 0.25]) {
      await jump(
        () => page.$eval('.log-box', (box, part) => { box.scrollTop = box.scrollHeight * part; }, part),
        ([total, part]) => Math.abs(Number(document.querySelector('.log-row').getAttribute('aria-rowindex')) / total - part) < 0.01,
        [total, part],
      );
    }
    const [[first]] = await seen(page);
    await page.hover('.log-box');
    await page.mouse.wheel(0, 28);
    await page.waitForFunction((next) => Number(document.querySelector('.log-row').getAttribute('aria-rowindex')) === next, first + 1);
    await field(page, 'Go to line').fill('12345678');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.log-row.at[aria-rowindex="12345678"]');
    await still(page);
    took.push(Number(await page.getAttribute('.log-box', 'data-ms')));
    console.log(`log: ${total} lines, ms in the workshop by jump: ${took.join(', ')}`);
    for (const ms of took) assert.ok(ms <= JUMP_MS, `${ms} ms`);
  }));
