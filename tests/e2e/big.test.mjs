// Large walls: 2,000 sections against a slow simulation, a million from a file while the page
// stays responsive, a run that is cancelled, files that are too large. Not for how fast (bench).

import assert from 'node:assert/strict';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { Site, choose, drop, figures, hooks, lookAt, pool, read, renewed, rows, settled, write } from './lib.mjs';
import { longestTask, observeTasks } from './tasks.mjs';
import { REPLY, progressReply } from './messages.mjs';
import { MILLION, build, heights, lines } from './walls.mjs';
import { holdEngines } from './workers.mjs';

/** The longest task that a page may hold its thread for, in milliseconds. */
const TASK_MOST = 50;

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

async function file(name, content) {
  const path = join(site.folder, name);
  await writeFile(path, content);
  return path;
}

/** A file of so many bytes that takes no room. */
async function hollow(name, bytes) {
  const path = await file(name, '');
  await truncate(path, bytes);
  return path;
}

const grouped = (number) => number.toLocaleString('en-US');

test('2,000 sections and a pool of 20: every figure is that of a slow simulation', () =>
  site.visit({}, async (page) => {
    const wall = heights(2000, 30, 7);
    const cut = [wall.subarray(0, 700), wall.subarray(700, 701), wall.subarray(701)];
    const slow = build(cut.map((profile) => [...profile]), 20);
    await pool(page, 20);
    await write(page, cut.map((profile) => profile.join(' ')).join('\n'));

    const { finish, cost, terms } = await figures(page);
    assert.equal(finish, `Finished on day ${grouped(slow.days)}`);
    assert.equal(cost, slow.cost);
    assert.equal(terms['Ice in all'], `${grouped(slow.ice)} yd³`);
    assert.equal(terms['Crew utilisation'], `${slow.busy}%`);
    assert.equal(terms['Idle crew-days'], `${grouped(slow.idle)} crew-days`);
    assert.equal(await read(page, '.wall-size'), '3 profiles, 2,000 sections');
    for (const day of [1, 2, 500, slow.days - 20, slow.days]) {
      assert.deepEqual(await lookAt(page, day), slow.on(day), `day ${day}`);
    }
    // The table opens at the day that is looked at.
    await page.click('.table-switch >> nth=0');
    await hasRow(page, slow, slow.days);
    await page.click('.pager button >> text=First');
    await hasRow(page, slow, 1);
    await page.fill('.pager input', '731');
    await page.press('.pager input', 'Enter');
    await hasRow(page, slow, 731);
  }));

/** The table of days has a day's row, with the figures it should have. */
async function hasRow(page, slow, day) {
  await page.waitForSelector(`.table tbody tr:has(.row-day:text-is("${grouped(day)}"))`);
  const row = (await rows(page, '.table')).find(([number]) => number === grouped(day));
  const { ice, cost, until } = slow.on(day);
  const profiles = [1, 2, 3].map((profile) => slow.iceOf(profile, day));
  assert.deepEqual(row, [day, ice, cost, until, ...profiles].map(grouped), `day ${day}`);
}

async function isTheMillion(page) {
  const { finish, cost } = await figures(page);
  assert.equal(finish, `Finished on day ${grouped(MILLION.days)}`);
  assert.equal(cost, MILLION.feet * 195 * 1900);
  assert.equal(await read(page, '.wall-size'), '500 profiles, 1,000,000 sections');
  assert.ok(await page.isVisible('.file-panel'));
  assert.ok(await page.isHidden('#wall-text'));
  assert.match(await read(page, '.file-name'), /^million\.txt, 2\.\d MB$/);
  const head = MILLION.text().slice(0, 100);
  assert.equal((await page.textContent('.file-head')).slice(0, 100), head);
}

/** Does it until the page's thread is held no longer than it may be, twice at the most. */
async function responsive(context, page, deed) {
  for (const attempt of [1, 2]) {
    const { wall, own } = await longestTask(site.browser, page, deed);
    const words = `longest task ${wall ? wall.toFixed(0) : 'below 50'} ms on the wall's clock, ${own.toFixed(1)} ms of the processor`;
    context.diagnostic(words);
    assert.ok(own > 0, 'the trace has the tasks of the page');
    // What it waited while other programs had the processor is not the page's doing.
    if (own <= TASK_MOST) return;
    assert.notEqual(attempt, 2, words);
  }
}

test('1,000,000 sections from a file: held as a file, computed, the page stays responsive', (context) =>
  site.visit({ before: observeTasks }, async (page) => {
    const path = await file('million.txt', MILLION.text());
    await pool(page, 1000);
    await responsive(context, page, () => renewed(page, () => choose(page, path)));
    await isTheMillion(page);
    await responsive(context, page, async () => {
      await pool(page, 999);
      await pool(page, 1000);
    });
    await isTheMillion(page);
    await page.click('text=Start anew');
    await page.waitForSelector('#wall-text');
    assert.equal(await page.inputValue('#wall-text'), '');
    await renewed(page, () => page.click('.put-back'));
    await isTheMillion(page);
  }));

test('1,000,000 sections dropped on the page', () =>
  site.visit({ plain: true }, async (page) => {
    await pool(page, 1000);
    await renewed(page, () => drop(page, 'million.txt', MILLION.text()));
    await isTheMillion(page);
    assert.ok(await page.isHidden('.drop'));
  }));

