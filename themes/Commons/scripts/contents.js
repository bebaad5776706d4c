/** Opens the folds that stand beside the text, and marks in the contents the section being read. */
export function followContents() {
  openFolds();
  closeAfterChoice();

  const links = new Map();
  for (const link of document.querySelectorAll('.contents__sections a[href^="#"]')) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  if (links.size === 0) return;

  const headings = [...links.keys()];
  const mark = () => {
    const line = innerHeight * 0.3;
    const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const passed = headings.filter((heading) => atEnd || heading.getBoundingClientRect().top <= line);
    const current = passed.at(-1);
    for (const [heading, link] of links) {
      if (heading === current) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  };

  // Fires only when a heading crosses the line, not on every scrolled pixel.
  const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -70% 0px', threshold: [0, 1] });
  headings.forEach((heading) => observer.observe(heading));
  addEventListener('scrollend', mark, { passive: true });
  mark();
}

// The style sheet shows them beside the text as it is, where it can; so does a screen reader only when they are open.
function openFolds() {
  const wide = matchMedia('(min-width: 58rem)');
  const set = () => {
    for (const fold of document.querySelectorAll('.fold')) fold.open = wide.matches;
  };
  wide.addEventListener('change', set);
  set();
}

function closeAfterChoice() {
  document.querySelector('.contents')?.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) link.closest('details')?.removeAttribute('open');
  });
}
