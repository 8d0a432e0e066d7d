/**
 * Draws the charts: a thin layer over uPlot for curves of whole days, and small step curves on
 * plain canvases. It is given places and words, and draws them; it computes no figure and hears
 * no pointer (the page does both). Colours are names of custom properties, read again at every
 * drawing, so that a change of theme needs no more than another drawing.
 */

const LIBRARY = 'vendor/uplot-1.6.32/uPlot.esm.js';

let uPlot;
let loading;

/** Loads the library once; another call tries again only if the last one failed. */
export function load() {
  loading ??= import(new URL(LIBRARY, document.baseURI)).then(
    (module) => { uPlot = module.default; },
    (fault) => { loading = undefined; throw fault; },
  );
  return loading;
}

/**
 * Tells `told(width, ratio, drawing)` the width of an element in CSS pixels and the screen's
 * pixels per CSS pixel, now and whenever they change; `drawing` rises when the theme changes.
 * Gives back what ends it.
 */
export function watch(element, told) {
  let drawing = 0;
  let screen;
  const tell = () => told(element.clientWidth, devicePixelRatio, drawing);
  const again = () => { drawing += 1; tell(); };
  const ratio = () => {
    screen?.removeEventListener('change', ratio);
    screen = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    screen.addEventListener('change', ratio);
    tell();
  };
  const size = new ResizeObserver(tell);
  const theme = new MutationObserver(again);
  const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'].map((query) => matchMedia(query));
  size.observe(element);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  media.forEach((query) => query.addEventListener('change', again));
  ratio();
  return () => {
    size.disconnect();
    theme.disconnect();
    media.forEach((query) => query.removeEventListener('change', again));
    screen.removeEventListener('change', ratio);
  };
}

/** The values of custom properties where an element stands. */
export function colours(element, names) {
  const style = getComputedStyle(element);
  return names.map((name) => style.getPropertyValue(name).trim());
}

/** The most levels that a curve has: eight profiles on one another. */
const LEVELS = 8;

/** A copy of a level with its last place once more: it holds until the last edge. */
function held(level) {
  const copy = new Float64Array(level.length + 1);
  copy.set(level);
  copy[level.length] = level[level.length - 1];
  return copy;
}

/** A chart of levels over whole days, drawn as steps. */
export class Curve {
  /** Room in CSS pixels around the plot, and where it is drawn. The library must be loaded. */
  constructor(host, top, bottom) {
    this.host = host;
    this.top = top;
    this.bottom = bottom;
    this.picture = null;
  }

  /** The size of the whole in CSS pixels, with the room left and right of the plot, from the next drawing on. */
  size(width, height, left, right) {
    if (this.plot && (left !== this.left || right !== this.right)) this.free();
    this.left = left;
    this.right = right;
    this.width = width;
    this.height = height;
  }

  /** The marks of both axes and their words; `top` is the highest place of the plot. */
  axes(days, dayMarks, dayWords, top, marks, words) {
    this.days = { top: days, marks: dayMarks.slice(), words: dayWords };
    this.amounts = { top, marks: marks.slice(), words };
  }

  /**
   * Draws levels, the lowest first, over the edges of the columns. `fills` and `lines` name a
   * colour for each level ('' for none); `apart`: days are drawn with a gap between them;
   * `thin`: lines are thin.
   */
  draw(edges, levels, fills, lines, apart, thin) {
    const columns = edges.length - 1;
    const x = edges.slice();
    const none = new Float64Array(columns + 1);
    const data = [x];
    for (let slot = 0; slot < LEVELS; slot += 1) {
      // The highest level is painted first, the lower ones over it.
      const level = fills.length - 1 - slot;
      data.push(level < 0 ? none : held(levels.subarray(level * columns, (level + 1) * columns)));
    }
    const style = getComputedStyle(this.host);
    const colour = (name) => (name ? style.getPropertyValue(name).trim() : null);
    this.picture = {
      fills: fills.map(colour).reverse(),
      lines: lines.map(colour).reverse(),
      apart,
      thin,
      text: colour('--muted'),
      rule: colour('--line'),
    };
    this.plot ??= new uPlot(this.options(style.fontFamily), data, this.host);
    this.plot.batch((plot) => {
      if (plot.width !== this.width || plot.height !== this.height) {
        plot.setSize({ width: this.width, height: this.height });
      }
      plot.setData(data, false);
      // Before the scales: it sets the old one of the days again.
      plot.redraw(true, true);
      plot.setScale('x', { min: 0, max: this.days.top });
      plot.setScale('y', { min: 0, max: this.amounts.top });
    });
  }

  /** Takes the chart off the page. */
  free() {
    this.plot?.destroy();
    this.plot = undefined;
  }

