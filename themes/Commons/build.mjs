import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { build as bundle } from 'esbuild';
import { buildFonts } from './build/fonts.mjs';
import { readIcons, sprite } from './build/icons.mjs';
import { buildStyles } from './build/styles.mjs';

const root = new URL('./', import.meta.url);
const out = new URL('wwwroot/', root);

await rm(out, { recursive: true, force: true });
await mkdir(new URL('fonts/', out), { recursive: true });

const icons = await readIcons(root);

await Promise.all([
  writeFile(new URL('icons.svg', out), sprite(icons)),
  writeFile(new URL('favicon.svg', out), await readFile(new URL('icons/favicon.svg', root))),
  writeFile(new URL('commons.css', out), await buildStyles(root, icons)),
  buildFonts(root, new URL('fonts/', out)),
  bundle({
    entryPoints: [new URL('scripts/main.js', root).pathname],
    outfile: new URL('commons.js', out).pathname,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  }),
]);
