import { rememberChecklists } from './checklists.js';
import { followContents } from './contents.js';
import { focusErrors } from './errors.js';
import { filterGlossary } from './glossary.js';
import { copyHeadingLinks } from './heading-links.js';
import { replaceResults } from './results.js';
import { offerPrinting } from './printing.js';
import { leaveQuickly } from './quick-exit.js';
import { focusSearch } from './search-key.js';
import { suggestWhileTyping } from './suggestions.js';

for (const start of [
  leaveQuickly,
  focusSearch,
  suggestWhileTyping,
  copyHeadingLinks,
  followContents,
  rememberChecklists,
  offerPrinting,
  filterGlossary,
  replaceResults,
  focusErrors,
]) {
  try {
    start();
  } catch (error) {
    // The page works without any of them, so one that fails must not stop the others.
    console.error(error);
  }
}
