// The pictures of the documentation, taken anew from the built site: `cargo xtask pictures`. They stand in
// docs/pictures. Checks nothing but that the page gets into each state.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Site, lookAt, pool, renewed } from './lib.mjs';
import { takeAll } from './places.mjs';
import { enter } from './states.mjs';

const FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

/** Each picture of the user guide: its name, its colours, its size, and how the page gets there. */
const PICTURES = [
  ['wall-light', 'light', [1280, 860], (page) => lookAt(page, 5)],
  ['faults-light', 'light', [1280, 620], async (page) => {
    await page.selectOption('.examples', 'faulty');
    await page.waitForSelector('.faults-list li');
  }],
  ['heat-dark', 'dark', [1280, 860], async (page) => {
    await renewed(page, () => page.selectOption('.examples', 'forty'));
    await renewed(page, () => page.check('.choice:has-text("Heat map") input[name=view]'));
    await lookAt(page, 12);
  }],
  ['diagram-light', 'light', [1280, 700], async (page) => {
    await pool(page, 4);
    await enter(page, 'diagram');
  }],
  ['plan-light', 'light', [1280, 860], (page) => enter(page, 'plan')],
  ['compare-dark', 'dark', [1280, 860], async (page) => {
    await pool(page, 4);
    await enter(page, 'compare');
    await page.click('.compare-do button >> nth=0');
    await page.waitForSelector('.compare-said:has-text("It is kept as A")');
    await enter(page, 'wall');
    await pool(page, 5);
    await enter(page, 'compare');
  }],
  ['narrow-dark', 'dark', [360, 740], (page) => lookAt(page, 5)],
];

await mkdir(FOLDER, { recursive: true });
const site = await Site.open();
try {
  for (const [name, colorScheme, [width, height], reach] of PICTURES) {
    const context = { colorScheme, viewport: { width, height }, reducedMotion: 'reduce' };
    await site.visit({ context, forgive: [/./] }, async (page) => {
      await reach(page);
      await page.evaluate(() => scrollTo(0, 0));
      await page.screenshot({ path: join(FOLDER, `${name}.png`) });
      console.log(`docs/pictures/${name}.png`);
    });
  }
  await takeAll(site);
} finally {
  await site.close();
}
