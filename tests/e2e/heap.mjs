// What a page holds at rest, in Chromium: its heap, listeners, workers and nodes. For soak.mjs; it judges nothing.

/** How a heap snapshot says that a node does not stand in the page. */
const DETACHED = 2;
/** Where Chromium keeps, among others, which elements the pointer was over: those that are gone, too. */
const TABLE = 'blink::HeapHashTableBacking';

/** Takes a snapshot of the heap (`v8.HeapSnapshot`, as the browser's own tools save it). */
async function snapshot(devtools) {
  const pieces = [];
  const take = ({ chunk }) => pieces.push(chunk);
  devtools.on('HeapProfiler.addHeapSnapshotChunk', take);
  await devtools.send('HeapProfiler.takeHeapSnapshot');
  devtools.off('HeapProfiler.addHeapSnapshotChunk', take);
  return JSON.parse(pieces.join(''));
}

/** The place of a field among those of a node or an edge, and how many there are. */
function layout(fields, names) {
  return [fields.length, ...names.map((name) => fields.indexOf(name))];
}

/**
 * How many nodes that do not stand in the page are held by scripts: all that can be reached from the roots, but not
 * by the browser's own tables alone. (Its count of nodes would have those that it keeps to take typed text back, too.)
 */
function heldByScripts({ snapshot: { meta }, nodes, edges, strings }) {
  const [size, name, count, detached] = layout(meta.node_fields, ['name', 'edge_count', 'detachedness']);
  const [step, type, to] = layout(meta.edge_fields, ['type', 'to_node']);
  const weak = meta.edge_types[0].indexOf('weak');
  const first = new Uint32Array(nodes.length / size);
  for (let at = 0, edge = 0; at < first.length; at += 1) {
    first[at] = edge;
    edge += nodes[at * size + count];
  }
  const seen = new Uint8Array(first.length);
  const found = [0];
  let held = 0;
  while (found.length > 0) {
    const node = found.pop() * size;
    held += Number(nodes[node + detached] === DETACHED);
    const isTable = strings[nodes[node + name]].startsWith(TABLE);
    for (let left = nodes[node + count], edge = first[node / size] * step; left > 0; left -= 1, edge += step) {
      const next = edges[edge + to];
      const passes = edges[edge + type] !== weak && !(isTable && nodes[next + detached] === DETACHED);
      if (!passes || seen[next / size]) continue;
      seen[next / size] = 1;
      found.push(next / size);
    }
  }
  return held;
}

/** How many nodes stand in the page. */
function attached(page) {
  return page.evaluate(() => {
    const walk = document.createTreeWalker(document);
    let seen = 0;
    while (walk.nextNode()) seen += 1;
    return seen;
  });
}

/** All of it, after the garbage was collected. */
export async function measured(page, devtools) {
  for (let times = 0; times < 4; times += 1) {
    await devtools.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(250);
  }
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { jsEventListeners } = await devtools.send('Memory.getDOMCounters');
  const nodes = await attached(page) + heldByScripts(await snapshot(devtools));
  return { heap: usedSize, listeners: jsEventListeners, workers: page.workers().length, nodes };
}
