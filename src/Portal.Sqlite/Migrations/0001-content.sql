-- One row is one version of an item; what does not change from version to version is repeated.
create table content_item (
    version_id text not null primary key,
    item_id text not null,
    type text not null,
    display_text text,
    latest integer not null,
    published integer not null,
    culture text not null,
    created_utc text,
    modified_utc text,
    published_utc text,
    owner text,
    author text,
    -- Grows when an import writes the version over.
    revision integer not null default 0,
    content text not null
);
create index content_item_item on content_item (item_id);
create unique index content_item_latest on content_item (item_id) where latest = 1;
create unique index content_item_published on content_item (item_id) where published = 1;
create index content_item_type on content_item (type, published, display_text);

-- Index tables: rows of versions that are the latest or the published one; written with the item.
create table content_path (
    version_id text not null primary key references content_item (version_id),
    item_id text not null,
    path text not null,
    published integer not null
);
create index content_path_path on content_path (path);
create unique index content_path_public on content_path (path) where published = 1;

-- Paths that an item was published under before.
create table former_path (
    path text not null primary key,
    item_id text not null
);

create table content_container (
    version_id text not null primary key references content_item (version_id),
    item_id text not null,
    container_id text not null,
    position integer not null
);
create index content_container_container on content_container (container_id, position);

create table content_term (
    version_id text not null references content_item (version_id),
    item_id text not null,
    taxonomy text not null,
    term text not null,
    primary key (version_id, taxonomy, term)
);
create index content_term_term on content_term (taxonomy, term);

create table content_reference (
    version_id text not null references content_item (version_id),
    item_id text not null,
    target_id text not null,
    field text not null,
    primary key (version_id, target_id, field)
);
create index content_reference_target on content_reference (target_id);

create table content_review (
    version_id text not null primary key references content_item (version_id),
    item_id text not null,
    review_by text not null
);

create table document (
    kind text not null,
    name text not null,
    json text not null,
    primary key (kind, name)
);

create table change_feed (
    id integer primary key autoincrement,
    tag text not null
);

create table audit_event (
    id integer primary key autoincrement,
    happened_utc text not null,
    name text not null,
    actor_id text not null,
    actor_name text not null,
    item_id text,
    version_id text,
    comment text
);
create index audit_event_item on audit_event (item_id, id);
