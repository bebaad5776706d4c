import { announce } from './announce.js';

const shownFor = 2000;

/** The link beside a heading also copies its full address. */
export function copyHeadingLinks() {
  if (!navigator.clipboard) return;

  document.addEventListener('click', async (event) => {
    const link = event.target.closest?.('.heading-link');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      return;
    }
    const words = document.documentElement.dataset.copied ?? 'Link copied';
    link.dataset.copied = words;
    link.classList.add('is-copied');
    announce(words);
    setTimeout(() => link.classList.remove('is-copied'), shownFor);
  });
}
