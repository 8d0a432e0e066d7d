// Charts as SVG and PNG: every chart of the result, of the plan and of the comparison, and every picture of the wall. Each
// file is opened alone, as a viewer would. Not for the charts on the page.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { PATIENCE, Site, lookAt, pool, renewed, rows, settled, whole, write } from './lib.mjs';
import { heights, lines } from './walls.mjs';

let site;
before(async () => { site = await Site.open(); });
after(() => site.close());

const go = (page, room) => page.click(`.head-places a:has-text("${room}")`);

/** Chooses a chart, in a view where it has views; waits until it is drawn. */
async function chosen(page, chart, { view, title }) {
  await page.selectOption('.export-options label:has-text("Chart") select', { label: chart });
  if (view) await page.selectOption('.export-options label:has-text("By profile") select', { label: view });
  await page.waitForSelector('.export-preview[aria-busy=false] svg');
  assert.equal(await page.textContent('.export-preview svg > title'), title);
}

/** Saves what is drawn; gives the file's name and bytes. */
async function saved(page, kind) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(`button:text("Save as ${kind}")`)]);
  const name = download.suggestedFilename();
  await page.waitForSelector(`.export-charts [role=status]:has-text("${name} is saved")`);
  return { name, bytes: await readFile(await download.path()) };
}

