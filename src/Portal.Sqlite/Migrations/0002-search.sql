-- The search index. It is derived: 'portal reindex' makes it anew from the items.
-- An item that is indexed again gets a new id (autoincrement: never one used before), so what is known of an id is true for ever.
create table search_item (
  id integer primary key autoincrement,
  item_id text not null unique,
  type text not null,
  title text not null,
  path text not null,
  language text not null,
  date text not null,
  context text not null,  -- JSON, like the two after it
  names text not null,
  facets text not null
) strict;

-- A section's id is its item's id * 4096 + its place, so that the matches of an item stand together.
create table search_section (
  id integer primary key,
  anchor text,
  heading text,
  text text not null
) strict;

-- Of our own tokens, parted by spaces, with the ids of search_section. The ascii tokenizer leaves every letter beyond ASCII alone.
-- The title is repeated in each section: a section is found by its own words together with its item's.
create virtual table search_text using fts5 (title, heading, body, tokenize = 'ascii');

-- Folded, unstemmed titles (with an item's first section) and headings, for suggestions while somebody types.
create virtual table search_name using fts5 (title, heading, tokenize = 'ascii', prefix = '1 2 3');

-- Words that items have or had, folded and unstemmed, for near spellings; what is offered is looked up in search_text first.
create table search_word (
  word text primary key not null
) strict, without rowid;
