import { readFile } from 'node:fs/promises';

const drawing = 'fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"';

/** The drawings of icons/*.svg by the id of their symbol. */
export async function readIcons(root) {
  const icons = new Map();
  for (const file of ['kinds.svg', 'signs.svg']) {
    const text = await readFile(new URL(`icons/${file}`, root), 'utf8');
    for (const [, id, body] of text.matchAll(/<symbol id="([a-z-]+)">([\s\S]*?)<\/symbol>/g)) {
      if (icons.has(id)) throw new Error(`icons/${file}: "${id}" is drawn twice`);
      icons.set(id, body.replace(/>\s+</g, '><').trim());
    }
  }
  return icons;
}

/** One file for <svg><use href="icons.svg#id"></svg>. */
export function sprite(icons) {
  const symbols = [...icons].map(([id, body]) => `<symbol id="${id}" viewBox="0 0 24 24" ${drawing}>${body}</symbol>`);
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`;
}

/** The same drawing as a data address, for masks in the style sheet. */
export function dataAddress(icons, id) {
  const body = icons.get(id);
  if (!body) throw new Error(`no icon "${id}" in icons/kinds.svg or icons/signs.svg`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" ${drawing.replace('currentColor', '#000')}>${body}</svg>`;
  return `url("data:image/svg+xml,${svg.replaceAll('"', "'").replace(/[<>#%]/g, (c) => encodeURIComponent(c))}")`;
}
