// Why a figure is what it is: each opens its formula with the values put in, which are right, by mouse and by keys;
// the link leads to the model's page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Site, lookAt, pool, write } from './lib.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

/** The values of a figure's formula, a line each. */
async function why(page, figure) {
  await page.waitForSelector('.why-dialog', { state: 'attached' });
  await page.click(figure === 'the day' ? '.day-figures .why' : `.figure-list > div:has(dt:text-is("${figure}")) .why`);
  await page.waitForSelector('.why-dialog[open] .why-line');
  const lines = await page.$$eval('.why-line', (lines) => lines.map((line) => line.textContent.replaceAll(/\s+/g, ' ')));
  await page.keyboard.press('Escape');
  await page.waitForSelector('.why-dialog:not([open])', { state: 'attached' });
  return lines;
}

for (const query of ['?threads=2', '?engine=single']) {
  test(`every figure of the example with four crews ${query}`, () =>
    site.visit({ query }, async (page) => {
      await pool(page, 4);
      const expected = {
        'Finish day': ['Section 9, crew 4: 14 + ⌈(30 − 17) ÷ 1⌉ − 1 = day 26'],
        'Ice in all': ['87 feet × 195 yd³ = 16,965 yd³'],
        'Cost in all': ['87 feet × 195 yd³ = 16,965 yd³', '16,965 yd³ × 1,900 GD = 32,233,500 GD'],
        Peak: ['4 feet × 195 yd³ = 780 yd³'],
        'Crew utilisation': ['87 ÷ (4 × 26) = 83.7%'],
        'Idle crew-days': ['4 × 26 − 87 = 17'],
        'Lower bound': ['max(13, ⌈87 ÷ 4⌉) = 22 days'],
        Crews: ['4 crews'],
        'Sections to build': ['9 of 9 start below 30 feet'],
      };
      for (const [figure, lines] of Object.entries(expected)) assert.deepEqual(await why(page, figure), lines, figure);
    }));
}

test('a day, wages, other parameters, a wall that starts finished', () =>
  site.visit({}, async (page) => {
    await write(page, '[Construction]\nvolume_ice_per_foot = 100\nbuild_rate = 4\ncrew_wage = 50\noverhead_per_day = 7\n[Task]\nnum_teams = 2\n[Profiles]\n21,25,28\n17\n');
    await lookAt(page, 2);
    const [on, cost, until] = await why(page, 'the day');
    // Crew 1 is at section 1 for three days, crew 2 at section 2 for two: 4 + 1 feet on day 2, 8 + 5 so far.
    assert.deepEqual([on, until], ['Day 2: 5 feet × 100 yd³ = 500 yd³', 'So far: 13 feet × 100 yd³ = 1,300 yd³']);
    assert.equal(cost, '500 yd³ × 1,900 GD = 950,000 GD');
    const [wages] = await why(page, 'Wages and overhead');
    const finish = Number(wages.match(/× (\d+) =/)[1]);
    assert.equal(wages, `(50 × 2 + 7) × ${finish} = ${((50 * 2 + 7) * finish).toLocaleString('en-US')} GD`);
    await write(page, '30 30');
    assert.deepEqual(await why(page, 'Finish day'), ['Every section starts at the target height: nothing is to be built.']);
  }));

test('by keys alone, and on to the model', () =>
  site.visit({}, async (page) => {
    await page.waitForSelector('.why-dialog', { state: 'attached' });
    await page.focus('.figure-list .why');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.why-dialog[open] .why-line');
    const link = await page.getAttribute('.why-dialog a', 'href');
    assert.match(link, /^docs\/model\.html#[a-z-]+$/);
    await page.goto(new URL(link, page.url()).href);
    assert.ok(await page.$(`#${link.split('#')[1]}`), 'the chapter is there');
  }));
