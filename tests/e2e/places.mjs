// The pictures that stand in the documentation in place of the app until it comes: what the app shows there, in both
// themes, wide and narrow, as the finished pages ask for them. Not for when it comes (book/theme/app.js).

import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { PATIENCE } from './lib.mjs';
import { DIST, quiet } from './states.mjs';

const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url));
const FOLDER = 'pictures/app';
/** Of each CSS pixel so many, across and down: as sharp as on a telephone. */
const SHARPNESS = 2;
/** Of 1. Letters are as clear as without loss, at this sharpness, and a picture has a third of the bytes. */
const QUALITY = 0.7;

/** The pictures that a page of the documentation asks for, each with the address of what it shows, and its size. */
export function wanted(page) {
  return page.$$eval('.app-place', (places) => places.flatMap((place) =>
    [...place.querySelectorAll('.app-still :is(source, img)')].map((image) => ({
      file: image.getAttribute('srcset') ?? image.getAttribute('src'),
      width: Number(image.getAttribute('width')),
      height: Number(image.getAttribute('height')),
      theme: image.parentElement.className === 'app-dark' ? 'dark' : 'light',
      address: place.dataset.app,
    }))));
}

/** Takes all of them, in place of those there were. */
export async function takeAll(site) {
  await rm(join(DOCS, FOLDER), { recursive: true, force: true });
  await mkdir(join(DOCS, FOLDER), { recursive: true });
  const names = (await readdir(join(DIST, 'docs'))).filter((name) => name.endsWith('.html'));
  // Those that are to be taken are missing yet.
  const pictures = await site.visit({ query: 'docs/', wait: false, forgive: [/404/] }, async (page) => {
    const all = [];
    for (const name of names) {
      await page.goto(`${site.isolated.url}docs/${name}`);
      all.push(...await wanted(page));
    }
    return all;
  });
  for (const picture of pictures) await take(site, picture);
}

async function take(site, { file, width, height, theme, address }) {
  const place = new URL(address, `${site.isolated.url}docs/`);
  place.searchParams.set('theme', theme);
  const query = place.href.slice(site.isolated.url.length);
  const context = { viewport: { width, height }, deviceScaleFactor: SHARPNESS, reducedMotion: 'reduce' };
  const screenshot = await site.visit({ context, query, wait: false }, async (page) => {
    await page.waitForSelector('.embed-open', { state: 'attached', timeout: PATIENCE });
    await quiet(page);
    return page.screenshot();
  });
  const reader = await site.browser.newPage();
  const packed = await reader.evaluate(webp, [screenshot.toString('base64'), QUALITY]);
  await writeFile(join(DOCS, file), Buffer.from(packed));
  await reader.close();
  console.log(`docs/${file}`);
}

/** In a page: a screenshot as WebP, which the browser writes. */
async function webp([base64, quality]) {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  const picture = await canvas.convertToBlob({ type: 'image/webp', quality });
  return [...new Uint8Array(await picture.arrayBuffer())];
}
