/** Buttons that print are in the page hidden, as they do nothing without a script. */
export function offerPrinting() {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }
}
