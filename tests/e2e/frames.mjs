// How smoothly a page follows a slider that is dragged: the intervals between its frames, and the script in
// each. Not for what it shows.

import assert from 'node:assert/strict';

/** What is demanded, in milliseconds; of a machine with other work to do a good deal less. */
export const FRAME = { median: 17.5, p95: 34 };
export const SCRIPT = 8;
const SLACK = 4;

/** Drags a slider over its whole length and checks how smoothly the page follows; leaves it in the middle. */
export async function smoothly(t, what, site, page, slider) {
  const { frames, script } = await dragged(site, page, slider);
  const [[median, p95], [half, script95]] = [frames, script].map(spread);
  t.diagnostic(`dragging ${what}: frame interval median ${median} ms, p95 ${p95} ms; script per frame median ${half} ms, p95 ${script95} ms; ${frames.length} frames`);
  assert.ok(median <= FRAME.median * SLACK && p95 <= FRAME.p95 * SLACK, `frames: ${median}, ${p95} ms`);
  assert.ok(script95 <= SCRIPT * SLACK, `script: ${script95} ms`);
}

/**
 * Drags a slider over its whole length, and leaves it in the middle.
 * @returns {Promise<{frames: number[], script: number[]}>} intervals between frames, and script in each, in milliseconds
 */
export async function dragged(site, page, slider) {
  const box = await (await page.$(slider)).boundingBox();
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 10, y);
  await page.mouse.down();
  await page.evaluate(() => {
    window.frames_ = [];
    const note = (now) => {
      window.frames_.push(now);
      window.noting = requestAnimationFrame(note);
    };
    window.noting = requestAnimationFrame(note);
  });
  await site.browser.startTracing(page, { categories: ['devtools.timeline', 'toplevel'] });
  for (let step = 0; step < 150; step += 1) await page.mouse.move(box.x + 10 + (box.width - 20) * (step / 150), y);
  await page.mouse.move(box.x + box.width / 2, y);
  const trace = JSON.parse(await site.browser.stopTracing());
  const at = await page.evaluate(() => {
    cancelAnimationFrame(window.noting);
    return window.frames_;
  });
  await page.mouse.up();
  return { frames: at.slice(1).map((time, before) => time - at[before]), script: scriptByFrame(trace) };
}

/** The middle and the 95th of a hundred, with one decimal. */
function spread(samples) {
  const sorted = samples.toSorted((one, other) => one - other);
  return [0.5, 0.95].map((share) => Number(sorted[Math.ceil(sorted.length * share) - 1].toFixed(1)));
}

/** Milliseconds of script in each frame of the page's thread, out of the browser's trace. */
function scriptByFrame({ traceEvents }) {
  const frames = traceEvents.filter(({ name }) => name === 'FireAnimationFrame');
  const { pid, tid } = frames[0];
  const starts = [];
  for (const { ts } of frames.toSorted((one, other) => one.ts - other.ts)) {
    if (starts.length === 0 || ts - starts.at(-1) > 4000) starts.push(ts);
  }
  const script = new Set(['FunctionCall', 'EventDispatch', 'FireAnimationFrame', 'TimerFire', 'RunMicrotasks', 'HandlePostMessage']);
  const runs = traceEvents.filter((event) => event.pid === pid && event.tid === tid && script.has(event.name) && event.dur !== undefined)
    .toSorted((one, other) => one.ts - other.ts);
  const sums = starts.map(() => 0);
  let until = 0;
  for (const { ts, dur } of runs) {
    // What runs inside of another one is counted already.
    if (ts < until) continue;
    until = ts + dur;
    const frame = starts.findLastIndex((start) => start <= ts);
    if (frame >= 0) sums[frame] += dur / 1000;
  }
  return sums;
}
