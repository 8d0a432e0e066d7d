// Changing the wall and its parameters: each change gives its result, each fault its place, and
// nothing that was typed is lost. Not for walls that cannot be read at all (bad_input).

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Site, faults, figures, hooks, pool, read, renewed, settled, write } from './lib.mjs';
import { EXAMPLE } from './walls.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

/** The selected part of the wall's text. */
const selected = (page) => page.$eval('#wall-text', (area) =>
  document.activeElement === area ? area.value.slice(area.selectionStart, area.selectionEnd) : null);

test('a change of the wall gives a new result', () =>
  site.visit({}, async (page) => {
    await write(page, '29 30\n28');
    const { finish, cost, note } = await figures(page);
    assert.deepEqual([finish, cost], ['Finished on day 2', 3 * 195 * 1900]);
    assert.match(note, /^585 yd³ of ice · peak 390 yd³ on day 1 · 75\.0% busy$/);
    assert.equal(await read(page, '.wall-size'), '2 profiles, 3 sections');
  }));

test('every key pressed gives its result, the last one wins', () =>
  site.visit({}, async (page) => {
    await page.focus('#wall-text');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' 0 0 0 0 12 1');
    await settled(page, 1);
    // The last number typed is 1: 29 days for it, 30 for each 0.
    const feet = 87 + 4 * 30 + 18 + 29;
    assert.deepEqual((await figures(page)).cost, feet * 195 * 1900);
    assert.equal((await figures(page)).finish, 'Finished on day 30');
    assert.equal(await page.inputValue('#wall-text'), `${EXAMPLE} 0 0 0 0 12 1`);
  }));

test('a fault is listed with its place, marked in the gutter, and leads there', () =>
  site.visit({}, async (page) => {
    const text = '21 25 28\n17 3O 22\n\n12,,14';
    const { run } = await write(page, text, { faulty: true });
    assert.equal(run, 1, 'a fault is no result');
    assert.equal(await read(page, '.faults-standing'), '2 faults');
    assert.deepEqual(await faults(page), [
      {
        place: 'Line 2, column 4',
        message: '“3O” is not a height; a height must be a whole number from 0 to 30 (feet) the letter O; did you mean 30?',
      },
      { place: 'Line 4, column 4', message: 'No height stands before this comma; write one or take the comma out' },
    ]);
    assert.equal(await page.locator('.gutter .spot.fault').count(), 2);
    const line = await page.$eval('#wall-text', (area) => parseFloat(getComputedStyle(area).lineHeight));
    const marks = await page.$$eval('.gutter .spot.fault', (marks) => marks.map((mark) => parseFloat(mark.style.top)));
    assert.deepEqual(marks, [line, 3 * line]);

    await page.click('.faults-list li >> nth=0');
    assert.equal(await selected(page), '3O');
    await page.click('.gutter .spot.fault >> nth=1');
    assert.equal(await selected(page), ',');
    assert.equal(await page.inputValue('#wall-text'), text);
  }));

test('the last good result stays and is marked stale until the fault is mended', () =>
  site.visit({}, async (page) => {
    await write(page, `${EXAMPLE}\n31`, { faulty: true });
    const { finish, cost } = await figures(page);
    assert.deepEqual([finish, cost], ['Finished on day 13', 32_233_500]);
    assert.ok(await page.isVisible('.answer.stale .stale-mark >> text=From before the faults'));
    assert.match(await read(page, '.stale-why'), /The wall has 1 fault/);
    assert.equal(await page.locator('.charts.stale, .figures.stale').count(), 2);

    await write(page, `${EXAMPLE}\n30`);
    assert.equal(await page.locator('.stale').count(), 0);
    assert.equal(await page.locator('.stale-mark').count(), 0);
    assert.equal(await read(page, '.faults-standing'), '');
    assert.equal(await page.locator('.gutter .spot').count(), 0);
    assert.equal(await read(page, '.wall-size'), '4 profiles, 10 sections');
  }));

