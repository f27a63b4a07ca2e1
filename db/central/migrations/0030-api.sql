-- What other channels use: products, saved designs, surveys; and what became of pricing sales again.
-- docs/specs/public-api.md

-- Words as they are compared: without accents, and with blanks for signs. PostgreSQL's own parser would take
-- `-133` for a number, and what it holds for a letter depends on the server's locale. The same is made of
-- what is searched: src/central/core/products/search-words.ts
CREATE FUNCTION plain_words(words text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN regexp_replace(
    regexp_replace(normalize(words, NFKD), U&'[\0300-\036F]', '', 'g'),
    U&'[!-/:-@[-`{-~\0080-\00BF\2000-\206F\3000-\303F]', ' ', 'g'
  );

-- A text in all of its languages.
CREATE FUNCTION text_in_all_languages(localized json) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (SELECT string_agg(value, ' ' ORDER BY key) FROM json_each_text(localized));

-- What a product is found by: SKU, GTINs and names first, then brand and shade, then category and size.
CREATE FUNCTION product_words(doc json) RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN
    setweight(to_tsvector('simple', plain_words(
      (doc ->> 'sku') || ' ' || coalesce(doc ->> 'gtins', '') || ' ' ||
      text_in_all_languages(doc -> 'name'))), 'A') ||
    setweight(to_tsvector('simple', plain_words(
      (doc ->> 'brand') || ' ' || coalesce(doc -> 'shade' ->> 'name', '') || ' ' ||
      coalesce(doc -> 'shade' ->> 'code', ''))), 'B') ||
    setweight(to_tsvector('simple', plain_words(
      (doc ->> 'category') || ' ' || coalesce(doc ->> 'size', ''))), 'C');

ALTER TABLE catalog_records ADD COLUMN words tsvector
  GENERATED ALWAYS AS (CASE kind WHEN 'product' THEN product_words(doc) END) STORED;
CREATE INDEX catalog_products_by_words ON catalog_records USING gin (words)
  WHERE kind = 'product';
CREATE INDEX catalog_products_by_category ON catalog_records ((doc ->> 'category'), key)
  WHERE kind = 'product';
CREATE INDEX catalog_products_by_brand ON catalog_records ((doc ->> 'brand'), key)
  WHERE kind = 'product';

CREATE INDEX catalog_products_by_family ON catalog_records ((doc ->> 'variantOf'))
  WHERE kind = 'product';

CREATE TABLE saved_designs (
  -- Crockford's base 32 with its check symbol; random.
  code text PRIMARY KEY,
  store text NOT NULL,
  sku text NOT NULL,
  -- Without the texts that somebody typed, of which the groups are named.
  design json NOT NULL,
  left_out text[] NOT NULL,
  -- The catalog that the store had then.
  catalog_version integer NOT NULL,
  catalog_hash text NOT NULL,
  saved_at timestamptz(3) NOT NULL,
  -- As in audit_log.
  saved_by text NOT NULL
);

-- What pricing a sale again gave, by the order's id.
CREATE TABLE repricings (
  store text NOT NULL,
  id uuid NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('same', 'diverges', 'unpriceable')),
  -- Ours; null when it cannot be priced.
  total_minor bigint,
  differences json NOT NULL,
  repriced_at timestamptz(3) NOT NULL,
  PRIMARY KEY (store, id)
) PARTITION BY RANGE (id);
CREATE INDEX repricings_not_same ON repricings (outcome, id) WHERE outcome <> 'same';
CREATE TABLE repricings_default PARTITION OF repricings DEFAULT;

CREATE TABLE surveys (
  id text PRIMARY KEY,
  created_at timestamptz(3) NOT NULL
);

CREATE TABLE survey_versions (
  survey text NOT NULL REFERENCES surveys (id),
  version integer NOT NULL CHECK (version >= 1),
  state text NOT NULL CHECK (state IN ('draft', 'live', 'retired')),
  -- SurveyJS; never changed once it was live.
  definition json NOT NULL,
  -- Null: every store.
  stores text[],
  drafted_at timestamptz(3) NOT NULL,
  live_at timestamptz(3),
  retired_at timestamptz(3),
  PRIMARY KEY (survey, version)
);
CREATE UNIQUE INDEX survey_versions_one_live ON survey_versions (survey) WHERE state = 'live';
CREATE UNIQUE INDEX survey_versions_one_draft ON survey_versions (survey) WHERE state = 'draft';

-- Answers by the id of their event, made of the feed by one reader at a time: numbered in the order in which
-- they become visible.
CREATE SEQUENCE survey_answer_seq;
CREATE TABLE survey_answers (
  store text NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL DEFAULT nextval('survey_answer_seq'),
  survey text NOT NULL,
  version integer NOT NULL,
  order_id uuid,
  journey_id uuid NOT NULL,
  answered_at timestamptz(3) NOT NULL,
  received_at timestamptz(3) NOT NULL,
  -- What fits the questions of that version.
  answers json NOT NULL,
  -- Questions whose answers do not, and are not shown.
  unfit text[] NOT NULL,
  PRIMARY KEY (store, id)
) PARTITION BY RANGE (id);
CREATE INDEX survey_answers_by_survey ON survey_answers (survey, seq);
CREATE TABLE survey_answers_default PARTITION OF survey_answers DEFAULT;
