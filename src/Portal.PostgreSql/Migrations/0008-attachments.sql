-- What stands in a file, by the hash of its bytes. Derived: it can be read again.
create table media_text (
  hash text collate "C" primary key not null,
  sections text collate "C" not null,    -- JSON
  problem text collate "C"               -- a sentence, when the file could not be read
);

-- The files that published items refer to, and the hash of what search holds of each; null while that is nothing.
create table content_attachment (
  item_id text collate "C" not null,
  path text collate "C" not null,
  indexed_hash text collate "C",
  primary key (item_id, path)
);
create index content_attachment_path on content_attachment (path);
