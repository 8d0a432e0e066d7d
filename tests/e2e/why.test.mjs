// Why a figure is what it is: each opens its formula with the values put in, which are right, on the first page and in
// the rooms, by mouse and by keys; the link leads to the model's page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Site, lookAt, pool, read, renewed, rows, whole, write } from './lib.mjs';
import { save, unfold } from './saved.mjs';
import { EXAMPLE, build, profilesOf, stays } from './walls.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

/** Presses a figure; gives its formulas' values: a line each, behind the name of its part where there are several. */
async function pressed(page, figure) {
  await page.waitForSelector('.why-dialog', { state: 'attached' });
  await page.click(figure);
  await page.waitForSelector('.why-dialog[open] .why-line');
  const lines = await page.$$eval('.why-dialog :is(.why-name, .why-line)', (parts) => {
    let name = '';
    return parts.flatMap((part) => {
      const words = part.textContent.replaceAll(/\s+/g, ' ');
      if (part.matches('.why-name')) name = `${words}: `;
      return part.matches('.why-name') ? [] : [name + words];
    });
  });
  await page.keyboard.press('Escape');
  await page.waitForSelector('.why-dialog:not([open])', { state: 'attached' });
  return lines;
}

/** The same for a figure of the first page. */
const why = (page, figure) =>
  pressed(page, figure === 'the day' ? '.day-figures .why' : `.figure-list > div:has(dt:text-is("${figure}")) .why`);

const go = (page, room) => page.evaluate((room) => { location.hash = `#/${room}`; }, room);

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

