let region;

/** Says a short text to a screen reader, politely. */
export function announce(text) {
  if (!region) {
    region = document.createElement('div');
    region.className = 'govuk-visually-hidden';
    region.setAttribute('aria-live', 'polite');
    document.body.append(region);
  }
  // A region that has just been added, or that says the same again, is not read out at once.
  region.textContent = '';
  setTimeout(() => { region.textContent = text; }, 100);
}
