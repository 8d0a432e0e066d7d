// A long time of random use in Chromium, on a host without headers and with the service worker: `cargo xtask soak
// --minutes 30 --seed 1`. The browser may complain of nothing, and the page at rest may not grow: after every deed
// was done twice and every room was seen, and again after the minutes of random use, the garbage is collected and the
// heap is measured in the same state. A page that is loaded anew begins such a life again; there are several. The
// same seed gives the same deeds.
//
// What the page makes once is no growth: each kind of view keeps a template from the first time it is shown on, and
// the walls that were deleted last can be put back. Until all are there the count rises, and then it stands: each
// deed done forty-five times left neither a node nor a callback behind.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { DEEDS, calm, dice, go, rest, there, tour } from './deeds.mjs';
import { measured } from './heap.mjs';
import { PATIENCE, collectComplaints, launchChromium, settled } from './lib.mjs';
import { startServer } from './server.mjs';
import { heights, lines } from './walls.mjs';

/** How much more there may be at the end of a life. */
const MORE = 1.1;
/** A life takes so many minutes, or there are two of them. */
const LIFE = 7.5;
const LIVES_LEAST = 2;
const WARM_ROUNDS = 2;
/** The engine and three workshops, each a worker with threads of its own: as many as the machine has, eight at most. */
const PROGRAMS = 4;
const THREADS_MOST = 8;
/** What the browser compiles of a script that is used much would count as the page's. */
const UNCOMPILED = ['--js-flags=--no-opt --no-maglev --no-sparkplug'];
/** What a worker says that a deed kills. */
const KILLED = /^console: RuntimeError: unreachable[^]*Worker\.request/;
/** Of these the last are told when something fails. */
const TOLD = 12;

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '2' }, seed: { type: 'string', default: '1' } } });
const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
const lot = dice(seed);
const done = [];

/** Holds the page's workers, without keeping them alive. */
function holdWorkers() {
  window.workers = [];
  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      window.workers = [...window.workers.filter((worker) => worker.deref()), new WeakRef(this)];
    }
  };
  // A headless browser has no dialog for a file.
  delete window.showSaveFilePicker;
}

/** Does a deed, and leaves the page a moment. */
async function act(page, deed, tools) {
  const [name, does] = deed;
  done.push(name);
  await does(page, tools);
  await calm(page);
  await page.waitForTimeout(lot.roll(200));
}

/** What the browser complained of, but for the ends of workers, as many as were killed. */
function unforgiven(complaints) {
  const ends = complaints.filter((text) => KILLED.test(text));
  const kills = done.filter((name) => name === 'kills a worker').length;
  return ends.length > kills ? complaints : complaints.filter((text) => !KILLED.test(text));
}

/** From a page just loaded, through so many milliseconds of random use, to its last measure; gives what grew too much. */
async function live(page, tools, long) {
  await settled(page, 0);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: PATIENCE });
  await there(page, '#commands dialog', 'attached');
  await go(page, 'wall');
  tools.fields ??= await page.$$eval('[id^=field-]:is(input, select)', (fields) => fields.map(({ id, value }) => [id, value]));
  for (let round = 0; round < WARM_ROUNDS; round += 1) for (const deed of DEEDS) await act(page, deed, tools);
  await tour(page, tools);
  await rest(page, tools.fields);
  const before = await measured(page, tools.devtools);
  const [from, end] = [done.length, performance.now() + long];
  do await act(page, lot.one(DEEDS), tools); while (performance.now() < end);
  await rest(page, tools.fields);
  const after = await measured(page, tools.devtools);
  const threads = await page.evaluate(() => navigator.hardwareConcurrency);
  // A program that was killed twice runs without threads for a while: then there are fewer workers.
  before.workers = Math.max(before.workers, PROGRAMS * (1 + Math.min(threads, THREADS_MOST)));
  const said = (what) => `${what} ${before[what].toLocaleString('en-US')} → ${after[what].toLocaleString('en-US')}`;
  console.log(`${done.length - from} deeds: ${Object.keys(before).map(said).join(', ')}`);
  return Object.keys(before).filter((what) => after[what] > before[what] * MORE);
}

const folder = await mkdtemp(join(tmpdir(), 'icewall-soak-'));
const [small, large] = [join(folder, 'small.txt'), join(folder, 'large.txt')];
await writeFile(small, lines(heights(30_000, 30, seed), 300));
await writeFile(large, lines(heights(2_000_000, 30, seed), 2000));
const { ICEWALL_SITE: dir } = process.env;
const server = await startServer({ ...(dir && { dir }), isolated: false });
const browser = await launchChromium(null, { args: UNCOMPILED });
const faults = [];
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-US', permissions: ['clipboard-read', 'clipboard-write'] });
  page.setDefaultTimeout(PATIENCE);
  const complaints = collectComplaints(page, () => ` (in: ${done.at(-1)})`);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('ServiceWorker.enable');
  await page.addInitScript(holdWorkers);
  const tools = { dice: lot, small, large, devtools, fields: null };
  const lives = Math.max(LIVES_LEAST, Math.round(minutes / LIFE));
  for (let life = 1; life <= lives && faults.length === 0; life += 1) {
    await page.goto('about:blank');
    // Every other one begins with a wall that came with a link.
    await page.goto(server.url + (life % 2 === 0 ? `#/wall?text=${encodeURIComponent(lot.wall())}&num_teams=3` : ''));
    const grown = await live(page, tools, (minutes / lives) * 60_000);
    faults.push(...grown.map((what) => `${what} grew by more than a tenth`), ...unforgiven(complaints));
  }
} catch (error) {
  faults.push(error.message);
} finally {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true });
}
console.log(`Seed ${seed}: ${done.length} deeds, ${faults.length} faults.`);
if (faults.length > 0) {
  console.error(`${faults.join('\n')}\nThe last deeds: ${done.slice(-TOLD).join(', ')}.`);
  process.exitCode = 1;
}