const REFUSED = [
  ['num_teams', '0', /num_teams is “0”; it must be a whole number from 1 to 10,000,000/],
  ['num_teams', 'abc', /num_teams is “abc”; it must be a whole number/],
  ['num_teams', '1e3', /num_teams is “1e3”.*write 1000/],
  ['num_teams', '10000001', /num_teams is “10000001”; it must be a whole number from 1 to 10,000,000/],
  ['target_height', '1001', /target_height is “1001”; it must be a whole number from 1 to 1,000/],
  ['target_height', '0', /target_height is “0”; it must be a whole number from 1/],
  ['build_rate', '1.5', /build_rate is “1.5”.*whole numbers only: 1 or 2/],
  ['volume_ice_per_foot', '-195', /volume_ice_per_foot is “-195”.*did you mean 195/],
  ['cost_per_volume', '1,900', /cost_per_volume is “1,900”.*without separators: 1900/],
];

test('a parameter that is not allowed is refused in place, and kept as typed', () =>
  site.visit({}, async (page) => {
    for (const [key, typed, words] of REFUSED) {
      const field = `#field-${key}`;
      const good = await page.inputValue(field);
      await page.fill(field, typed);
      await settled(page);
      assert.match(await read(page, `#fault-${key}`), words);
      assert.equal(await page.getAttribute(field, 'aria-invalid'), 'true', key);
      assert.equal(await page.inputValue(field), typed);
      assert.equal(await page.locator('.answer.stale').count(), 1, `${key}: the result is from before`);
      assert.equal((await faults(page)).length, 1, `${key}: it stands in the list as well`);
      await renewed(page, () => page.fill(field, good));
      assert.equal(await read(page, `#fault-${key}`), '');
      assert.equal(await page.getAttribute(field, 'aria-invalid'), 'false', key);
    }
    assert.deepEqual((await figures(page)).terms.Crews, '4 crews', 'typing a number chose the pool');
  }));

test('each parameter changes what it should', () =>
  site.visit({}, async (page) => {
    const set = (key, value) => renewed(page, () => page.fill(`#field-${key}`, value));
    await set('build_rate', '2');
    assert.equal((await figures(page)).finish, 'Finished on day 7');
    await set('volume_ice_per_foot', '100');
    assert.equal((await figures(page)).cost, 87 * 100 * 1900);
    await set('cost_per_volume', '1');
    assert.equal((await figures(page)).cost, 8700);
    await set('target_height', '31');
    assert.equal((await figures(page)).cost, 96 * 100);
  }));

test('the pool by number and by slider', () =>
  site.visit({}, async (page) => {
    const finish = async () => (await figures(page)).finish;
    for (const [crews, days] of [[1, 87], [2, 48], [4, 26], [9, 13], [10_000_000, 13]]) {
      await pool(page, crews);
      assert.equal(await finish(), `Finished on day ${days}`, `${crews} crews`);
      assert.ok(await page.isChecked('.pool input[type=radio]'));
    }
    const { max, value } = await page.$eval('.pool-slider', ({ max, value }) => ({ max, value }));
    assert.deepEqual([max, value], ['9', '9'], 'more crews than sections change nothing');
    await page.focus('.pool-slider');
    await renewed(page, () => page.keyboard.press('Home'));
    assert.deepEqual([await finish(), await page.inputValue('#field-num_teams')], ['Finished on day 87', '1']);
    await renewed(page, () => page.keyboard.press('ArrowRight'));
    assert.deepEqual([await finish(), await page.inputValue('#field-num_teams')], ['Finished on day 48', '2']);
    await renewed(page, () => page.check('.crews > .crew-choice input'));
    assert.equal(await finish(), 'Finished on day 13');
    assert.equal(await page.inputValue('#field-num_teams'), '2', 'the number is kept for the next time');
  }));

