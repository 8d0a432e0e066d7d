// Pictures of the page as people see it, to be looked at: light and dark, wide and narrow, in
// every state. `node tests/e2e/screenshots.mjs [FOLDER]`; the site must be built. Checks nothing
// but that the page gets into each state.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Site, choose, inState, lookAt, pool, renewed, settled, write } from './lib.mjs';
import { MILLION } from './walls.mjs';
import { holdEngines } from './workers.mjs';

const folder = process.argv[2] ?? 'target/screenshots';
const files = await mkdtemp(join(tmpdir(), 'icewall-'));
const million = join(files, 'million.txt');

const example = (key) => (page) => renewed(page, () => page.selectOption('.examples', key));
const view = (page, name) => renewed(page, () => page.check(`.choice:has-text("${name}") input[name=view]`));

/** Crashes the engine until the page leaves it down. */
async function crash(page) {
  for (let seen = 1; ; seen += 1) {
    await page.evaluate(() => window.engines.at(-1).postMessage({ message: new Uint8Array([99]) }));
    await page.waitForFunction((seen) => window.engines.length > seen || document.documentElement.dataset.state === 'failed', seen);
    if (await page.evaluate(() => document.documentElement.dataset.state === 'failed')) return;
    await settled(page, seen);
  }
}

/** Has the wall on the day drawn, which is done when it is first seen. */
async function drawn(page) {
  const { y } = await page.locator('.elevation').boundingBox();
  await page.mouse.move(0, 0);
  await page.mouse.wheel(0, y);
  await page.locator('.elevation-target', { hasText: 'feet' }).waitFor();
  await page.mouse.wheel(0, -y);
}

/** Every state: its name, how the page gets there, and what must be done before it is opened. */
const STATES = [
  ['empty', (page) => write(page, '', { faulty: true })],
  ['typical', (page) => lookAt(page, 5)],
  ['pool', (page) => pool(page, 4)],
  ['table', async (page) => {
    await page.click('.table-switch >> nth=0');
    await page.waitForSelector('.table tbody tr');
  }],
  ['faults', async (page) => {
    await page.selectOption('.examples', 'faulty');
    await page.waitForSelector('.faults-list li');
  }],
  ['2000', async (page) => {
    await example('long')(page);
    await pool(page, 20);
  }],
  ['40-profiles', async (page) => {
    await example('forty')(page);
    await lookAt(page, 12);
  }],
  ['heat', async (page) => {
    await example('forty')(page);
    await view(page, 'Heat map');
  }],
  ['finished', example('finished')],
  ['1000000', async (page) => {
    await pool(page, 1000);
    await renewed(page, () => choose(page, million));
  }],
  ['ini', (page) => write(page, '[Construction]\ntarget_height = 31\n[Task]\nnum_workers = 2\ncrew_wage = 5\n[Profiles]\n21 25 28\n17\n')],
  ['engine-down', crash, holdEngines],
  ['loading', (page) => page.waitForSelector('h1'), (page) => page.route(/\.wasm$/, () => {}), false],
  ['no-start', (page) => inState(page, 'failed'), (page) => page.route(/icewall-app.*\.wasm$/, (route) => route.abort()), false],
];

await mkdir(folder, { recursive: true });
await writeFile(million, MILLION.text());
const site = await Site.open();
try {
  for (const colorScheme of ['light', 'dark']) {
    for (const [width, height] of [[1280, 900], [360, 740]]) {
      for (const [name, reach, before, wait = true] of STATES) {
        const context = { colorScheme, viewport: { width, height }, reducedMotion: 'reduce' };
        await site.visit({ context, before, wait, forgive: [/./] }, async (page) => {
          await reach(page);
          if (await page.locator('.elevation').isVisible()) await drawn(page);
          await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
        });
      }
    }
  }
} finally {
  await site.close();
  await rm(files, { recursive: true });
}
