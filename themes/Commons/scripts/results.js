import { announce } from './announce.js';

const parts = '[data-swap]';
const address = () => location.pathname + location.search;
let running;
let shown = address();

/**
 * Filters, sorting and further pages without a reload: the same address is fetched and its [data-swap] parts
 * (matched by id) take the places of those shown. Whatever goes wrong, the browser goes there itself.
 */
export function replaceResults() {
  if (!document.querySelector(parts)) return;

  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[data-results]');
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(new URL(link.href), { push: true, from: link });
  });

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.matches('form[data-results]') || form.method !== 'get') return;
    event.preventDefault();
    const url = new URL(form.action);
    url.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
    show(url, { push: true, from: event.submitter });
  });

  addEventListener('popstate', () => {
    // A link to a place on this page is no other result.
    if (address() !== shown) show(new URL(location.href), { push: false });
  });
}

async function show(url, { push, from }) {
  running?.abort();
  const { signal } = running = new AbortController();
  document.documentElement.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(url, { signal, headers: { Accept: 'text/html' } });
    if (!response.ok || response.redirected) throw new Error(`${response.status} for ${url}`);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const way = wayTo(from);
    swap(page);
    if (push) history.pushState(null, '', url);
    shown = address();
    document.title = page.title;
    settle(way);
  } catch (error) {
    if (error.name === 'AbortError') return;
    location.assign(url);
  } finally {
    if (running?.signal === signal) document.documentElement.removeAttribute('aria-busy');
  }
}

function swap(page) {
  const old = [...document.querySelectorAll(parts)];
  const fresh = old.map((part) => page.getElementById(part.id));
  if (fresh.some((part) => !part)) throw new Error('the answer lacks a part');
  old.forEach((part, i) => part.replaceChildren(...fresh[i].childNodes));
}

/** Which link was used, in words that also fit the new page: its part and its data-results name. */
function wayTo(link) {
  const part = link?.closest(parts);
  return part && link.dataset.results ? { part: part.id, name: link.dataset.results } : null;
}

// A facet keeps the focus, so that several can be set in a row; after anything else reading starts at the results.
function settle(way) {
  const heading = document.querySelector('[data-results-heading]');
  const same = way && document.getElementById(way.part)?.querySelector(`[data-results="${CSS.escape(way.name)}"]`);
  if (same) same.focus({ preventScroll: true });
  else if (heading) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    if (heading.getBoundingClientRect().top < 0) heading.scrollIntoView();
  }
  if (heading) announce(heading.textContent.trim());
}
