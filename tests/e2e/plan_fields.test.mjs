// The fields of the plan: the start date and the dates that follow from it, the order of the sections, the
// wages. Not for the crews' fields.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Site, figures, pool, read, renewed, settled, write } from './lib.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

const unfold = (page) => page.evaluate(() => document.querySelectorAll('details.material').forEach((fold) => { fold.open = true; }));

test('a start date gives every day its date, the number first; undo takes it away', () =>
  site.visit({}, async (page) => {
    await unfold(page);
    await renewed(page, () => page.fill('#field-start_date', '2024-08-11'));
    assert.match(await read(page, '.answer-line'), /Finished on day 13\s+Aug 23, 2024/);
    await page.click('.table-switch >> nth=0');
    await page.waitForSelector('.table tbody tr:nth-child(13)');
    assert.match(await read(page, '.table tbody tr:nth-child(5)'), /5\s*Aug 15, 2024/);
    await page.click('.row-day >> nth=4');
    await page.waitForSelector('.day-figures:has-text("Aug 15, 2024")');
    await page.reload();
    await settled(page, 0);
    assert.equal(await page.inputValue('#field-start_date'), '2024-08-11', 'it is kept');
    await unfold(page);
    await renewed(page, () => page.fill('#field-start_date', ''));
    await renewed(page, () => page.keyboard.press('Control+z'));
    assert.equal(await page.inputValue('#field-start_date'), '2024-08-11');
  }));

test('dates past the end of the calendar are left out', () =>
  site.visit({}, async (page) => {
    await unfold(page);
    await renewed(page, () => page.fill('#field-start_date', '9999-12-25'));
    assert.match(await read(page, '.answer-line'), /^Finished on day 13\s*32,233,500/);
  }));

test('the order of the sections and the wages are set in their fields', () =>
  site.visit({}, async (page) => {
    await unfold(page);
    await pool(page, 7);
    assert.notEqual((await figures(page)).finish, 'Finished on day 13');
    await renewed(page, () => page.selectOption('#field-dispatch', 'longest_first'));
    assert.equal((await figures(page)).finish, 'Finished on day 13');
    await renewed(page, () => page.fill('#field-crew_wage', '10'));
    // 7 crews, 13 days, 10 Gold Dragons each.
    assert.match(await read(page, '.figures'), /910 GD/);
  }));

test('a text that sets them governs their fields', () =>
  site.visit({}, async (page) => {
    await unfold(page);
    await write(page, '{"start_date": "2024-02-28", "dispatch": "round_robin", "num_teams": 2, "profiles": [[28], [29, 29]]}');
    assert.equal(await page.inputValue('#field-start_date'), '2024-02-28');
    assert.equal(await page.inputValue('#field-dispatch'), 'round_robin');
    assert.ok(await page.isDisabled('#field-dispatch'));
    assert.match(await read(page, '.answer-line'), /day 2\s+Feb 29, 2024/);
  }));
