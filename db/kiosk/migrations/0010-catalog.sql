-- The catalog: every record of every kind with the versions in which it lives, and what is looked up
-- in other ways than by key. docs/decisions/0003-versioned-catalog-records.md

CREATE TABLE catalog_versions (
  version INTEGER PRIMARY KEY,
  content_hash TEXT NOT NULL,
  source TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  -- Records with a larger id belong to an import that is not published.
  last_record_id INTEGER NOT NULL,
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  unchanged INTEGER NOT NULL
) STRICT;

-- Lives at version v when from_version <= v and (to_version is null or to_version > v).
CREATE TABLE catalog_records (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  from_version INTEGER NOT NULL,
  to_version INTEGER CHECK (to_version > from_version),
  hash TEXT NOT NULL,
  doc TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX catalog_records_by_key ON catalog_records (kind, key, from_version);
CREATE INDEX catalog_records_by_end ON catalog_records (to_version) WHERE to_version IS NOT NULL;

-- The import that is under way; a batch of any other import is refused.
CREATE TABLE catalog_import (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  token TEXT NOT NULL,
  version INTEGER NOT NULL,
  began_at INTEGER NOT NULL
) STRICT;

-- Brands and categories by number, so that counting them is counting integers.
CREATE TABLE catalog_facets (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('brand', 'category')),
  value TEXT NOT NULL,
  UNIQUE (kind, value)
) STRICT;

-- How many products can be found in each brand and category; of the published version and the one
-- before it.
CREATE TABLE catalog_facet_counts (
  version INTEGER NOT NULL,
  brand_id INTEGER NOT NULL,
  category_id INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (version, brand_id, category_id)
) STRICT, WITHOUT ROWID;

-- What product queries filter and sort by; same id and same life as the record.
CREATE TABLE catalog_products (
  id INTEGER PRIMARY KEY,
  from_version INTEGER NOT NULL,
  to_version INTEGER,
  brand_id INTEGER NOT NULL,
  category_id INTEGER NOT NULL,
  popularity INTEGER NOT NULL,
  type TEXT NOT NULL,
  sku TEXT NOT NULL,
  -- The English name without case, accents and punctuation.
  name_folded TEXT NOT NULL,
  variant_of TEXT,
  -- Row in catalog_search; null for components and for what ended long ago.
  search_id INTEGER
) STRICT;

CREATE INDEX catalog_products_by_variant ON catalog_products (variant_of)
  WHERE variant_of IS NOT NULL;
CREATE INDEX catalog_products_custom ON catalog_products (type) WHERE type = 'custom';
CREATE INDEX catalog_products_by_end ON catalog_products (to_version)
  WHERE to_version IS NOT NULL;

-- No foreign key: deleting an abandoned record would need a second index here.
CREATE TABLE catalog_gtins (
  gtin14 TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  PRIMARY KEY (gtin14, record_id)
) STRICT, WITHOUT ROWID;

-- Words are folded before they get here, so the tokenizer only splits them. The row id begins with
-- the popularity (see search-document.ts): rows come out in the order in which a shopper wants them,
-- and a search can stop early.
CREATE VIRTUAL TABLE catalog_search USING fts5 (
  words,
  content = '',
  contentless_delete = 1,
  detail = none,
  prefix = '1 2 3',
  tokenize = 'unicode61 remove_diacritics 0'
);

-- Merging index segments is done in small steps by the importer, never inside a commit.
INSERT INTO catalog_search (catalog_search, rank) VALUES ('automerge', 0);
INSERT INTO catalog_search (catalog_search, rank) VALUES ('crisismerge', 1999);
INSERT INTO catalog_search (catalog_search, rank) VALUES ('usermerge', 16);

-- Every word that was ever indexed, for expanding beginnings and forgiving typing errors.
-- `documents` only ever grows: it orders suggestions and proves nothing.
CREATE TABLE catalog_words (
  word TEXT PRIMARY KEY,
  documents INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
