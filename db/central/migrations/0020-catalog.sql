-- The catalog, as on the kiosk: every record of every kind with the versions in which it lives. Versions
-- are one line, each is made on top of the one before; what a store gets of them is decided by
-- publications. docs/decisions/0003-versioned-catalog-records.md, 0013-catalog-releases.md

CREATE TABLE catalog_versions (
  version integer PRIMARY KEY,
  -- Over every record, of every store.
  content_hash text NOT NULL,
  source text NOT NULL,
  imported_at timestamptz(3) NOT NULL,
  -- As in audit_log.
  imported_by text NOT NULL,
  added integer NOT NULL,
  changed integer NOT NULL,
  removed integer NOT NULL,
  unchanged integer NOT NULL,
  -- Records of the feed that were left out.
  rejected integer NOT NULL,
  -- Thrown away before anybody got it: its records are gone, its number is never used again.
  discarded_at timestamptz(3)
);

-- Lives at version v when from_version <= v and (to_version is null or to_version > v). Records of a
-- version without a row in catalog_versions belong to an import that is under way, or that broke off.
-- Compared byte by byte ("C"), as content hashes want it.
CREATE TABLE catalog_records (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  from_version integer NOT NULL,
  to_version integer CHECK (to_version > from_version),
  -- Set when the record concerns one store only; the releases of others do not have it.
  store text,
  -- SHA-256 of the document, which is kept as text for that.
  hash text NOT NULL,
  doc json NOT NULL
);
-- Content hashes are counted from the index alone.
CREATE UNIQUE INDEX catalog_records_by_key ON catalog_records (kind, key, from_version)
  INCLUDE (to_version, store, hash);
CREATE INDEX catalog_records_by_start ON catalog_records (from_version);
CREATE INDEX catalog_records_by_end ON catalog_records (to_version) WHERE to_version IS NOT NULL;

-- What each store gets: the newest row that is for it, or for all stores, counts.
CREATE TABLE catalog_publications (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Null: for every store, also for those that come later.
  store text,
  version integer NOT NULL REFERENCES catalog_versions (version),
  published_at timestamptz(3) NOT NULL,
  published_by text NOT NULL
);
CREATE INDEX catalog_publications_by_store ON catalog_publications (store, id DESC);
CREATE INDEX catalog_publications_by_version ON catalog_publications (version);

-- The content of a version as a store gets it, counted when it was first asked for.
CREATE TABLE catalog_releases (
  store text NOT NULL,
  version integer NOT NULL REFERENCES catalog_versions (version),
  content_hash text NOT NULL,
  records integer NOT NULL,
  PRIMARY KEY (store, version)
);
CREATE INDEX catalog_releases_by_hash ON catalog_releases (store, content_hash);

-- Stores that are published to together.
CREATE TABLE store_groups (
  id text PRIMARY KEY,
  name text NOT NULL
);
CREATE TABLE store_group_members (
  group_id text NOT NULL REFERENCES store_groups (id) ON DELETE CASCADE,
  store text NOT NULL,
  PRIMARY KEY (group_id, store)
);
