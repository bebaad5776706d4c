-- What stands in a file, by the hash of its bytes. Derived: it can be read again.
create table media_text (
  hash text primary key not null,
  sections text not null,    -- JSON
  problem text               -- a sentence, when the file could not be read
) strict, without rowid;

-- The files that published items refer to, and the hash of what search holds of each; null while that is nothing.
create table content_attachment (
  item_id text not null,
  path text not null,
  indexed_hash text,
  primary key (item_id, path)
) strict, without rowid;
create index content_attachment_path on content_attachment (path);