/** Opens an SVG alone, as a page; gives its marks, its words, its size and its colours. */
async function opened(bytes) {
  const visitor = await site.browser.newContext();
  try {
    const page = await visitor.newPage();
    const asked = [];
    page.on('request', (request) => asked.push(request.url().slice(0, 40)));
    await page.goto(`data:image/svg+xml;base64,${bytes.toString('base64')}`, { timeout: PATIENCE });
    const found = await page.evaluate(() => {
      const all = (what) => [...document.querySelectorAll(what)];
      const root = document.documentElement;
      return {
        root: root.localName,
        faults: all('parsererror').length,
        size: [Number(root.getAttribute('width')), Number(root.getAttribute('height'))],
        series: all('.series').length,
        images: all('image').length,
        shapes: all('.series path').map((path) => path.getAttribute('d')),
        words: all('text').map((word) => word.textContent),
        outside: all('text').filter((word) => {
          const { left, right, top, bottom } = word.getBoundingClientRect();
          return left < 0 || top < 0 || right > Number(root.getAttribute('width')) || bottom > Number(root.getAttribute('height'));
        }).map((word) => word.textContent),
        colours: [...new Set(all('[fill], [stroke]').flatMap((shape) => [shape.getAttribute('fill'), shape.getAttribute('stroke')]))].filter(Boolean),
        background: document.querySelector('rect').getAttribute('fill'),
        // Where a plot of the rooms stands on: the last rule across.
        ground: all('.axis path').at(-1)?.getAttribute('d').match(/^M[\d.]+ ([\d.]+)/)?.[1],
      };
    });
    assert.deepEqual(asked.filter((url) => !url.startsWith('data:')), [], 'it needs nothing from outside');
    assert.deepEqual([found.root, found.faults], ['svg', 0]);
    assert.deepEqual(found.outside, [], 'every word is inside');
    assert.ok(found.colours.every((colour) => /^(none|#[0-9a-f]{3,8})$/i.test(colour)), `${found.colours}`);
    return found;
  } finally {
    await visitor.close();
  }
}

/** The size of a PNG, and how many colours it has. */
async function decoded(page, bytes) {
  return page.evaluate(async (data) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const pen = canvas.getContext('2d');
    pen.drawImage(image, 0, 0);
    const pixels = new Uint32Array(pen.getImageData(0, 0, image.width, image.height).data.buffer);
    return { size: [image.width, image.height], colours: new Set(pixels).size };
  }, bytes.toString('base64'));
}

/** Saves a chart as both; judges what is true of every one, and gives what is in the SVG. */
async function both(page, chart, options) {
  await chosen(page, chart, options);
  const svg = await saved(page, 'SVG');
  const found = await opened(svg.bytes);
  assert.equal(found.words[0], options.title);
  const png = await saved(page, 'PNG');
  assert.equal(png.name, svg.name.replace('.svg', '.png'));
  const picture = await decoded(page, png.bytes);
  assert.deepEqual(picture.size, found.size.map((pixels) => Math.round(pixels * 2)), 'two pixels to one');
  assert.ok(picture.colours > 8, `${chart}: ${picture.colours} colours are no blank`);
  if (process.env.ICEWALL_CHARTS) {
    await writeFile(`${process.env.ICEWALL_CHARTS}/${options.file ?? ''}${options.view ?? ''}${svg.name}`, svg.bytes);
    await writeFile(`${process.env.ICEWALL_CHARTS}/${options.file ?? ''}${options.view ?? ''}${png.name}`, png.bytes);
  }
  return { name: svg.name, ...found };
}

test('every chart of the example is a file that stands alone', () =>
  site.visit({ context: { colorScheme: 'light' } }, async (page) => {
    await pool(page, 4);
    await lookAt(page, 5);
    await go(page, 'Compare');
    await page.click('.compare-do button >> nth=0');
    await go(page, 'Wall');
    await renewed(page, () => page.fill('#field-num_teams', '9'));
    await go(page, 'Export');
    const stacked = await both(page, 'Ice a day', { view: 'Stacked', title: 'Ice a day, cubic yards' });
    assert.equal(stacked.name, 'wall-of-9-sections-9-crews-ice-a-day.svg');
    assert.equal(stacked.series, 3, 'a mark for each profile');
    for (const words of ['Profile 1', 'Profile 3', 'peak 1,755\u00a0yd³', 'finished, day 13', 'day', '13']) assert.ok(stacked.words.includes(words), `${words} in ${stacked.words}`);
    assert.equal((await both(page, 'Ice a day', { view: 'The wall as one', title: 'Ice a day, cubic yards' })).series, 1);
    assert.equal((await both(page, 'Ice a day', { view: 'Small multiples', title: 'Ice a day, cubic yards' })).series, 3);
    const heat = await both(page, 'Ice a day', { view: 'Heat map', title: 'Ice a day, cubic yards' });
    assert.deepEqual([heat.series, heat.images], [1, 1]);
    const cost = await both(page, 'Cost a day', { view: 'Stacked', title: 'Cost a day, Gold Dragons' });
    assert.ok(cost.words.includes('peak 3,334,500\u00a0GD'));
    const until = await both(page, 'Cost until the day', { title: 'Cost until the day, Gold Dragons' });
    assert.ok(until.words.includes('32,233,500\u00a0GD in all'));
    const skyline = await both(page, 'The wall on the day', { title: 'The wall on day 5, feet by section' });
    assert.deepEqual([skyline.name, skyline.images], ['wall-of-9-sections-9-crews-wall-on-day.svg', 1]);
    const diagram = await both(page, 'Time–location diagram', { title: 'Time–location diagram, sections and days by crew' });
    assert.equal(diagram.images, 1);
    for (const words of ['section', 'day', '1', '9', '13']) assert.ok(diagram.words.includes(words), `${words} in ${diagram.words}`);
    const crews = await both(page, 'Crews at work', { title: 'Crews at work, of 9\u00a0crews, by day' });
    assert.deepEqual([crews.images, crews.series], [0, 1], 'a vector drawing');
    for (const words of ['at work', 'idle']) assert.ok(crews.words.includes(words), `${words} in ${crews.words}`);
    const stairs = await both(page, 'Finish day by number of crews', { title: 'Finish day, by number of crews' });
    assert.equal(stairs.series, 2, 'finish day and lower bound');
    for (const [chart, title] of [['ice a day', 'Ice a day of A and B, cubic yards'], ['cost a day', 'Cost a day of A and B, Gold Dragons'], ['cost until the day', 'Cost until the day of A and B, Gold Dragons']]) {
      const { series, words } = await both(page, `A and B: ${chart}`, { title });
      assert.equal(series, 2, chart);
      assert.ok(words.some((word) => word.startsWith('A: ')) && words.some((word) => word.startsWith('B: ')), `${words}`);
    }
  }));

test('a dark page gives dark files, and light ones by choice', () =>
  site.visit({ context: { colorScheme: 'dark' } }, async (page) => {
    await go(page, 'Export');
    const title = 'Ice a day, cubic yards';
    const dark = await both(page, 'Ice a day', { title, file: 'dark-' });
    await page.selectOption('.export-options label:has-text("Colours") select', { label: 'light' });
    await page.waitForFunction((old) => document.querySelector('.export-preview rect').getAttribute('fill') !== old, dark.background);
    const light = await both(page, 'Ice a day', { title, file: 'light-' });
    assert.deepEqual([dark.background, light.background], ['#121d26', '#ffffff']);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), undefined, 'the page is as it was');
  }));

test('large walls and dates have their charts as well; without A there is none of both', () =>
  site.visit({}, async (page) => {
    const text = `{"start_date": "2024-08-11", "num_teams": 20, "profiles": [${lines(heights(2000, 30, 2), 10).trim().split('\n').map((line) => `[${line.replaceAll(' ', ',')}]`)}]}`;
    await write(page, text);
    await go(page, 'Export');
    const options = await page.$$eval('.export-options label:has-text("Chart") option', (list) => list.map((option) => option.textContent));
    assert.ok(!options.some((option) => option.startsWith('A and B')), `${options}`);
    const heat = await both(page, 'Ice a day', { view: 'Heat map', title: 'Ice a day, cubic yards' });
    assert.ok(heat.words.some((word) => /^1 · Aug 2024$/.test(word)), `dates in ${heat.words}`);
    const whole = await both(page, 'Ice a day', { view: 'The wall as one', title: 'Ice a day, cubic yards' });
    assert.ok(whole.words.some((word) => word.startsWith('Each column shows the day with the most ice')));
    const skyline = await both(page, 'The wall on the day', { title: await title(page) });
    assert.ok(skyline.words.includes('2,000'));
    await both(page, 'Finish day by number of crews', { title: 'Finish day, by number of crews' });
  }));

