-- What was searched, without who: a row for a day, a language and the words, however often they were asked. Kept 90 days.
create table search_log (
  day text collate "C" not null,       -- UTC, yyyy-MM-dd
  language text collate "C" not null,
  words text collate "C" not null,     -- lower case, at most 100 characters
  times bigint not null,
  hits bigint not null,                -- of the last time
  primary key (day, language, words)
);
