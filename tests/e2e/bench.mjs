// How fast the page and its engine are, in a real page: `cargo xtask bench page`. Every result
// that is timed is asserted; what must be reached stands beside what was measured, and a miss ends
// it with 1. Where ICEWALL_BENCH_OUT names the file with the native figures, the page's engine is
// held against them. `node tests/e2e/bench.mjs keys looking` measures some parts alone.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { views } from './bench_views.mjs';
import { Site, choose, figures, hooks, pool, renewed, rows, write } from './lib.mjs';
import { MILLION, build, heights, lines } from './walls.mjs';
import { between, timeLog } from './workers.mjs';

const site = await Site.open();
const { folder } = site;
const table = [];

/** What was measured, as numbers in rising order. */
const sorted = (samples) => samples.toSorted((a, b) => a - b);
const quantile = (samples, share) => sorted(samples)[Math.ceil(samples.length * share) - 1];
const median = (samples) => quantile(samples, 0.5);
const p95 = (samples) => quantile(samples, 0.95);
const best = (samples) => sorted(samples)[0];

/** A bound of a row that is not the most. */
const atLeast = (least) => ({ least });
const isMissed = ({ value, bound }) => (bound?.least === undefined ? value > bound : value < bound.least);

/** A row of the table; `bound`: the most, or [`atLeast`]; undefined: nothing is demanded. */
function row(what, value, unit, bound, of, samples) {
  table.push({ what, value, bound });
  const demanded = bound === undefined ? '' : bound.least === undefined ? `≤ ${bound}` : `≥ ${bound.least}`;
  const verdict = bound === undefined ? '' : isMissed({ value, bound }) ? 'MISSED' : 'reached';
  const spread = samples ? `median ${median(samples).toFixed(1)}, p95 ${p95(samples).toFixed(1)}, of ${samples.length}` : '';
  console.log([
    what.padEnd(54), value.toFixed(unit === 'KB' ? 0 : 2).padStart(9), unit.padEnd(3), of.padEnd(7), demanded.padEnd(7),
    verdict.padEnd(8), spread,
  ].join(' ').trimEnd());
}

/**
 * Notes, in the page, how long it takes from an event of `kind` until the result that follows is
 * painted: the hook `data-run` rises after the frame that shows it.
 */
function notePaints(page, kind) {
  return page.evaluate((kind) => {
    window.paints = [];
    let from;
    document.addEventListener(kind, (event) => { from = event.timeStamp; }, true);
    new MutationObserver(() => {
      if (from !== undefined) window.paints.push(performance.now() - from);
      from = undefined;
    }).observe(document.documentElement, { attributeFilter: ['data-run'] });
  }, kind);
}
const paints = (page) => page.evaluate(() => window.paints);

/** The engine's own time of one more run with so many crews. */
async function engineMs(page, crews) {
  return (await pool(page, crews)).ms;
}

async function openMillion(page, crews) {
  const path = join(folder, 'million.txt');
  await writeFile(path, MILLION.text());
  await pool(page, crews);
  await renewed(page, () => choose(page, path));
}

async function isTheMillion(page) {
  const { finish, cost } = await figures(page);
  assert.deepEqual([finish, cost], [`Finished on day ${MILLION.days.toLocaleString('en-US')}`, MILLION.feet * 195 * 1900]);
}

/** The schedule and the ledger alone, between two lines that the engine logs. */
async function simulation() {
  const { ICEWALL_BENCH_OUT: out } = process.env;
  const native = out ? JSON.parse(await readFile(out, 'utf8')) : null;
  await site.visit({ query: '?engine=single&log=debug', before: timeLog }, async (page) => {
    await openMillion(page, 1000);
    const samples = [];
    for (let run = 0; run < 25; run += 1) {
      await pool(page, 1001);
      await pool(page, 1000);
      samples.push(await between(page, 'read ', 'simulated 1000000 sections'));
    }
    assert.ok(samples.every((ms) => ms > 0), 'the engine logs when it has read and when it has simulated');
    await isTheMillion(page);
    row('schedule + ledger, 500 × 2,000, single, a section', best(samples), 'ns', undefined, 'best', samples);
    if (!native) return console.log('  (no native figures: ICEWALL_BENCH_OUT is not set)');
    row('  against native, one thread', best(samples) / native.simulate_ms, '×', 1.6, 'best');
  });
}

