// Lighthouse on the built site as a telephone on a slow line sees it: median of five runs, the page's network and
// processor held back by the browser itself. `cargo xtask lighthouse`; prints every figure, fails below the
// limits. It must run alone: what else takes the processor is taken from the page.

import lighthouse from 'lighthouse';
import { launch } from 'chrome-launcher';

import { startServer } from './server.mjs';

const RUNS = 5;
/**
 * How much slower than a desktop's the telephone's processor is, and the desktop's index as Lighthouse measures it. A
 * slower machine is held back the less.
 */
const SLOWER = 4;
const DESKTOP = 3500;
/** Other work on the machine only ever takes points: below the limit, five more runs are made, so many times in all. */
const ROUNDS = 3;
/** Now and then Lighthouse cannot record what the browser did, and asks to be run again: so many times in all. */
const TRIES = 3;
/** The least points of 100, as the median of the runs. */
const LEAST = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 95 };
/** The pages that people come to. */
const PAGES = ['', 'docs/', 'api.html'];
const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-component-update'];

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** What Lighthouse measured of this machine at the last visit. */
let index = DESKTOP;

/** One visit, by a new visitor each time that it is tried. */
async function run(url) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await visit(url);
    } catch (fault) {
      if (tries === TRIES) throw fault;
      console.log(`  once more, after ${fault.message}`);
    }
  }
}

/** What Lighthouse says of a visit by a new visitor. */
async function visit(url) {
  const chrome = await launch({ chromePath: process.env.ICEWALL_CHROMIUM ?? '/usr/bin/chromium', chromeFlags: FLAGS });
  try {
    const { lhr } = await lighthouse(url, {
      port: chrome.port, logLevel: 'error', onlyCategories: Object.keys(LEAST), throttlingMethod: 'devtools',
      throttling: { cpuSlowdownMultiplier: Math.max(1, SLOWER * Math.min(1, index / DESKTOP)) },
    });
    if (lhr.runtimeError) throw new Error(`${lhr.runtimeError.code}: ${lhr.runtimeError.message}`);
    index = lhr.environment.benchmarkIndex;
    return lhr;
  } finally {
    chrome.kill();
  }
}

/** What cost points, for who has to mend it. */
function lost({ categories, audits }) {
  return Object.keys(LEAST).flatMap((category) => categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9)
    .map(({ id }) => `    ${category}: ${audits[id].title} ${audits[id].displayValue ?? ''}`));
}

const figure = (reports, audit) => Math.round(median(reports.map(({ audits }) => audits[audit].numericValue)));

/** Five visits: prints what they say, and gives what is below its limit. */
async function judge(url) {
  const reports = [];
  for (let at = 0; at < RUNS; at += 1) reports.push(await run(url));
  const below = [];
  for (const [category, least] of Object.entries(LEAST)) {
    const points = reports.map(({ categories }) => Math.round(categories[category].score * 100));
    console.log(`  ${category}: ${median(points)} (${points.join(', ')}), at least ${least}`);
    if (median(points) < least) below.push(category);
  }
  const processor = median(reports.map(({ environment }) => environment.benchmarkIndex));
  console.log(`  largest paint after ${figure(reports, 'largest-contentful-paint')} ms, blocked for ${figure(reports, 'total-blocking-time')} ms, processor index ${processor}`);
  const faults = [...new Set(reports.flatMap(lost))];
  if (faults.length > 0) console.log(faults.join('\n'));
  return below;
}

const failed = [];
const server = await startServer();
try {
  // A visit that is not judged tells how fast the machine is.
  await run(server.url);
  for (const page of PAGES) {
    let below = ['performance'];
    for (let round = 0; round < ROUNDS && below.join() === 'performance'; round += 1) {
      console.log(`/${page}`);
      below = await judge(server.url + page);
    }
    failed.push(...below.map((category) => `/${page} ${category}`));
  }
} finally {
  await server.close();
}
if (failed.length > 0) {
  console.error(`Below the limit: ${failed.join(', ')}.`);
  process.exitCode = 1;
}
