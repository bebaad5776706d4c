-- The search index (src/Portal.Kernel/Search): posting lists in ordinary tables, the same on every database. It is derived from the items; 'stale' says that it has to
-- be made anew at the next start.

-- One row. Whoever changes the index changes it first, so that writers wait for one another; its version names the state that a snapshot sees.
create table search_state (
  id bigint primary key check (id = 1),
  version bigint not null,
  next_item bigint not null,     -- ids are given out from here and never twice
  next_segment bigint not null,
  stale bigint not null
);
insert into search_state (id, version, next_item, next_segment, stale)
    values (1, 1, 1, 1, (select case when exists (select 1 from content_item where published = 1) then 1 else 0 end));

-- An item that is indexed again gets a new id, so what is known of an id is true for ever.
create table search_item (
  id bigint primary key,
  item_id text collate "C" not null unique,
  type text collate "C" not null,
  title text collate "C" not null,
  path text collate "C" not null,
  language text collate "C" not null,
  date text collate "C" not null,
  context text collate "C" not null,  -- JSON, like the two after it
  names text collate "C" not null,
  facets text collate "C" not null
);

-- A section's id is its item's id * 4096 + its place.
create table search_section (
  id bigint primary key,
  anchor text collate "C",
  heading text collate "C",
  text text collate "C" not null
);

-- Segments never change; their items' ids ascend and no two segments' ranges meet.
create table search_segment (
  id bigint primary key,
  first_item bigint not null,
  last_item bigint not null,
  items bigint not null,
  sections bigint not null,
  data bytea not null      -- items, lengths and the dictionaries of terms
);

-- Posting lists, many short ones or a long one to a block: kind 0 sections and frequencies, kind 1 positions.
create table search_block (
  segment bigint not null,
  kind bigint not null,
  number bigint not null,
  data bytea not null,
  primary key (segment, kind, number)
);

-- The bytes are packed already: to try it again would cost time and gain nothing.
alter table search_segment alter column data set storage external;
alter table search_block alter column data set storage external;

-- Items that have gone and whose segment has not been merged since.
create table search_dead (
  item bigint primary key,
  version bigint not null
);
create index search_dead_version on search_dead (version);