/** Saves a picture by the button beside it; gives what is in the SVG, having held the PNG against it. */
async function besides(page, figure) {
  const place = page.locator(`${figure} .take-picture`);
  const take = async (kind) => {
    const [download] = await Promise.all([page.waitForEvent('download'), place.locator(`button:text-is("${kind}")`).click()]);
    const name = download.suggestedFilename();
    await place.locator(`[role=status]:has-text("${name} is saved")`).waitFor();
    const bytes = await readFile(await download.path());
    if (process.env.ICEWALL_CHARTS) await writeFile(`${process.env.ICEWALL_CHARTS}/seen-${name}`, bytes);
    return bytes;
  };
  await place.locator('button:text-is("Save")').click();
  const found = await opened(await take('SVG'));
  const picture = await decoded(page, await take('PNG'));
  assert.deepEqual(picture.size, found.size.map((pixels) => Math.round(pixels * 2)));
  assert.ok(picture.colours > 8, `${figure}: ${picture.colours} colours are no blank`);
  await page.keyboard.press('Escape');
  assert.equal(await place.locator('button:text-is("PNG")').isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Save');
  return found;
}

test('each picture of the wall is saved beside it, as it is seen', () =>
  site.visit({ context: { colorScheme: 'dark' } }, async (page) => {
    await pool(page, 4);
    await lookAt(page, 5);
    await page.waitForSelector('.elevation', { state: 'attached' });
    await page.$eval('.elevation', (figure) => figure.scrollIntoView());
    await page.click('.elevation-tools >> text=Zoom in');
    await page.waitForSelector('.elevation-told:has-text("sections 3 to 7")');
    const elevation = await besides(page, '.elevation');
    assert.equal(elevation.words[0], 'The wall on day 5, feet by section');
    assert.ok(['3', '7'].every((section) => elevation.words.includes(section)), `${elevation.words}`);
    assert.equal(elevation.background, '#121d26');
    await page.evaluate(() => { location.hash = '#/crews'; });
    await page.waitForSelector('.crews-words:has-text("Day 5")');
    const crews = await besides(page, '.crews-histogram');
    assert.deepEqual([crews.words[0], crews.images], ['Crews at work, of 4\u00a0crews, by day', 0]);
    await page.evaluate(() => { location.hash = '#/diagram'; });
    await page.click('.diagram-tools >> text=Colour by profile');
    await page.click('.diagram-tools >> text=Days across');
    await page.click('.diagram-tools >> text=Zoom in');
    await page.waitForSelector('.diagram-told:not(:has-text("days 1 to 26"))');
    const days = (await page.textContent('.diagram-told')).match(/days (\d+) to (\d+)/).slice(1);
    const diagram = await besides(page, '.diagram');
    assert.equal(diagram.words[0], 'Time–location diagram, sections and days by profile');
    assert.ok(days.every((day) => diagram.words.includes(day)), `${days} in ${diagram.words}`);
  }));

/** The points of a path, each of its parts by itself. */
const parts = (path) => path.split('M').slice(1).map((part) =>
  part.replace('Z', '').split('L').map((point) => point.split(' ').map(Number)));

/** How high the bars of a path are, each as a share of the highest. */
function barsOf(path) {
  const bars = parts(path).map(([[, ground], [, top]]) => ground - top);
  return bars.map((bar) => bar / Math.max(...bars));
}

/** That shares are those of these amounts, as far as tenths of a pixel tell. */
function same(shares, amounts, what) {
  assert.equal(shares.length, amounts.length, what);
  for (const [at, share] of shares.entries()) {
    assert.ok(Math.abs(share - amounts[at] / Math.max(...amounts)) < 0.001, `${what}: ${share} for ${amounts[at]}`);
  }
}

test('the charts of the plan and of the risk are saved beside them, as drawings of their tables', () =>
  site.visit({ context: { colorScheme: 'light' } }, async (page) => {
    await write(page, '[Construction]\ncrew_wage = 100\noverhead_per_day = 600\n[Task]\nnum_teams = 4\n[Profiles]\n21 25 28\n17\n17 22 17 19 17\n');
    await page.evaluate(() => { location.hash = '#/plan'; });
    await page.waitForSelector('#wages');
    const stairs = await besides(page, '#stairs');
    assert.deepEqual([stairs.words[0], stairs.images, stairs.series], ['Finish day, by number of crews', 0, 2]);
    assert.match(stairs.words[1], /^9\ssections in 3\sprofiles, 4\screws, finished on day 26$/);
    for (const words of ['finish day', 'lower bound', 'the bend', 'crews in force', 'day 80', '9\u00a0crews']) assert.ok(stairs.words.includes(words), `${words} in ${stairs.words}`);
    // One crew takes 87 days, nine take 13: the last step is 13/87 of the first.
    const [line] = parts(stairs.shapes.at(-1));
    const ground = Number(stairs.ground);
    assert.ok(Math.abs((ground - line.at(-1)[1]) / (ground - line[0][1]) - 13 / 87) < 0.001, `${line}`);
    await page.check('.plot-scale input');
    assert.deepEqual((await besides(page, '#stairs')).words.filter((word) => word.startsWith('day ')), ['day 10'], 'logarithmic as it is seen');
    const wages = await besides(page, '#wages');
    assert.equal(wages.words[0], 'Wages and overhead, Gold Dragons, by number of crews');
    for (const words of ['wages and overhead', 'least', 'crews in force']) assert.ok(wages.words.includes(words), `${words} in ${wages.words}`);
    await page.evaluate(() => { location.hash = '#/risk?lost=100&seed=42&runs=1000&by=29'; });
    await page.waitForSelector('.risk-told:has-text("1,000 runs with")');
    const finishes = await besides(page, '#finishes');
    assert.equal(finishes.words[0], 'Runs, by finish day');
    assert.match(finishes.words[1], /; 1,000\sruns, a crew loses its day in 100 of 1,000 days, seed 42$/);
    for (const words of ['runs', 'half are finished', 'the day to be met']) assert.ok(finishes.words.includes(words), `${words} in ${finishes.words}`);
    const runs = (await rows(page, '[aria-label="Runs by finish day"]')).map(([, runs]) => whole(runs));
    same(barsOf(finishes.shapes[0]), runs, 'a bar for each finish day');
    const bands = await besides(page, '#bands');
    assert.deepEqual([bands.words[0], bands.images, bands.series], ['Cost until the day, Gold Dragons', 0, 3]);
    const days = (await rows(page, '[aria-label="Cost until the day, of the runs"]')).map((row) => row.map(whole));
    const lines = bands.shapes.slice(-2).map((path) => parts(path)[0].slice(1).map(([, y]) => Number(bands.ground) - y));
    // Both reach the whole cost, with no day lost and in half of the runs.
    for (const [at, column] of [[0, 1], [1, 3]]) {
      same(lines[at].map((up) => up / Math.max(...lines[at])), days.map((row) => row[column]), `column ${column}`);
    }
    const [band] = parts(bands.shapes[0]);
    assert.equal(band.length, 2 * days.length + 1, 'there along P10 and back along P90');
  }));

test('the charts of the threads and of two plans are saved beside them', () =>
  site.visit({ query: '?threads=2', context: { colorScheme: 'dark' } }, async (page) => {
    await pool(page, 4);
    await page.evaluate(() => { location.hash = '#/compare'; });
    await page.click('.compare-do button >> nth=0');
    await page.click('.compare .choice:has-text("Cost")');
    const daily = await besides(page, '.chart:has(#compare-daily)');
    assert.deepEqual([daily.words[0], daily.background], ['Cost a day of A and B, Gold Dragons', '#121d26']);
    assert.equal((await besides(page, '.chart:has(#compare-until)')).words[0], 'Cost until the day of A and B, Gold Dragons');
    await page.evaluate(() => { location.hash = '#/speed'; });
    await page.check('.speed-choice:has-text("Risk") input');
    await page.click('text=Measure');
    await page.waitForSelector('.speed-do [role=status]:has-text("Done.")', { timeout: 120_000 });
    const times = await besides(page, '#times');
    assert.deepEqual([times.words[0], times.images, times.series], ['Time, milliseconds, by threads', 0, 2]);
    assert.match(times.words[1], /^10,000 runs of a made-up wall of 2,000 sections/);
    const medians = (await rows(page, '[aria-label="Time by number of threads"]')).map(([, median]) => Number(median.replaceAll(',', '')));
    const shares = barsOf(times.shapes[0]);
    assert.ok(shares.every((share, at) => Math.abs(share - medians[at] / Math.max(...medians)) < 0.01), `${shares} for ${medians}`);
    assert.equal((await besides(page, '#speed-up')).words[0], 'Speed-up, times as fast as one thread, by threads');
  }));

/** What the picture of the wall is called on its last day. */
async function title(page) {
  await settled(page);
  const day = await page.evaluate(() => document.querySelector('.answer-finish').textContent.match(/day ([\d,]+)/)[1]);
  return `The wall on day ${day}, feet by section`;
}
