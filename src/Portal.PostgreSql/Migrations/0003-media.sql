-- What stands below /media. The bytes are files of the data folder, named by their SHA-256, and are there before a row names them.
create table media_file (
    path text collate "C" not null primary key,
    hash text collate "C" not null,
    bytes bigint not null,
    modified_utc text collate "C" not null
);
create index media_file_hash on media_file (hash);