test('an INI text governs the fields, and says the line', () =>
  site.visit({}, async (page) => {
    const ini = '[Construction]\ntarget_height = 31\nmax_section_count = 5\n[Task]\nnum_workers = 2\n[Profiles]\n29 30\n';
    await write(page, ini);
    const { finish, cost } = await figures(page);
    assert.deepEqual([finish, cost], ['Finished on day 2', 3 * 195 * 1900]);
    assert.equal(await page.inputValue('#field-target_height'), '31');
    assert.ok(await page.$eval('#field-target_height', (field) => field.readOnly));
    assert.equal(await read(page, '#note-target_height'), 'Line 2 of the text sets this.');
    assert.equal(await read(page, '#note-build_rate'), 'The INI text leaves it out: the default holds.');
    assert.equal(await page.inputValue('#field-num_teams'), '2');
    assert.ok(await page.$eval('.crews', (crews) => crews.disabled));
    assert.match(await read(page, '.also-set'), /Most sections in a profile: 5 \(line 3\)/);
    await page.click('#note-target_height button');
    assert.equal(await selected(page), 'target_height = 31');

    await write(page, EXAMPLE);
    assert.equal(await page.inputValue('#field-target_height'), '30', 'the field holds again');
    assert.equal((await figures(page)).finish, 'Finished on day 13');
  }));

test('a JSON text governs what it names, the fields the rest', () =>
  site.visit({}, async (page) => {
    await renewed(page, () => page.fill('#field-build_rate', '3'));
    await write(page, '{"profiles": [[21, 25, 28], [17]],\n "num_teams": 1}');
    assert.equal((await figures(page)).finish, 'Finished on day 11');
    assert.equal(await read(page, '#note-num_teams'), 'Line 2 of the text sets this.');
    assert.equal(await read(page, '#note-build_rate'), '');
    assert.equal(await page.inputValue('#field-build_rate'), '3');
  }));

test('an unknown key is a warning, the result still comes', () =>
  site.visit({}, async (page) => {
    await write(page, '{"profiles": [[29]], "crew_wages": 5}');
    assert.equal(await read(page, '.faults-standing'), '1 warning');
    assert.match((await faults(page))[0].message, /“crew_wages” is not known; it is passed over did you mean crew_wage\?/);
    assert.equal(await page.locator('.gutter .spot.warning').count(), 1);
    assert.equal((await figures(page)).finish, 'Finished on day 1');
    assert.equal(await page.locator('.stale').count(), 0);
  }));

test('of more than a hundred faults the first hundred are listed and the rest counted', () =>
  site.visit({}, async (page) => {
    await write(page, 'x\n'.repeat(250), { faulty: true });
    assert.equal(await read(page, '.faults-standing'), '250 faults');
    const list = await faults(page);
    assert.deepEqual([list.length, list.at(-1).message], [101, 'and 150 faults more']);
  }));

test('the examples, and the way back to one’s own wall', () =>
  site.visit({}, async (page) => {
    const take = (key) => page.selectOption('.examples', key);
    assert.equal(await page.locator('.put-back').count(), 0);
    await renewed(page, () => take('long'));
    assert.equal(await read(page, '.wall-size'), '1 profile, 2,000 sections');
    await renewed(page, () => take('forty'));
    assert.match(await read(page, '.wall-size'), /^40 profiles, /);
    await renewed(page, () => take('finished'));
    assert.equal(await read(page, '.answer-finish'), 'Finished before day 1');
    assert.equal(await page.locator('.put-back').count(), 0, 'an example is nobody’s own');
    await take('faulty');
    await page.waitForSelector('.faults-list li');
    assert.equal((await hooks(page)).state, 'idle');
    assert.match(await read(page, '.faults-standing'), /faults/);

    await write(page, '29 29');
    await renewed(page, () => take('example'));
    await renewed(page, () => page.click('.put-back'));
    assert.equal(await page.inputValue('#wall-text'), '29 29');
    assert.equal((await figures(page)).finish, 'Finished on day 1');
  }));

test('what was typed can be undone after a fault', () =>
  site.visit({}, async (page) => {
    await page.focus('#wall-text');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('x');
    await page.waitForSelector('.faults-list li');
    await renewed(page, () => page.keyboard.press('Control+z'));
    assert.equal(await page.inputValue('#wall-text'), EXAMPLE);
    assert.equal((await figures(page)).finish, 'Finished on day 13');
  }));
