import { announce } from './announce.js';

const pause = 90;
const least = 2;

/**
 * Titles and headings while somebody types, as a combobox by the ARIA pattern 'list autocomplete with manual selection': the arrows go through
 * the list, Enter opens what is chosen or searches what was typed, Escape closes. Without answers it stays a search box.
 */
export function suggestWhileTyping() {
  for (const input of document.querySelectorAll('[data-search-input]')) suggestFor(input);
}

function suggestFor(input) {
  const list = document.createElement('ul');
  list.id = `${input.id}-suggestions`;
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Suggestions');
  input.closest('form').append(list);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  let timer;
  let running;
  let active = -1;

  const options = () => [...list.children];

  const close = () => {
    clearTimeout(timer);
    running?.abort();
    list.hidden = true;
    list.replaceChildren();
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  const choose = (index) => {
    const all = options();
    // One past either end is the box itself.
    active = index < -1 ? all.length - 1 : index >= all.length ? -1 : index;
    all.forEach((option, i) => option.setAttribute('aria-selected', String(i === active)));
    if (active < 0) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', all[active].id);
      all[active].scrollIntoView({ block: 'nearest' });
    }
  };

  const show = (suggestions) => {
    list.replaceChildren(...suggestions.map((suggestion, i) => optionOf(suggestion, `${list.id}-${i}`)));
    active = -1;
    input.removeAttribute('aria-activedescendant');
    list.hidden = suggestions.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    if (!list.hidden) announce(suggestions.length === 1 ? '1 suggestion' : `${suggestions.length} suggestions`);
  };

  const ask = async () => {
    const words = input.value.trim();
    running?.abort();
    if (words.length < least) return close();
    const { signal } = running = new AbortController();
    try {
      const response = await fetch(`/api/v1/suggest?${new URLSearchParams({ q: words })}`, { signal });
      if (!response.ok) return close();
      const { suggestions } = await response.json();
      if (!signal.aborted && document.activeElement === input) show(suggestions);
    } catch (error) {
      // Whoever types on is answered anew; whoever has no connection can still press Enter.
      if (error.name !== 'AbortError') close();
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  });

  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown' && list.hidden) {
      event.preventDefault();
      ask();
    } else if (list.hidden) {
      return;
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(active + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      location.assign(options()[active].dataset.url);
    } else if (event.key === 'Escape') {
      // The first closes the list; that it would also empty the box is the browser's habit.
      event.preventDefault();
      close();
    }
  });

  // Before the box loses the focus, which closes the list.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role=option]');
    if (option) location.assign(option.dataset.url);
  });
  input.addEventListener('blur', close);
  addEventListener('pageshow', close);
}

function optionOf(suggestion, id) {
  const option = document.createElement('li');
  option.id = id;
  option.className = 'suggestions__item';
  option.dataset.url = suggestion.url;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  const text = document.createElement('span');
  text.textContent = suggestion.text;
  const kind = document.createElement('span');
  kind.className = 'suggestions__kind';
  kind.textContent = suggestion.kind;
  option.append(text, ' ', kind);
  return option;
}