/** From a key pressed in the wall's text to the new curve. */
async function keystrokes(what, text, feet) {
  await site.visit({}, async (page) => {
    await write(page, `${text}12`);
    await page.focus('#wall-text');
    await page.keyboard.press('Control+End');
    await notePaints(page, 'keydown');
    for (let pair = 0; pair < 40; pair += 1) {
      await renewed(page, () => page.keyboard.press('Backspace'));
      await renewed(page, () => page.keyboard.press('2'));
    }
    const samples = await paints(page);
    assert.equal(samples.length, 80);
    assert.equal((await figures(page)).cost, (feet + 18) * 195 * 1900);
    row(`a key → the new curve painted, ${what}`, p95(samples), 'ms', 50, 'p95', samples);
  });
}

async function keys() {
  const wall = heights(1999, 30, 5);
  const feet = wall.reduce((sum, height) => sum + 30 - height, 0);
  await keystrokes('1 × 2,000', `${wall.join(' ')} `, feet);
  await keystrokes('40 × 50', `${lines(wall, 50).trimEnd()} `, feet);
}

/** From a new number of crews to the new curve, for a million sections. */
async function crews() {
  await site.visit({}, async (page) => {
    await openMillion(page, 1001);
    await notePaints(page, 'input');
    for (let run = 0; run < 15; run += 1) {
      await pool(page, 999);
      await pool(page, 1000);
    }
    await isTheMillion(page);
    const samples = await paints(page);
    assert.equal(samples.length, 30);
    row('crews changed → painted, 1,000,000 sections', p95(samples), 'ms', 150, 'p95', samples);
  });
}

/** The case that the original took half a minute for. */
async function original() {
  const wall = heights(1999, 30, 1);
  const slow = build([[...wall]], 20);
  await site.visit({ query: '?engine=single' }, async (page) => {
    await write(page, wall.join(' '));
    const samples = [];
    for (let run = 0; run < 30; run += 1) {
      await pool(page, 21);
      samples.push(await engineMs(page, 20));
    }
    const { finish, cost } = await figures(page);
    assert.deepEqual([finish, cost], [`Finished on day ${slow.days.toLocaleString('en-US')}`, slow.cost]);
    row('1,999 sections, 20 crews, whole result', median(samples), 'ms', 5, 'median', samples);
  });
}

