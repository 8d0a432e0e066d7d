// Bad input, whatever it is: a clear message, the page alive, the last good result still there and
// nothing lost. Not for the places of faults in a sound text (edit), nor for engines that die.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { Site, choose, faults, figures, hooks, read, settled, write } from './lib.mjs';
import { EXAMPLE } from './walls.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

const HEIGHT = 'a height must be a whole number from 0 to 30 (feet)';

/** Name, what is typed, and the faults it has: place and how the message begins. */
const TYPED = [
  ['empty text', '', [[null, 'There is no wall yet: write one profile a line, its heights in feet, such as 21 25 28']]],
  ['blanks alone', ' \n\t\n', [[null, 'There is no wall yet']]],
  ['comments alone', '# nothing\n; at all', [[null, 'There is no wall yet']]],
  ['2,001 sections', '7 '.repeat(2001), [['Line 1, column 4,001', 'This profile has 2,001 sections; at most 2,000 are allowed (max_section_count)']]],
  ['a fraction', '21 30.5', [['Line 1, column 4', `“30.5” is not a height; ${HEIGHT} whole feet only: 30 or 31`]]],
  ['below nothing', '-1', [['Line 1, column 1', `“-1” is not a height; ${HEIGHT} nothing below 0 is allowed; did you mean 1?`]]],
  ['an exponent', '1e3', [['Line 1, column 1', `“1e3” is not a height; ${HEIGHT} write 1000`]]],
  ['a digit of another script', '٣', [['Line 1, column 1', `“٣” is not a height; ${HEIGHT} Arabic-Indic digit three; did you mean 3?`]]],
  ['10^30', `1${'0'.repeat(30)}`, [['Line 1, column 1', `1${'0'.repeat(30)} is too tall; ${HEIGHT}`]]],
  ['an emoji', '21 🧊 22', [['Line 1, column 4', `“🧊” is not a height; ${HEIGHT}`]]],
  ['words', 'to be or not', [1, 4, 7, 10].map((column) => [`Line 1, column ${column}`, /^“\w+” is not a height/])],
  ['NUL bytes', '21\u0000\u000022', [['Line 1, column 3', /not a height|not a text/]]],
  ['JSON cut short', '{"profiles": [[21, 25', [['Line 1, column 21', 'The JSON text ends too early: a bracket, a brace or a quotation mark is not closed']]],
  ['JSON that is none', '{"profiles": [[21,, 25]]}', [['Line 1, column 19', /^This is not valid JSON/]]],
  ['JSON without profiles', '{"num_teams": 3}', [[null, /^The key “profiles” is missing/]]],
  ['JSON with a text for a height', '{"profiles": [[21, "25"]]}', [['Line 1, column 20', /^“"25"” is not a height.*without quotation marks: 25$/]]],
  ['JSON with an empty profile', '{"profiles": [[]]}', [['Line 1, column 15', 'This profile is empty; it must have at least one height']]],
  ['INI without [Profiles]', '[Task]\nnum_workers = 3\n', [[null, /^The section \[Profiles\] is missing/]]],
  ['INI with 0 crews', '[Task]\nnum_workers = 0\n[Profiles]\n21', [['Line 2, column 15', /is “0”; it must be a whole number from 1 to 10,000,000/]]],
  ['INI with a key twice', '[Task]\nnum_workers = 1\nnum_teams = 2\n[Profiles]\n21', [['Line 3, column 1', /is set twice; it was set on line 2 already/]]],
];

/** As the page is after bad input: idle, the last good result stale, the engine up. */
async function stands(page, what) {
  const { state, engine } = await hooks(page);
  assert.deepEqual([state, engine], ['idle', 'threads'], what);
  const { finish, cost } = await figures(page);
  assert.deepEqual([finish, cost], ['Finished on day 13', 32_233_500], `${what}: the last good result stays`);
  assert.equal(await page.locator('.answer.stale .stale-mark').count(), 1, `${what}: and is marked`);
  assert.equal(await read(page, '.mishap'), '', `${what}: nothing crashed`);
}

function matches(found, wanted, what) {
  if (wanted instanceof RegExp) assert.match(found ?? '', wanted, what);
  else assert.equal(found, wanted, what);
}