  options(family) {
    const axis = (side, size, of, grid) => ({
      side,
      size,
      gap: 6,
      font: `12px ${family}`,
      stroke: () => this.picture.text,
      splits: () => Array.from(this[of].marks),
      values: () => this[of].words,
      grid: { show: grid, stroke: () => this.picture.rule, width: 1 },
      ticks: { show: !grid, stroke: () => this.picture.rule, width: 1, size: 5 },
    });
    const slots = Array.from({ length: LEVELS }, (_, slot) => ({
      auto: false,
      pxAlign: 0,
      width: 2,
      points: { show: false },
      fill: () => this.picture.fills[slot] ?? null,
      stroke: () => this.picture.lines[slot] ?? null,
      paths: (plot, series) => (slot < this.picture.fills.length ? this.steps(plot, series) : null),
    }));
    const days = axis(2, this.bottom, 'days', false);
    days.scale = 'x';
    days.splits = () => Array.from(this.days.marks, (day) => day - 0.5);
    const amounts = axis(3, this.left, 'amounts', true);
    amounts.scale = 'y';
    return {
      width: this.width,
      height: this.height,
      padding: [this.top, this.right, 0, 0],
      cursor: { show: false },
      legend: { show: false },
      select: { show: false },
      scales: {
        x: { time: false, auto: false, range: (_, min, max) => [min, max] },
        y: { auto: false, range: (_, min, max) => [min, max] },
      },
      axes: [days, amounts],
      series: [{}, ...slots],
    };
  }

  /** The steps of one level: what is filled, and its upper edge. */
  steps(plot, series) {
    const { left, top, width, height } = plot.bbox;
    const [edges, levels] = [plot.data[0], plot.data[series]];
    const columns = edges.length - 1;
    const gap = this.picture.apart ? Math.round(devicePixelRatio) : 0;
    const line = this.picture.thin ? 1 : 2;
    // A line of an odd number of the screen's pixels is sharp between two of them.
    const sharp = (Math.round(line * devicePixelRatio) % 2) / 2;
    const x = (edge) => Math.round(left + (edges[edge] / this.days.top) * width);
    const base = Math.round(top + height);
    const y = (at) => Math.round(top + height * (1 - levels[at] / this.amounts.top));
    const fill = new Path2D();
    const stroke = new Path2D();
    let before = base;
    for (let from = 0; from < columns;) {
      let to = from + 1;
      // A run of equal days is one step, unless days stand apart.
      while (gap === 0 && to < columns && levels[to] === levels[from]) to += 1;
      const [x0, x1, level] = [x(from), x(to) - gap, y(from)];
      if (level < base) fill.rect(x0, level, x1 - x0, base - level);
      if (gap > 0 || from === 0) stroke.moveTo(x0, level + sharp);
      else if (before !== level) stroke.lineTo(x0, level + sharp);
      stroke.lineTo(x1, level + sharp);
      before = level;
      from = to;
    }
    return { fill, stroke, _width: line, clip: null, band: null, gaps: null, flags: 0 };
  }
}

/**
 * Paints a small step curve. `heights` holds one share of the height (0 to 1) for each pixel of
 * the screen, from left to right; `height` is in CSS pixels, `ratio` the screen's pixels to each.
 */
export function paintSteps(canvas, heights, height, ratio, fill, line) {
  const base = Math.round(height * ratio);
  if (canvas.width !== heights.length) canvas.width = heights.length;
  if (canvas.height !== base) canvas.height = base;
  const pen = canvas.getContext('2d');
  const style = getComputedStyle(canvas);
  const stroke = Math.max(1, Math.round(1.5 * ratio));
  pen.clearRect(0, 0, canvas.width, base);
  const area = new Path2D();
  const edge = new Path2D();
  // The middle of the line along the edge: a day with ice is always to be seen.
  const middle = (share) => base - Math.max(stroke, Math.round(share * base)) + stroke / 2;
  let before = base + stroke;
  for (let from = 0; from < heights.length;) {
    let to = from + 1;
    while (to < heights.length && heights[to] === heights[from]) to += 1;
    const level = heights[from] > 0 ? middle(heights[from]) : base + stroke;
    if (heights[from] > 0) area.rect(from, level, to - from, base - level);
    if (from === 0) edge.moveTo(from, level);
    else if (level !== before) edge.lineTo(from, level);
    edge.lineTo(to, level);
    before = level;
    from = to;
  }
  pen.fillStyle = style.getPropertyValue(fill);
  pen.fill(area);
  pen.strokeStyle = style.getPropertyValue(line);
  pen.lineWidth = stroke;
  pen.stroke(edge);
}
