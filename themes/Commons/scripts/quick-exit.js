const presses = 3;
const within = 3000;

/**
 * Leaves at once, by the link or by Esc pressed three times. The page goes from sight before the other comes, and the other takes its place in the
 * history. Without a script the link is a link.
 */
export function leaveQuickly() {
  const link = document.querySelector('[data-quick-exit]');
  if (!link) return;
  for (const hint of link.querySelectorAll('[data-quick-exit-key]')) hint.hidden = false;

  const leave = () => {
    document.title = ' ';
    document.body.hidden = true;
    location.replace(link.href);
  };

  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });

  let pressed = [];
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') {
      pressed = [];
    } else if (!event.repeat) {
      // A key that is held is one press.
      pressed = [...pressed.filter((time) => event.timeStamp - time < within), event.timeStamp];
      if (pressed.length >= presses) leave();
    }
  });

  // Come back to by the browser's own memory of the page, it is as it was.
  addEventListener('pageshow', () => { document.body.hidden = false; });
}
