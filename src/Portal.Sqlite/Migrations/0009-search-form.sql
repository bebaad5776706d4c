-- Which form the index's content has: how texts are taken from items and words from texts. When the program's is another, the index is made anew at the start.
alter table search_state add column form integer not null default 0;

-- Texts of files are cut and cleaned otherwise than before: they are read again.
delete from media_text;
