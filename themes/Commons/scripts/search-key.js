const typing = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** `/` moves to the search box, as long as nothing is being typed. */
export function focusSearch() {
  const input = document.querySelector('[data-search-input]');
  if (!input) return;
  for (const key of document.querySelectorAll('[data-search-key]')) key.hidden = false;

  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(typing)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
