-- Index tables of further parts. Rows of versions that are the latest or the published one; written with the item.
create table content_schedule (
    version_id text not null references content_item (version_id),
    item_id text not null,
    action text not null,  -- publish, archive
    due_utc text not null,
    primary key (version_id, action)
);
create index content_schedule_due on content_schedule (due_utc);

create table content_alias (
    version_id text not null primary key references content_item (version_id),
    item_id text not null,
    alias text not null
);
create index content_alias_alias on content_alias (alias);

create table content_localization (
    version_id text not null primary key references content_item (version_id),
    item_id text not null,
    localization_set text not null,
    culture text not null
);
create index content_localization_set on content_localization (localization_set);

create table content_sitemap (
    version_id text not null primary key references content_item (version_id),
    item_id text not null,
    excluded integer not null,
    priority text,
    change_frequency text
);

-- What the site holds already.
insert into content_alias (version_id, item_id, alias)
    select version_id, item_id, lower(trim(json_extract(content, '$.AliasPart.Alias'))) from content_item
    where (latest = 1 or published = 1) and json_type(content, '$.AliasPart.Alias') = 'text' and trim(json_extract(content, '$.AliasPart.Alias')) <> '';
insert into content_localization (version_id, item_id, localization_set, culture)
    select version_id, item_id, json_extract(content, '$.LocalizationPart.LocalizationSet'), lower(culture) from content_item
    where (latest = 1 or published = 1) and json_type(content, '$.LocalizationPart.LocalizationSet') = 'text';
