// The colours of the pictures as the colour-blind see them: those that stand beside one another are told apart, in both
// themes. Red and green blindness are simulated by the matrices of Machado, Oliveira and Fernandes (2009), at full
// strength; distances are those of CIE L*a*b* (1976), where 2.3 can just be seen. It needs no browser.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

/** Linear red, green and blue as somebody sees them. */
const EYES = {
  'every colour': [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  'no red (protanopia)': [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  'no green (deuteranopia)': [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  'no blue (tritanopia)': [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};
/** How far apart neighbours are at least. Who sees no blue is one in some ten thousand: bands have lines and names. */
const APART = { profiles: 20, blue: 10, shades: 12 };

/** The profiles in turn, as in a stack and in the diagram, where the first follows the last. */
const PROFILES = Array.from({ length: 8 }, (_, at) => [`p${at + 1}`, `p${((at + 1) % 8) + 1}`]);
/** What else touches: the elevation from the ground up, the crews' rows, the histogram, the lines of a comparison. */
const SHADES = [
  ['wall-stone', 'wall-mixed'], ['wall-stone', 'wall-ice'], ['wall-mixed', 'wall-ice'], ['wall-ice', 'wall-some'], ['wall-some', 'surface'],
  ['p5', 'p2'], ['p5', 'p8'], ['p2', 'p8'], ['p5', 'edge'], ['p5', 'accent-soft'], ['accent', 'stale'],
];

const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const light = (hex) => [1, 3, 5].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255));
const seen = (rgb, eye) => eye.map((row) => Math.min(1, Math.max(0, row.reduce((sum, share, at) => sum + share * rgb[at], 0))));

function lab([red, green, blue]) {
  const [x, y, z] = [
    (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
    0.2126 * red + 0.7152 * green + 0.0722 * blue,
    (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
  ].map((part) => (part > 216 / 24389 ? Math.cbrt(part) : ((24389 / 27) * part + 16) / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const distance = (one, other, eye) => {
  const [a, b] = [one, other].map((hex) => lab(seen(light(hex), eye)));
  return Math.hypot(...a.map((part, at) => part - b[at]));
};

/** The colours of the style sheets, theme by theme: the dark ones stand twice. */
async function themes() {
  const sheets = await Promise.all(['tokens.css', 'rooms/elevation.css'].map((name) =>
    readFile(new URL(`../../static/styles/${name}`, import.meta.url), 'utf8')));
  const found = { light: {}, 'dark by the system': {}, 'dark by choice': {} };
  for (const sheet of sheets) {
    for (const [, selector, body] of sheet.matchAll(/(:root[^{]*)\{([^}]*)\}/g)) {
      const theme = selector.includes('not(') ? 'dark by the system' : selector.includes('"dark"') ? 'dark by choice' : 'light';
      for (const [, name, value] of body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)) found[theme][name] = value;
    }
  }
  return found;
}

test('a distance is that of the formula', () => {
  assert.equal(Math.round(distance('#000000', '#ffffff', EYES['every colour'])), 100);
  assert.ok(distance('#c77700', '#8f8200', EYES['no red (protanopia)']) < 2, 'orange and olive are one to who sees no red');
});

test('colours that stand beside one another are told apart by the colour-blind, light and dark', async (t) => {
  for (const [theme, colours] of Object.entries(await themes())) {
    for (const [who, eye] of Object.entries(EYES)) {
      const blue = who.startsWith('no blue');
      const measure = (pairs) => pairs.map(([one, other]) => {
        assert.ok(colours[one] && colours[other], `${one} and ${other} have a colour, ${theme}`);
        return [distance(colours[one], colours[other], eye), `${one} ${other}`];
      }).toSorted(([one], [other]) => one - other);
      const [[profiles, next], [shades, touching]] = [measure(PROFILES)[0], measure(SHADES)[0]];
      t.diagnostic(`${theme}, ${who}: profiles ${profiles.toFixed(1)} apart (${next}), shades ${shades.toFixed(1)} (${touching})`);
      assert.ok(profiles >= (blue ? APART.blue : APART.profiles), `${theme}, ${who}: ${next} are ${profiles.toFixed(1)} apart`);
      assert.ok(shades >= APART.shades, `${theme}, ${who}: ${touching} are ${shades.toFixed(1)} apart`);
    }
  }
});