/** What a first visit loads, and when it has its first result. */
async function firstVisit() {
  for (const [what, options] of [['threads', {}], ['single', { plain: true }]]) {
    const times = [];
    let bytes = 0;
    for (let visit = 0; visit < 5; visit += 1) {
      const loaded = [];
      const before = async (page) => {
        page.context().on('requestfinished', (request) => loaded.push(request));
        await page.addInitScript(() => {
          new MutationObserver(() => {
            if (document.documentElement.dataset.run === '1') window.first ??= performance.now();
          }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-run'] });
        });
      };
      await site.visit({ ...options, before }, async (page) => {
        assert.equal((await figures(page)).cost, 32_233_500);
        times.push(await page.evaluate(() => window.first));
        // What comes later (the rooms, the service worker and all that it keeps) is no part of it.
        const end = await page.evaluate(() => performance.timeOrigin + window.first);
        const inTime = loaded.filter((request) => request.timing().startTime + request.timing().responseEnd <= end);
        const sizes = await Promise.all(inTime.map((request) => request.sizes()));
        bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
      });
    }
    row(`first visit, ${what}: loaded until the first result, gzipped`, bytes / 1024, 'KB', 380, 'sum');
    row(`first visit, ${what}: until the first result`, median(times), 'ms', undefined, 'median', times);
  }
}

/** Both builds of the engine, reading included. */
async function threads() {
  for (const profiles of [500, 5000]) {
    const path = join(folder, `${profiles}.txt`);
    await writeFile(path, lines(heights(profiles * 2000, 30, 1), 2000));
    const taken = {};
    for (const engine of ['?engine=single', '?threads=2']) {
      await site.visit({ query: engine }, async (page) => {
        assert.equal((await hooks(page)).engine, engine.includes('single') ? 'single' : 'threads');
        await pool(page, 1000);
        await renewed(page, () => choose(page, path));
        const samples = [];
        // The same wall with other crews is read again.
        for (let run = 0; run < 6; run += 1) samples.push(await engineMs(page, 1000 + (run % 2 ? 0 : 1)));
        taken[engine] = { samples, figures: await figures(page) };
      });
    }
    const [single, threaded] = Object.values(taken);
    assert.deepEqual(threaded.figures, single.figures);
    const sections = `${(profiles * 2000).toLocaleString('en-US')} sections`;
    row(`read + run, ${sections}, single`, best(single.samples), 'ms', undefined, 'best', single.samples);
    row(`read + run, ${sections}, 2 threads`, best(threaded.samples), 'ms', undefined, 'best', threaded.samples);
    row('  single against 2 threads', best(single.samples) / best(threaded.samples), '×', undefined, 'best');
  }
}

/** How long an answer of the API takes, in the page's eyes, how long the engine computed, and the answer. */
const asked = (page, path) => page.evaluate(async (path) => {
  const from = performance.now();
  const response = await fetch(path);
  const body = await response.text();
  const [, computed] = response.headers.get('Server-Timing')?.match(/^engine;dur=([\d.]+)$/) ?? [];
  return { ms: performance.now() - from, computed: Number(computed), body };
}, path);

/** The same again and again; every answer must be the first one. */
async function warm(page, path, times) {
  const { body } = await asked(page, path);
  const samples = [];
  for (let time = 0; time < times; time += 1) {
    const answer = await asked(page, path);
    assert.equal(answer.body, body);
    samples.push(answer.ms);
  }
  return { samples, body };
}

/** The REST API, answered by the service worker. */
async function api() {
  const context = { serviceWorkers: 'allow' };
  await site.visit({ plain: true, context }, async (page) => {
    // Once the page has its threads, nothing else is on its way.
    await page.waitForFunction(() => document.documentElement.dataset.engine === 'threads');
    const path = 'profiles/1/days/1/';
    const { samples, body } = await warm(page, path, 40);
    assert.equal(body, '{"day":1,"ice_amount":585}');
    row('API, warm: a day of the example', median(samples), 'ms', 5, 'median', samples);

    const devtools = await page.context().newCDPSession(page);
    await devtools.send('ServiceWorker.enable');
    const cold = [];
    for (let time = 0; time < 10; time += 1) {
      await devtools.send('ServiceWorker.stopAllWorkers');
      const answer = await asked(page, path);
      assert.equal(answer.body, body);
      cold.push(answer.ms);
    }
    row('API, cold: the same, the service worker stopped', median(cold), 'ms', 40, 'median', cold);

    await keep(page, lines(heights(2000, 30, 7), 2000), [], 2000);
    const { samples: logs, body: log } = await warm(page, 'profiles/logs/?format=text', 10);
    const { total } = JSON.parse((await asked(page, 'profiles/logs/?limit=1')).body);
    assert.equal(log.split('\n').length - 1, total);
    row(`API: the log of 2,000 sections, ${total.toLocaleString('en-US')} lines`, median(logs), 'ms', 200, 'median', logs);

    await keep(page, MILLION.text(), [['num_teams', '1000']], 1_000_000);
    const first = await asked(page, 'profiles/500/days/15000/');
    const { samples: days } = await warm(page, 'profiles/500/days/15000/', 40);
    const { cost } = JSON.parse((await asked(page, `profiles/overview/${MILLION.days}/`)).body);
    assert.equal(cost, MILLION.feet * 195 * 1900);
    row('API, warm: a day of 1,000,000 sections', median(days), 'ms', 20, 'median', days);
    row('  the first answer: read and simulated', first.ms, 'ms', undefined, 'once');
  });
}

/** What the engine of the API computed for its first answer after a cold start, in milliseconds. */
async function coldApi() {
  const context = { serviceWorkers: 'allow' };
  await site.visit({ plain: true, context }, async (page) => {
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    // Away from the page, which would compute the wall as well.
    await page.goto(`${site.plain.url}api.html`);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('ServiceWorker.enable');
    /** Samples of the first answer to each address, each checked. */
    const measure = async (wall, asks) => {
      for (const [what, path, check] of asks) {
        const samples = [];
        for (let time = 0; time < 9; time += 1) {
          await devtools.send('ServiceWorker.stopAllWorkers');
          const { body, computed } = await asked(page, path);
          assert.ok(check(JSON.parse(body)), path);
          samples.push(computed);
        }
        row(`API, cold, 2,000,000 sections, ${wall}: ${what}`, median(samples), 'ms', 50, 'median', samples);
      }
    };
    const log = async () => {
      const { total } = JSON.parse((await asked(page, 'profiles/logs/?limit=1')).body);
      return [
        ['a page of the log', `profiles/logs/?offset=${Math.floor(total / 2)}`, ({ logs }) => logs.length === 1000],
        ['the log’s last page', `profiles/logs/?offset=${total - 1000}`, ({ next }) => next === null],
      ];
    };
    await post(page, { profiles: [[29]], num_teams: 1000 });
    const wall = heights(2_000_000, 30, 1);
    await post(page, lines(wall, 2000));
    const feet = wall.reduce((sum, height) => sum + 30 - height, 0);
    await measure('1,000 crews', [
      ['a day', 'profiles/500/days/15000/', ({ ice_amount: ice }) => ice > 0],
      ['the cost in all', 'profiles/overview/', ({ cost }) => cost === feet * 195 * 1900],
      ['the configuration', 'profiles/config/', ({ profiles }) => profiles.length === 1000],
    ]);
    /** Pages of the log for few and for many crews in each order. */
    const measureLogs = async (wall) => {
      for (const crews of [1000, 1_000_000]) {
        for (const dispatch of ['file_order', 'longest_first', 'shortest_first', 'round_robin']) {
          await post(page, { num_teams: crews, dispatch });
          await measure(`${wall}${crews.toLocaleString('en-US')} crews, ${dispatch}`, await log());
        }
      }
    };
    await measureLogs('');
    for (const [name, crews] of [['a crew each', null], ['one crew', 1]]) {
      await post(page, { num_teams: crews, dispatch: 'file_order' });
      await measure(name, await log());
    }
    // Kept, not sent: as a body it is too long. The next POST lays its bytes beside the text.
    const high = heights(2_000_000, 1000, 1);
    await keep(page, lines(high, 2000), [['target_height', '1000']], 2_000_000);
    await measureLogs('to 1,000 feet, ');
    await measure('to 1,000 feet, 1,000,000 crews, round_robin', [
      ['the cost in all', 'profiles/overview/', ({ cost }) => cost === high.reduce((sum, height) => sum + 1000 - height, 0) * 195 * 1900],
    ]);
    await post(page, { profiles: [[29]], target_height: 30 });
    await post(page, lines(wall, 1));
    await measure('a profile each', [['the configuration', 'profiles/config/', ({ profiles }) => profiles.length === 2_000_000]]);
  });
}

/** Sets parameters, or a wall as lines, through the API. */
async function post(page, what) {
  const isText = typeof what === 'string';
  const [body, type] = isText ? [what, 'text/plain'] : [JSON.stringify(what), 'application/json'];
  const status = await page.evaluate(async ([body, type]) => (await fetch('profiles/config/', {
    method: 'POST', body, headers: { 'Content-Type': type },
  })).status, [body, type]);
  assert.equal(status, 200);
}

/** What the page measures itself: milliseconds with 1, 2, … threads, and what is found. */
async function speedOf(trial, query) {
  return site.visit({ query }, async (page) => {
    await page.evaluate(() => { location.hash = '#/speed'; });
    await page.check(`.speed-choice:has-text("${trial}") input`);
    await page.click('text=Measure');
    await page.waitForFunction(() => /Done\.|Only one thread/.test(document.querySelector('.speed-do [role=status]').textContent), null, { timeout: 300_000 });
    return page.$$eval('[aria-label="Time by number of threads"] tbody tr', (rows) =>
      rows.map((row) => [Number(row.dataset.ms), row.cells[6].textContent]));
  });
}

/** The sum of the finish days of 1, 2, … `most` crews, by the fewest crews for each finish day. */
async function daysInSum(page, most) {
  const USEFUL = '[aria-label="The fewest crews for each finish day"]';
  await page.click('.plan >> text=Show all');
  // A word may follow it.
  const number = (text) => Number.parseInt(text.replaceAll(',', ''), 10);
  const steps = (await rows(page, USEFUL)).map(([crews, day]) => [number(crews), number(day)]);
  const until = (at) => steps[at + 1]?.[0] ?? most + 1;
  return steps.reduce((sum, [crews, day], at) => sum + (until(at) - crews) * day, 0);
}

/** The planner: every crew count of a wall, many crew counts of a large one, and the risk. */
async function planner() {
  const took = [];
  await site.visit({ query: '?engine=single&log=debug' }, async (page) => {
    page.on('console', (message) => {
      const ms = message.text().match(/a staircase after ([\d.]+) ms/);
      if (ms) took.push(Number(ms[1]));
    });
    await write(page, heights(2000, 30, 1).join(' '));
    await page.evaluate(() => { location.hash = '#/plan'; });
    for (let crews = 100; crews < 112; crews += 1) {
      const before = took.length;
      await renewed(page, () => page.evaluate((crews) => {
        const field = document.querySelector('#field-num_teams');
        field.value = String(crews);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }, crews));
      for (let wait = 0; wait < 100 && took.length === before; wait += 1) await page.waitForTimeout(20);
    }
    assert.equal(await daysInSum(page, 1931), 278_071, 'the result that is timed, native and here');
  });
  row('planner: whole staircase, 2,000 sections, single', median(took), 'ms', 20, 'median', took);
  for (const [trial, placed, bound, found] of [['Crew counts', 2e8, 3, '88,177,635'], ['Risk', 2e7, 15, '1,333']]) {
    const [[single, alone]] = await speedOf(trial, '?engine=single');
    const [[one, sum], [two, same]] = await speedOf(trial, '?threads=2');
    assert.deepEqual([alone, sum, same], [found, found, found], 'the result that is timed, native and here');
    row(`${trial}: a section placed, single engine`, (single * 1e6) / placed, 'ns', bound, 'median');
    row(`${trial}: a section placed, one thread`, (one * 1e6) / placed, 'ns', bound, 'median');
    row('  two threads against one', one / two, '×', atLeast(1.8), 'median');
  }
}

/** The views of the wall. */
function looking() {
  return views(site, folder, row, { median, p95 });
}

/** Keeps a wall as the page does; the page is sent away first, so that it does not compute it as well. */
async function keep(page, text, settings, sections) {
  await page.goto(`${site.plain.url}api.html`);
  await page.evaluate(([text, settings, sections]) => icewallStore.write({ text, settings, sections }), [text, settings, sections]);
}

try {
  const wanted = process.argv.slice(2);
  const parts = { simulation, keys, crews, original, firstVisit, threads, planner, looking, api, coldApi };
  for (const [name, part] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await part();
} finally {
  await site.close();
}
const missed = table.filter(isMissed);
if (missed.length > 0) {
  console.log(`\nMissed: ${missed.map(({ what }) => what.trim()).join('; ')}`);
  process.exitCode = 1;
}
