// How long the page's own thread is held: by the browser's long-task observer, and by its trace,
// which tells apart what a task computed and what it waited while other programs had the
// processor. For tests that assert a page stays responsive; it asserts nothing itself.

/** Tells the page to note its tasks of over 50 ms. For `before` of a visit. */
export function observeTasks(page) {
  return page.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ startTime, duration });
    }).observe({ type: 'longtask', buffered: true });
  });
}

/**
 * The longest task of the page's thread while `deed` runs, in milliseconds: `wall` as a clock on
 * the wall tells it (0: none was over 50), `own` as the processor's time that the thread had.
 */
export async function longestTask(browser, page, deed) {
  const from = await page.evaluate(() => performance.now());
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  let trace;
  try {
    await deed();
    // An entry comes a moment after its task.
    await page.evaluate(() => new Promise((resolve) => {
      setTimeout(resolve, 200);
    }));
  } finally {
    trace = JSON.parse(await browser.stopTracing());
  }
  const long = await page.evaluate((from) =>
    window.longTasks.filter((task) => task.startTime + task.duration >= from).map((task) => task.duration), from);
  return { wall: Math.max(0, ...long), own: Math.max(0, ...ownTimes(trace.traceEvents)) };
}

/** The processor's time of every task of the thread that runs the page, in milliseconds. */
function ownTimes(events) {
  // Several processes have a thread of this name; the page's is the one that ran our script.
  const mains = events.filter((event) => event.name === 'thread_name' && event.args.name === 'CrRendererMain');
  const tasks = (main) => events.filter((event) =>
    event.pid === main.pid && event.tid === main.tid && event.name.endsWith('RunTask') && event.tdur !== undefined);
  return mains.flatMap(tasks).map((task) => task.tdur / 1000);
}
