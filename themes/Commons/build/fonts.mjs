import { readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');

// The everyday file and the one a browser fetches only for a page with such letters:
// both ranges are repeated as unicode-range in styles/foundation/_fonts.scss.
const latin = range(0x20, 0x7e) + range(0xa0, 0xff) + '\u2009\u200a\u202f\u2010\u2011–—‘’‚“”„†‡•…‰′″‹›⁄€™←↑→↓−≈≠≤≥';
const extended = range(0x100, 0x17f) + 'ȘșȚțẀẁẂẃẄẅẞỲỳ';

const upright = { wght: { min: 400, max: 700 } };
const files = [
  { family: 'atkinson-hyperlegible-next', set: 'latin', style: 'normal', name: 'sans', text: latin, axes: upright, features: ['kern', 'tnum'] },
  { family: 'atkinson-hyperlegible-next', set: 'latin-ext', style: 'normal', name: 'sans-extended', text: extended, axes: upright, features: ['kern'] },
  { family: 'source-serif-4', set: 'latin', style: 'normal', name: 'serif', text: latin, axes: upright, features: ['kern', 'liga'] },
  { family: 'source-serif-4', set: 'latin-ext', style: 'normal', name: 'serif-extended', text: extended, axes: upright, features: ['kern'] },
  { family: 'source-serif-4', set: 'latin', style: 'italic', name: 'serif-italic', text: latin, axes: { wght: 400 }, features: ['kern', 'liga'] },
];

/** The fonts by their names in the folder of the built files. */
export async function buildFonts(root) {
  const built = await Promise.all(files.map(async ({ family, set, style, name, text, axes, features }) => {
    const source = new URL(`node_modules/@fontsource-variable/${family}/files/${family}-${set}-wght-${style}.woff2`, root);
    const font = await subsetFont(await readFile(source), text, {
      targetFormat: 'woff2',
      variationAxes: axes,
      keepFeatures: features,
    });
    return [`fonts/${name}.woff2`, font];
  }));
  return Object.fromEntries(built);
}