test('what is typed: each fault has its words and its place, and the text stays', () =>
  site.visit({}, async (page) => {
    for (const [what, text, wanted] of TYPED) {
      await write(page, text, { faulty: true });
      const found = await faults(page);
      assert.equal(found.length, wanted.length, `${what}: ${JSON.stringify(found)}`);
      wanted.forEach(([place, message], index) => {
        matches(found[index].place, place, what);
        if (typeof message === 'string') assert.ok(found[index].message.startsWith(message), `${what}: ${found[index].message}`);
        else assert.match(found[index].message, message, what);
      });
      assert.equal(await page.inputValue('#wall-text'), text, `${what}: nothing is lost`);
      await stands(page, what);
    }
    await write(page, EXAMPLE);
    assert.equal(await page.locator('.stale').count(), 0, 'the page goes on');
  }));

test('a total above 2^53 is refused, 2^53 itself is not', () =>
  site.visit({}, async (page) => {
    await page.fill('#field-cost_per_volume', '1000000000');
    await settled(page);
    await page.fill('#field-volume_ice_per_foot', '1000000');
    await settled(page);
    assert.deepEqual(await faults(page), [{
      place: null,
      message: 'The total cost would be 87,000,000,000,000,000 Gold Dragons; at most 9,007,199,254,740,992 (2^53) can be counted exactly',
    }]);
    assert.equal(await page.locator('.answer.stale').count(), 1);
    assert.equal((await figures(page)).finish, 'Finished on day 13');
    await write(page, '21');
    assert.equal(await read(page, '.answer-cost'), '9,000,000,000,000,000 Gold Dragons');

    // 2^53 = 2^9 × 2^19 × 2^25.
    const edge = (height) => JSON.stringify({
      profiles: [[height]], target_height: 1000, volume_ice_per_foot: 2 ** 19, cost_per_volume: 2 ** 25,
    });
    await write(page, edge(488));
    assert.equal(await read(page, '.answer-cost'), '9,007,199,254,740,992 Gold Dragons');
    await write(page, edge(487), { faulty: true });
    assert.match((await faults(page))[0].message, /^The total cost would be 9,024,/);
  }));

const random = (length) => Uint8Array.from({ length }, (_, index) => (Math.imul(index + 1, 2_654_435_761) >>> 13) & 255);

/** Name, bytes, and what is said of them. */
const FILES = [
  ['noise.bin', random(100_000), /This is not a text: only UTF-8 text can be read/],
  ['picture.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /This is not a text|is not a height/],
  ['invalid-utf8.txt', Buffer.from([0x32, 0x31, 0x20, 0xff, 0x0a, 0x32, 0x35]), /This is not a text: only UTF-8 text can be read/],
  ['utf-16.txt', Buffer.from('\uFEFF21 25 28\n', 'utf16le'), /This is not a text.*it looks like UTF-16; save it as UTF-8/],
  ['zeros.bin', Buffer.alloc(3 << 20), /is not a height|This is not a text/],
  ['one-line.txt', Buffer.from('7 '.repeat(1_000_000)), /This profile has 1,000,000 sections; at most 2,000 are allowed/],
  ['one-word.txt', Buffer.from('x'.repeat(3 << 20)), /is not a height/],
  ['many-faults.txt', Buffer.from('30.5 -1 1e3 x\n'.repeat(100_000)), /is not a height.*and 399,900 faults more/],
  ['cut.json', Buffer.from(`{"profiles": [${'[1,2,3],'.repeat(200_000)}`), /The JSON text ends too early/],
  ['deep.json', Buffer.from(`{"profiles": ${'['.repeat(200_000)}`), /./],
];

test('files that are no walls: said in words, at once, and the page goes on', () =>
  site.visit({}, async (page) => {
    for (const [name, bytes, words] of FILES) {
      const path = join(site.folder, name);
      await writeFile(path, bytes);
      await choose(page, path);
      await page.waitForFunction(() => document.querySelector('.faults-list li'));
      await settled(page);
      assert.match((await faults(page)).map(({ message }) => message).join(' '), words, name);
      await stands(page, name);
      // Long words are cut: a message is there to be read.
      const longest = Math.max(...(await faults(page)).map(({ message }) => message.length));
      assert.ok(longest < 400, `${name}: a message of ${longest} characters`);
      if (await page.isVisible('.file-panel')) {
        await page.click('text=Start anew');
        await page.waitForSelector('#wall-text');
      }
      await write(page, EXAMPLE);
      assert.equal(await page.locator('.stale').count(), 0, `${name}: the page goes on`);
    }
  }));