test('a small file is taken into the editor, whatever its line ends', () =>
  site.visit({}, async (page) => {
    const path = await file('small.txt', '\uFEFF21 25 28\r\n17\r17 22 17 19 18\r\n');
    await renewed(page, () => choose(page, path));
    assert.match(await page.inputValue('#wall-text'), /^\uFEFF?21 25 28\n17\n17 22 17 19 18\n$/);
    assert.equal((await figures(page)).cost, 86 * 195 * 1900);
  }));

test('what is edited has plain line ends, in its file too; a text that is held as a file stays byte for byte', () =>
  site.visit({}, async (page) => {
    const download = async (selector) => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.click(selector)]);
      return readFile(await file.path(), 'utf8');
    };
    await renewed(page, async () => choose(page, await file('small.txt', '21 25 28\r\n17\r\n')));
    assert.equal(await download('text="Save wall"'), '21 25 28\n17\n');
    const large = '29 28\r\n'.repeat(25_000);
    await renewed(page, async () => choose(page, await file('large.txt', large)));
    assert.ok(await download('text="Download it"') === large);
  }));

/** Clicks a button as soon as it is there. */
const clickAtOnce = (page, words) => page.evaluate((words) => new Promise((resolve) => {
  const find = () => [...document.querySelectorAll('button')].find((button) => button.textContent === words);
  new MutationObserver((_, observer) => {
    const button = find();
    if (!button) return;
    observer.disconnect();
    button.click();
    resolve();
  }).observe(document.body, { childList: true, subtree: true });
}), words);

test('a long run shows its progress and can be cancelled', () =>
  site.visit({ query: '?engine=single', before: holdEngines }, async (page) => {
    // JSON and a single crew: what takes the engine longest.
    const text = lines(heights(10_000_000, 30, 1), 2000).trimEnd().replaceAll(' ', ',').replaceAll('\n', '],\n[');
    const path = await file('ten-million.json', `{"num_teams": 1, "profiles": [[${text}]]}`);
    await Promise.all([clickAtOnce(page, 'Cancel'), choose(page, path)]);
    const { run } = await settled(page);
    assert.equal(run, 1, 'no result came of it');
    assert.equal((await figures(page)).finish, 'Finished on day 13');
    assert.match(await read(page, '.answer.stale .answer-status'), /From before the last change.*was cancelled/);
    assert.match(await read(page, '.file-name'), /^ten-million\.json/, 'the file is not lost');

    const told = await page.evaluateHandle((progress) => {
      const told = [];
      window.engines.at(-1).addEventListener('message', ({ data }) => {
        if (data.message[0] === progress) told.push([...data.message]);
      });
      return told;
    }, REPLY.Progress);
    await renewed(page, () => page.click('.answer-status >> text=Compute again'));
    const steps = (await told.jsonValue()).map((message) => progressReply(message).permille);
    assert.ok(steps.length >= 4 && steps.every((step, at) => step > (steps[at - 1] ?? 0) && step <= 1000), `progress: ${steps}`);
    assert.equal(await read(page, '.wall-size'), '5,000 profiles, 10,000,000 sections');
    assert.equal(await page.locator('.stale').count(), 0);
    assert.equal((await hooks(page)).state, 'idle');
  }));

for (const megabytes of [65, 100]) {
  test(`a file of ${megabytes} MB is refused with words, before it is read`, () =>
    site.visit({}, async (page) => {
      await choose(page, await hollow('huge.txt', megabytes << 20));
      await page.waitForSelector('.notice >> text=too large');
      assert.equal(await read(page, '.notice'), `huge.txt is too large: ${megabytes} MB. The most is 64 MB.`);
      assert.deepEqual([(await hooks(page)).state, (await figures(page)).finish], ['idle', 'Finished on day 13']);
      assert.equal((await hooks(page)).run, 1);
      await write(page, '29');
      assert.equal((await figures(page)).finish, 'Finished on day 1', 'the page goes on');
    }));
}

test('more than ten million sections are refused', () =>
  site.visit({}, async (page) => {
    const path = await file('too-many.txt', '7 '.repeat(2000).concat('\n').repeat(5001));
    await choose(page, path);
    await page.waitForSelector('.faults-list li >> text=10,000,000');
    await settled(page);
    assert.match(await read(page, '.faults-list'), /The wall has 10,002,000 sections; at most 10,000,000 are allowed/);
    assert.equal((await figures(page)).finish, 'Finished on day 13');
  }));

test('the largest files one after another fit into the memory of the engine with threads', () =>
  site.visit({ query: '?threads=2' }, async (page) => {
    const wall = await file('wide.txt', `${'7     '.repeat(2000)}\n`.repeat(5000));
    const profile = `[${Array(2000).fill('  7').join()}]`;
    const json = await file('wide.json', `{"profiles": [${Array(5000).fill(profile).join(',\n')}]}`);
    const faulty = await file('faulty.txt', '30.5 -1 1e3 x\n'.repeat(4_700_000));
    for (const round of [1, 2]) {
      for (const path of [json, wall]) {
        await renewed(page, () => choose(page, path));
        assert.equal(await read(page, '.wall-size'), '5,000 profiles, 10,000,000 sections');
      }
      await choose(page, faulty);
      await page.waitForFunction(() => document.querySelector('.faults-standing').textContent.startsWith('18,800,00'));
      await settled(page);
      assert.equal(await read(page, '.mishap'), '', `round ${round}: the engine did not have to start again`);
      assert.equal((await hooks(page)).engine, 'threads');
    }
    assert.equal((await lookAt(page, 1)).ice, 10_000_000 * 195, 'the last good result answers questions');
  }));
