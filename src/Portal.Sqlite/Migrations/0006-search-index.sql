-- The search index becomes our own (src/Portal.Kernel/Search): posting lists in ordinary tables, the same on every database. It is derived, so it is made
-- anew from the items at the next start: 'stale' says that it has to be.
drop table search_text;
drop table search_name;
drop table search_word;
drop table search_section;
drop table search_item;

-- One row. Whoever changes the index changes it first, so that writers wait for one another; its version names the state that a snapshot sees.
create table search_state (
  id integer primary key check (id = 1),
  version integer not null,
  next_item integer not null,     -- ids are given out from here and never twice
  next_segment integer not null,
  stale integer not null
) strict;
insert into search_state (id, version, next_item, next_segment, stale)
    values (1, 1, 1, 1, (select exists (select 1 from content_item where published = 1)));

-- An item that is indexed again gets a new id, so what is known of an id is true for ever.
create table search_item (
  id integer primary key,
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

-- A section's id is its item's id * 4096 + its place.
create table search_section (
  id integer primary key,
  anchor text,
  heading text,
  text text not null
) strict;

-- Segments never change; their items' ids ascend and no two segments' ranges meet.
create table search_segment (
  id integer primary key,
  first_item integer not null,
  last_item integer not null,
  items integer not null,
  sections integer not null,
  data blob not null      -- items, lengths and the dictionaries of terms
) strict;

-- Posting lists, many short ones or a long one to a block: kind 0 sections and frequencies, kind 1 positions.
create table search_block (
  segment integer not null,
  kind integer not null,
  number integer not null,
  data blob not null,
  primary key (segment, kind, number)
) strict;

-- Items that have gone and whose segment has not been merged since.
create table search_dead (
  item integer primary key,
  version integer not null
) strict;
create index search_dead_version on search_dead (version);
