// Lighthouse on the built site as a telephone on a slow line sees it: median of five runs, the page's network and
// processor held back by the browser itself. `node tests/e2e/lighthouse.mjs`; prints every figure, fails below the
// limits. It must run alone: what else takes the processor is taken from the page.

import lighthouse from 'lighthouse';
import { launch } from 'chrome-launcher';

import { startServer } from './server.mjs';

const RUNS = 5;
/** The least points of 100, as the median of the runs. */
const LEAST = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 95 };
/** The pages that people come to. */
const PAGES = ['', 'docs/', 'api.html'];
const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-component-update'];

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** One visit by a new visitor. */
async function run(url) {
  const chrome = await launch({ chromePath: process.env.ICEWALL_CHROMIUM ?? '/usr/bin/chromium', chromeFlags: FLAGS });
  try {
    const { lhr } = await lighthouse(url, {
      port: chrome.port, logLevel: 'error', onlyCategories: Object.keys(LEAST), throttlingMethod: 'devtools',
    });
    if (lhr.runtimeError) throw new Error(`${lhr.runtimeError.code}: ${lhr.runtimeError.message}`);
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

const failed = [];
const server = await startServer();
try {
  for (const page of PAGES) {
    const reports = [];
    for (let at = 0; at < RUNS; at += 1) reports.push(await run(server.url + page));
    console.log(`/${page}`);
    for (const [category, least] of Object.entries(LEAST)) {
      const points = reports.map(({ categories }) => Math.round(categories[category].score * 100));
      console.log(`  ${category}: ${median(points)} (${points.join(', ')}), at least ${least}`);
      if (median(points) < least) failed.push(`/${page} ${category}`);
    }
    const paint = median(reports.map(({ audits }) => audits['largest-contentful-paint'].numericValue));
    const blocked = median(reports.map(({ audits }) => audits['total-blocking-time'].numericValue));
    console.log(`  largest paint after ${Math.round(paint)} ms, blocked for ${Math.round(blocked)} ms, processor index ${median(reports.map(({ environment }) => environment.benchmarkIndex))}`);
    const faults = [...new Set(reports.flatMap(lost))];
    if (faults.length > 0) console.log(faults.join('\n'));
  }
} finally {
  await server.close();
}
if (failed.length > 0) {
  console.error(`Below the limit: ${failed.join(', ')}.`);
  process.exitCode = 1;
}
