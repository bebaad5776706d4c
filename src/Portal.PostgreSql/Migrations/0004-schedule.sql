-- Index tables of further parts. Rows of versions that are the latest or the published one; written with the item.
create table content_schedule (
    version_id text collate "C" not null references content_item (version_id),
    item_id text collate "C" not null,
    action text collate "C" not null,  -- publish, archive
    due_utc text collate "C" not null,
    primary key (version_id, action)
);
create index content_schedule_due on content_schedule (due_utc);

create table content_alias (
    version_id text collate "C" not null primary key references content_item (version_id),
    item_id text collate "C" not null,
    alias text collate "C" not null
);
create index content_alias_alias on content_alias (alias);

create table content_localization (
    version_id text collate "C" not null primary key references content_item (version_id),
    item_id text collate "C" not null,
    localization_set text collate "C" not null,
    culture text collate "C" not null
);
create index content_localization_set on content_localization (localization_set);

create table content_sitemap (
    version_id text collate "C" not null primary key references content_item (version_id),
    item_id text collate "C" not null,
    excluded bigint not null,
    priority text collate "C",
    change_frequency text collate "C"
);
