import { readFile } from 'node:fs/promises';
import { buildFonts } from './build/fonts.mjs';
import { readIcons, sprite } from './build/icons.mjs';
import { buildMap } from './build/map.mjs';
import { replaceFolder } from './build/output.mjs';
import { buildScript } from './build/scripts.mjs';
import { buildStyles } from './build/styles.mjs';

const root = new URL('./', import.meta.url);
const icons = await readIcons(root);

const [styles, script, favicon, share, fonts, map] = await Promise.all([
  buildStyles(root, icons),
  buildScript(root),
  readFile(new URL('icons/favicon.svg', root)),
  readFile(new URL('images/share.png', root)),
  buildFonts(root),
  buildMap(root),
]);

await replaceFolder(new URL('wwwroot/', root), {
  'commons.css': styles,
  'commons.js': script,
  'icons.svg': sprite(icons),
  'favicon.svg': favicon,
  'share.png': share,
  'europe.json': map,
  ...fonts,
});
