-- Designs that kiosks keep by themselves, perhaps from a catalog that was never published here.
-- docs/specs/formula-cards.md, CRD-6

ALTER TABLE saved_designs ALTER COLUMN catalog_version DROP NOT NULL;
