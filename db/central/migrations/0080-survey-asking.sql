-- Whom a version of a survey is put to, and how often: docs/specs/surveys.md, SUR-1.

ALTER TABLE survey_versions
  ADD COLUMN asking json NOT NULL DEFAULT '{"moment":"purchase"}';
