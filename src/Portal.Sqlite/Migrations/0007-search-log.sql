-- What was searched, without who: a row for a day, a language and the words, however often they were asked. Kept 90 days.
create table search_log (
  day text not null,       -- UTC, yyyy-MM-dd
  language text not null,
  words text not null,     -- lower case, at most 100 characters
  times integer not null,
  hits integer not null,   -- of the last time
  primary key (day, language, words)
) strict;
