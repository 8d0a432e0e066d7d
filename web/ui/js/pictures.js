// Drawings as files: SVG as PNG, pixels as an address that a drawing can hold, and the colours of the light theme
// whatever theme is on. It knows nothing of charts.

/** An SVG of a size as a PNG, so many pixels to one of its own. */
export async function png(svg, width, height, ratio) {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: Math.round(width * ratio), height: Math.round(height * ratio) });
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('the browser makes no picture of this size');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Pixels (red, green, blue, alpha) in lines of a width, as the address of a PNG; empty for none. */
export function pixels(picture, width) {
  const height = Math.floor(picture.length / 4 / width);
  if (!(width > 0 && height > 0)) return '';
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d').putImageData(new ImageData(new Uint8ClampedArray(picture), width, height), 0, 0);
  return canvas.toDataURL('image/png');
}

/** The values of custom properties in the light theme. Nothing is painted between the two changes. */
export function light(names) {
  const root = document.documentElement;
  const { theme } = root.dataset;
  root.dataset.theme = 'light';
  const style = getComputedStyle(root);
  const values = names.map((name) => style.getPropertyValue(name).trim());
  if (theme === undefined) delete root.dataset.theme;
  else root.dataset.theme = theme;
  return values;
}
