// Small pictures of the page: a PNG with a palette, which flat colours need no more than. Not for photographs.

import { crc32, deflateSync } from 'node:zlib';

/** Colours of a picture at the most: those of the page, and the steps between them at the edges of its letters. */
const COLOURS = 64;

/**
 * A screenshot in few colours.
 * @param {import('playwright-core').Page} page any page: it reads the screenshot
 * @param {Buffer} screenshot
 */
export async function small(page, screenshot) {
  const { width, height, data } = await page.evaluate(pixels, screenshot.toString('base64'));
  const colours = new Uint32Array(Uint8Array.from(Buffer.from(data, 'base64')).buffer);
  const { palette, place } = fewest(colours);
  const lines = Buffer.alloc((width + 1) * height);
  // Each line begins with how it is filtered: not at all.
  colours.forEach((colour, at) => { lines[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = place.get(colour); });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a pixel, which say a place in the palette.
  head.set([8, 3], 8);
  const parts = [['IHDR', head], ['PLTE', Buffer.from(palette.flatMap(channels))], ['IDAT', deflateSync(lines, { level: 9, memLevel: 9 })], ['IEND', Buffer.alloc(0)]];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts.map(part)]);
}

/** In the page: what a screenshot consists of. */
async function pixels(base64) {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
  const { width, height } = image;
  const canvas = new OffscreenCanvas(width, height).getContext('2d');
  canvas.drawImage(image, 0, 0);
  const { data } = canvas.getImageData(0, 0, width, height);
  const url = await new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsDataURL(new Blob([data]));
  });
  return { width, height, data: url.slice(url.indexOf(',') + 1) };
}

/** Red, green and blue of a colour as a canvas has it. */
const channels = (colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];

/** The colours that occur most, and for each colour the place of the nearest of them. */
function fewest(colours) {
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts].sort(([, one], [, other]) => other - one).slice(0, COLOURS).map(([colour]) => colour);
  const place = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
  return { palette, place };
}

function nearest(palette, colour) {
  const away = palette.map((known) => {
    const other = channels(known);
    return channels(colour).reduce((sum, value, at) => sum + (value - other[at]) ** 2, 0);
  });
  return away.indexOf(Math.min(...away));
}

function part([name, content]) {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
