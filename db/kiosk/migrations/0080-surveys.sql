-- What shoppers are asked, and who was asked: docs/specs/surveys.md. What they answer is in the outbox.

CREATE TABLE surveys (
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  -- Whom it is put to: JSON, an `Asking`.
  asking TEXT NOT NULL CHECK (json_valid(asking)),
  -- SurveyJS JSON; never changed once it was asked.
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  is_live INTEGER NOT NULL CHECK (is_live IN (0, 1)),
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

-- When somebody was asked a survey last, in whichever version.
CREATE TABLE survey_turns (
  survey TEXT NOT NULL PRIMARY KEY,
  asked_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Each visit is asked once. The sale is known here only until the shopper has answered.
CREATE TABLE survey_offers (
  journey_id TEXT NOT NULL PRIMARY KEY,
  survey TEXT NOT NULL,
  version INTEGER NOT NULL,
  order_id TEXT REFERENCES orders (id),
  asked_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'declined')),
  FOREIGN KEY (survey, version) REFERENCES surveys (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX survey_offers_by_time ON survey_offers (asked_at);
CREATE INDEX survey_offers_by_version ON survey_offers (survey, version, state);
CREATE INDEX survey_offers_of_order ON survey_offers (order_id) WHERE order_id IS NOT NULL;
