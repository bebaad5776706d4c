import { announce } from './announce.js';

/**
 * Keeps the ticks of this page's checklists in this browser; nothing is sent. A list that was gathered from another page says which one it is, and
 * shares its ticks.
 */
export function rememberChecklists() {
  const clearing = [];
  document.querySelectorAll('.callout--checklist').forEach((list, index) => {
    const boxes = [...list.querySelectorAll('.checklist input[type="checkbox"]')];
    if (boxes.length === 0) return;

    const key = `checklist:${list.dataset.checklist ?? `${location.pathname}:${index}`}`;
    const ticked = read(key);
    const names = namesOf(boxes);
    boxes.forEach((box, i) => { box.checked = ticked.includes(names[i]); });

    const { tools, progress, clear } = makeTools();
    const show = () => {
      const done = boxes.filter((box) => box.checked).length;
      progress.textContent = `${done} of ${boxes.length} ticked, kept in this browser only`;
      clear.hidden = done === 0;
    };

    list.addEventListener('change', () => {
      write(key, boxes.flatMap((box, i) => (box.checked ? [names[i]] : [])));
      show();
    });
    const clearAll = () => {
      boxes.forEach((box) => { box.checked = false; });
      write(key, []);
      show();
    };
    clear.addEventListener('click', () => {
      clearAll();
      boxes[0].focus();
      announce('Ticks cleared');
    });

    clearing.push(clearAll);
    list.append(tools);
    show();
  });
  offerClearing(clearing);
}

function offerClearing(clearing) {
  for (const line of document.querySelectorAll('[data-keeps-ticks]')) line.hidden = clearing.length === 0;
  for (const button of document.querySelectorAll('[data-clear-ticks]')) {
    button.hidden = clearing.length === 0;
    button.addEventListener('click', () => {
      for (const clear of clearing) clear();
      announce('All ticks cleared');
    });
  }
}

// A tick belongs to what its line says: the text may get more lines, and others in their places. The second of two equal lines gets a number.
function namesOf(boxes) {
  const seen = new Map();
  return boxes.map((box) => {
    const text = box.closest('label').textContent.replace(/\s+/g, ' ').trim();
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return count === 1 ? text : `${text} (${count})`;
  });
}

function makeTools() {
  const tools = document.createElement('div');
  tools.className = 'checklist__tools';
  const progress = document.createElement('span');
  const clear = document.createElement('button');
  clear.type = 'button';
  clear.className = 'button button--link';
  clear.textContent = 'Clear ticks';
  tools.append(progress, clear);
  return { tools, progress, clear };
}

// Storage may be blocked or full: then the ticks last as long as the page.
function read(key) {
  try {
    const value = JSON.parse(localStorage.getItem(key));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function write(key, ticked) {
  try {
    if (ticked.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(ticked));
  } catch { /* see above */ }
}
