/** After a form was refused, reading starts at the summary of what is wrong. */
export function focusErrors() {
  const summary = document.querySelector('[data-error-summary]');
  if (!summary) return;
  summary.tabIndex = -1;
  summary.focus();
}
