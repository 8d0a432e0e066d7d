// Packs the files of a built site beside themselves (`.gz`, `.br`), once, so that a server need not do it for
// every visitor: `node docker/compress.mjs dist`. It changes no file that is there.

import { readFile, readdir, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What gets smaller by packing: pictures are packed already. */
const PACKED = new Set(['.css', '.html', '.js', '.json', '.mjs', '.svg', '.ts', '.txt', '.wasm', '.webmanifest']);
/** Bytes below which packing saves no packet. */
const LEAST = 1024;

const WAYS = [
  ['.gz', (bytes) => promisify(gzip)(bytes, { level: 9 })],
  ['.br', (bytes) => promisify(brotliCompress)(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  })],
];

/**
 * Packs every file below a folder that gets smaller by it.
 * @param {string} folder
 * @returns {Promise<{files: number, raw: number, gz: number, br: number}>} how many files, and their bytes
 */
export async function compress(folder) {
  const sum = { files: 0, raw: 0, gz: 0, br: 0 };
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (!entry.isFile() || !PACKED.has(extname(path))) continue;
    const bytes = await readFile(path);
    if (bytes.length < LEAST) continue;
    const packed = await Promise.all(WAYS.map(([, pack]) => pack(bytes)));
    if (packed.some((short) => short.length >= bytes.length)) continue;
    await Promise.all(packed.map((short, at) => writeFile(path + WAYS[at][0], short)));
    sum.files += 1;
    sum.raw += bytes.length;
    sum.gz += packed[0].length;
    sum.br += packed[1].length;
  }
  return sum;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { files, raw, gz, br } = await compress(process.argv[2] ?? 'dist');
  console.log(`${files} files, ${raw} bytes: ${gz} by gzip, ${br} by brotli`);
}
