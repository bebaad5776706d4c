import { announce } from './announce.js';

const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Narrows the glossary while typing; without script the form asks the server. */
export function filterGlossary() {
  const form = document.querySelector('[data-glossary-filter]');
  const input = form?.querySelector('input');
  if (!input) return;

  const empty = document.querySelector('[data-glossary-empty]');
  const letters = [...document.querySelectorAll('.glossary-letter')];
  const entries = [...document.querySelectorAll('.glossary-entry')].map((element) => ({ element, text: fold(element.textContent) }));

  const filter = () => {
    const sought = fold(input.value.trim());
    let shown = 0;
    for (const { element, text } of entries) {
      element.hidden = !text.includes(sought);
      if (!element.hidden) shown += 1;
    }
    for (const letter of letters) letter.hidden = !letter.querySelector('.glossary-entry:not([hidden])');
    if (empty) empty.hidden = shown > 0;
    return shown;
  };

  let pause;
  input.addEventListener('input', () => {
    const shown = filter();
    clearTimeout(pause);
    pause = setTimeout(() => announce(`${shown} terms`), 600);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    announce(`${filter()} terms`);
  });
  if (input.value) filter();
}
