-- What FTS5 holds in memory before it writes out: 8 MB in place of 1 MB. Indexing many items is half as long again as fast.
insert into search_text (search_text, rank) values ('hashsize', 8388608);