/** The comparison of the wall as it is with the same by 9 crews. */
async function besideNine(page) {
  await go(page, 'compare');
  await page.click('.compare-do button >> nth=0');
  await renewed(page, () => page.evaluate(() => {
    const field = document.querySelector('#field-num_teams');
    field.value = '9';
    field.dispatchEvent(new Event('input', { bubbles: true }));
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

test('the figures of the rooms: crews, sections, milestones', () =>
  site.visit({}, async (page) => {
    await pool(page, 4);
    await lookAt(page, 5);
    await page.waitForSelector('.elevation', { state: 'attached' });
    await page.$eval('.elevation', (figure) => figure.scrollIntoView());
    await page.focus('.elevation-area');
    await page.keyboard.press('Home');
    await page.waitForSelector('.elevation-facts .why');
    assert.deepEqual(await pressed(page, '.elevation-facts .why'), [
      'Feet to build: 30 − 21 = 9 feet',
      'Days: ⌈9 ÷ 1⌉ = 9 days: day 1 to day 9',
      'Height on the day: Day 5: min(30, 21 + 1 × 5) = 26 feet',
      'Ice: 9 feet × 195 yd³ = 1,755 yd³',
      'Cost: 1,755 yd³ × 1,900 GD = 3,334,500 GD',
    ]);
    await go(page, 'crews');
    const told = (words) => `.crews-told .why:has-text("${words}")`;
    assert.deepEqual(await pressed(page, told('busy')), ['87 ÷ (4 × 26) = 83.7%']);
    assert.deepEqual(await pressed(page, told('idle')), ['4 × 26 − 87 = 17']);
    await page.waitForSelector('.crews-words:has-text("Day 5")');
    assert.deepEqual(await pressed(page, '.crews-words .why'), ['At work: Day 5: 4 crews', 'Idle: 4 − 4 = 0']);
    await page.focus('.crew-box');
    await page.keyboard.press('Home');
    await page.waitForSelector('.crews-sections .why:has-text("sections")');
    const [first] = [stays(profilesOf(EXAMPLE), 4).filter(({ crew }) => crew === 1)];
    const worked = first.reduce((sum, { first, last }) => sum + last - first + 1, 0);
    const relieved = Math.max(...first.map(({ last }) => last));
    assert.deepEqual(await pressed(page, '.crews-sections .why'), [
      `Days at work: ${first.length} sections: ${worked} days`,
      `Relieved: Its last section is finished on day ${relieved}`,
      `Idle days: 26 − ${worked} = ${26 - worked}`,
    ]);
    await go(page, 'milestones');
    const row = (name) => `.milestones-table tbody th .why:text-is("${name}")`;
    const wall = build(profilesOf(EXAMPLE), 4);
    const feet = (day) => wall.on(day).until / 195 / 1900;
    const quarter = (share) => {
      const goal = Math.ceil((87 * share) / 100);
      const day = Array.from({ length: 26 }, (_, at) => at + 1).find((day) => feet(day) >= goal);
      return `25, 50, 75% on: ⌈${share}% of 87⌉ = ${goal} feet: ${day > 1 ? feet(day - 1) : 0} at the end of day ${day - 1}, ${feet(day)} at the end of day ${day}`;
    };
    assert.deepEqual(await pressed(page, row('The wall')), [
      `Done: Until day 5: ${feet(5)} ÷ 87 = ${Math.floor((feet(5) / 87) * 1000) / 10}%`,
      'Start: Section 1, crew 1: day 1',
      quarter(25), quarter(50), quarter(75),
      'Finish: Section 9, crew 4: 14 + ⌈(30 − 17) ÷ 1⌉ − 1 = day 26',
      `Peak: Day ${wall.peakDay}: 4 feet × 195 yd³ = 780 yd³`,
      'Feet: 9 × 30 − 183 = 87 feet',
      'Ice: 87 feet × 195 yd³ = 16,965 yd³',
      'Cost: 16,965 yd³ × 1,900 GD = 32,233,500 GD',
    ]);
    const [done, ...rest] = await pressed(page, row('2'));
    assert.equal(done, 'Done: Until day 5: 5 ÷ 13 = 38.4%');
    assert.ok(rest.includes('Finish: Section 4, crew 4: 1 + ⌈(30 − 17) ÷ 1⌉ − 1 = day 13'), `${rest}`);
  }));

test('the figures of the planner: crews, goals, orders, the risk, two plans', () =>
  site.visit({}, async (page) => {
    await pool(page, 4);
    await go(page, 'plan');
    const plan = [
      'Finish day: (87 + 17) ÷ 4 = day 26',
      'Lower bound: max(13, ⌈87 ÷ 4⌉) = 22 days',
      'Peak: 4 feet × 195 yd³ = 780 yd³',
      'Crew utilisation: 87 ÷ (4 × 26) = 83.7%',
      'Idle crew-days: 4 × 26 − 87 = 17',
    ];
    assert.deepEqual(await pressed(page, '#stairs .why'), plan);
    assert.deepEqual(await pressed(page, '[aria-label="The fewest crews for each finish day"] tr:has(.row-day:text-is("4")) .why'), plan);
    assert.deepEqual(await pressed(page, '[aria-label="The orders of the sections compared"] tbody tr:first-child .why'), plan);
    await go(page, 'risk');
    await page.click('.risk button[type=submit]');
    await page.waitForSelector('.risk-told:has-text("10,000 runs with")');
    const days = await page.$$eval('.risk-days dd', (days) => days.map((day) => day.textContent.trim()));
    const chances = await pressed(page, '.risk .why');
    const named = 'P10, P50, P80, P90: ';
    assert.deepEqual(chances.slice(0, 4), [10, 50, 80, 90].map((share, at) =>
      `${named}P${share}: ⌈${share}% of 10,000⌉ = ${(share * 100).toLocaleString('en-US')} runs, finished by day ${days[at]}`));
    await besideNine(page);
    await page.waitForSelector('.compare-figures tr:has(th:text-is("Finished")) .why:has-text("earlier")');
    assert.deepEqual(await pressed(page, '.compare-figures tr:has(th:text-is("Finished")) .why'), [
      'A: Section 9, crew 4: 14 + ⌈(30 − 17) ÷ 1⌉ − 1 = day 26',
      'B: Section 4, crew 4: 1 + ⌈(30 − 17) ÷ 1⌉ − 1 = day 13',
      'B against A: 13 days earlier',
    ]);
  }));

const figure = (number) => number.toLocaleString('en-US');
const feetOf = (feet) => `${figure(feet)} ${feet === 1 ? 'foot' : 'feet'} × 195 yd³ = ${figure(feet * 195)} yd³`;
/** The figure of a row that is asked: that of the row so named. */
const ofRow = (table, name) => `[aria-label="${table}"] tbody tr:has(:is(th, th *):text-is("${name}")) .why`;

test('the rows of the tables of days and of profiles', () =>
  site.visit({}, async (page) => {
    await pool(page, 4);
    const wall = build(profilesOf(EXAMPLE), 4);
    await page.click('.table-switch >> nth=0');
    await page.click('.table-switch >> nth=1');
    await page.waitForSelector('[aria-label="Table of days"] tbody tr');
    await page.waitForSelector('[aria-label="Table of the cost until each day"] tbody tr');
    for (const day of [1, 5, 24]) {
      const { ice, until } = wall.on(day);
      const [feet, all] = [ice / 195, until / 195 / 1900];
      const lines = [
        `Day ${day}: ${feetOf(feet)}`, `${figure(ice)} yd³ × 1,900 GD = ${figure(ice * 1900)} GD`,
        `So far: ${feetOf(all)}`, `${figure(all * 195)} yd³ × 1,900 GD = ${figure(until)} GD`,
      ];
      const profiles = [1, 2, 3].map((profile) => `By profile: Profile ${profile}: ${feetOf(wall.iceOf(profile, day) / 195)}`);
      assert.deepEqual(await pressed(page, ofRow('Table of days', day)), [...lines, ...profiles]);
      assert.deepEqual(await pressed(page, ofRow('Table of the cost until each day', day)), lines);
      assert.equal(await page.inputValue('.day-field input'), String(day), 'it is the day that is looked at');
    }
    await page.check('input[name=table] >> nth=1');
    await page.waitForSelector('[aria-label="Table of profiles"] tbody tr');
    const second = await pressed(page, ofRow('Table of profiles', 2));
    assert.ok(second.includes('Finish: Section 4, crew 4: 1 + ⌈(30 − 17) ÷ 1⌉ − 1 = day 13'), `${second}`);
    assert.ok(second.includes(`Ice: ${feetOf(13)}`), `${second}`);
  }));

test('the rows of the other tables: sections, crews, runs, two plans', () =>
  site.visit({}, async (page) => {
    await pool(page, 4);
    await lookAt(page, 5);
    const section = [
      'Feet to build: 30 − 21 = 9 feet',
      'Days: ⌈9 ÷ 1⌉ = 9 days: day 1 to day 9',
      'Height on the day: Day 5: min(30, 21 + 1 × 5) = 26 feet',
      `Ice: ${feetOf(9)}`,
      'Cost: 1,755 yd³ × 1,900 GD = 3,334,500 GD',
    ];
    await page.waitForSelector('.elevation', { state: 'attached' });
    await page.click('.elevation [aria-label="Table of the sections that are seen"]');
    assert.deepEqual(await pressed(page, `.elevation ${ofRow('Table of the sections that are seen', 1)}`), section);
    await go(page, 'diagram');
    await page.click('.diagram-tools >> text=Table');
    assert.deepEqual(await pressed(page, `.diagram ${ofRow('Table of the sections that are seen', 1)}`), section);
    await go(page, 'crews');
    await page.click('.crews-histogram [aria-label="Table of crews at work"]');
    assert.deepEqual(await pressed(page, `.crews-histogram ${ofRow('Table of crews at work', 26)}`), ['At work: Day 26: 1 crew', 'Idle: 4 − 1 = 3']);
    await page.focus('.crew-box');
    await page.keyboard.press('Home');
    assert.deepEqual(await pressed(page, ofRow('Sections of the crew', 1)), section);
    await go(page, 'risk?lost=100&seed=42&runs=1000&by=29');
    await page.waitForSelector('.risk-told:has-text("1,000 runs with")');
    const bars = await rows(page, '[aria-label="Runs by finish day"]');
    const [first, second] = bars.map(([, runs]) => whole(runs));
    assert.deepEqual(await pressed(page, ofRow('Runs by finish day', bars[1][0])), [
      `Runs: ${second} of 1,000 runs`, `Finished by then: ${first + second} ÷ 1,000 = ${bars[1][2]}`,
    ]);
    const [day, planned, ...quantiles] = (await rows(page, '[aria-label="Cost until the day, of the runs"]'))[9];
    assert.deepEqual(await pressed(page, ofRow('Cost until the day, of the runs', day)), [
      `With no day lost: ${planned} GD`,
      ...[10, 50, 80, 90].map((share, at) => `P10, P50, P80, P90: P${share}: ${share}% of the runs have cost ${quantiles[at]} GD or less`),
    ]);
    await besideNine(page);
    await page.click('.compare-days summary');
    await page.waitForSelector('[aria-label="Table of the days of A and B"] tbody tr:has(.row-day:text-is("5")) .why:has-text("more")');
    const [a, b] = [4, 9].map((crews) => build(profilesOf(EXAMPLE), crews).on(5));
    const told = await pressed(page, ofRow('Table of the days of A and B', 5));
    assert.equal(told[0], `A: Day 5: ${feetOf(a.ice / 195)}`);
    assert.ok(told.includes(`B: Day 5: ${feetOf(b.ice / 195)}`), `${told}`);
    assert.equal(told.at(-1), `B against A: ice ${figure(b.ice - a.ice)} yd³ more; cost so far ${figure(b.until - a.until)} GD more`);
  }));

test('the lines of the work log, and a saved wall', () =>
  site.visit({}, async (page) => {
    await pool(page, 4);
    await go(page, 'log');
    const lines = '87 + 9 + 4 = 100 lines';
    await page.waitForSelector('.log-count:has-text("100 lines")');
    assert.deepEqual(await pressed(page, '.log-lead .why'), [`All lines: ${lines}`]);
    await page.fill('.log-field:has-text("Crews") input', '4');
    await page.waitForSelector('.log-count:has-text(" of ")');
    const [matches] = (await read(page, '.log-count')).split(' ');
    assert.deepEqual(await pressed(page, '.log-lead .why'), [`All lines: ${lines}`, `Let through: ${matches} of 100 lines`]);
    await save(page, 'North');
    await unfold(page, 'North');
    const sums = [`Ice: ${feetOf(87)}`, 'Cost: 16,965 yd³ × 1,900 GD = 32,233,500 GD', 'Idle crew-days: 4 × 26 − 87 = 17'];
    assert.deepEqual(await pressed(page, '.saved-details .why'), sums);
    // They are those of the saved wall, whatever is shown.
    await go(page, 'wall');
    await write(page, '30 30');
    await go(page, 'saved');
    await unfold(page, 'North');
    assert.deepEqual(await pressed(page, '.saved-details .why'), sums);
  }));

test('in a table Tab reaches one figure, arrow keys the others', () =>
  site.visit({}, async (page) => {
    await pool(page, 4);
    await page.click('.table-switch >> nth=0');
    await page.waitForSelector('[aria-label="Table of days"] tbody tr >> nth=24');
    await page.waitForSelector('.why-dialog', { state: 'attached' });
    const stops = () => page.$$eval('[aria-label="Table of days"] .why', (list) => list.flatMap((button, at) => (button.tabIndex === 0 ? [at + 1] : [])));
    const focused = () => page.evaluate(() => document.activeElement.closest('tr')?.querySelector('th').textContent.trim());
    assert.deepEqual(await stops(), [1]);
    await page.focus('[aria-label="Table of days"] .row-day');
    await page.keyboard.press('Tab');
    for (const [key, row] of [['ArrowDown', '2'], ['ArrowDown', '3'], ['ArrowUp', '2'], ['End', '25'], ['ArrowDown', '25'], ['Home', '1'], ['ArrowUp', '1'], ['ArrowDown', '2']]) {
      await page.keyboard.press(key);
      assert.equal(await focused(), row, key);
    }
    assert.deepEqual(await stops(), [2]);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.why-dialog[open] .why-line:has-text("Day 2:")');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.why-dialog:not([open])', { state: 'attached' });
    assert.equal(await focused(), '2', 'back where it was');
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement.matches('.row-day')));
    assert.deepEqual(await stops(), [1], 'the next who comes begins at the first');
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
