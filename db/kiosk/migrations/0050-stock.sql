-- Allotments: how many units of a SKU this device may sell by itself, so that many devices that are
-- offline cannot sell more than there is. Quantities are in the item's stock unit. docs/specs/stock.md

CREATE TABLE stock_allotments (
  store TEXT NOT NULL,
  sku TEXT NOT NULL,
  -- Totals that only grow: head office grants, this device sells and gives back.
  granted INTEGER NOT NULL CHECK (granted >= 0),
  sold INTEGER NOT NULL CHECK (sold >= 0),
  returned INTEGER NOT NULL CHECK (returned >= 0),
  -- As head office said last: what this device should hold, and what of the store is not this device's.
  level INTEGER NOT NULL CHECK (level >= 0),
  elsewhere INTEGER NOT NULL CHECK (elsewhere >= 0),
  -- What a shopper asked for in vain since then.
  wanted INTEGER NOT NULL DEFAULT 0 CHECK (wanted >= 0),
  -- When head office is to be asked next, Unix ms; 0 is at once.
  due_at INTEGER NOT NULL,
  PRIMARY KEY (store, sku)
) STRICT, WITHOUT ROWID;

CREATE INDEX stock_allotments_due ON stock_allotments (due_at);

-- Head office has this sale from another device: from what this one was before it was enrolled anew. It is no
-- part of what the device tells as sold.
ALTER TABLE stock_movements ADD COLUMN former INTEGER NOT NULL DEFAULT 0 CHECK (former IN (0, 1));

-- What a card payment under way will take: held from before the terminal is asked until the payment ends,
-- so that a charged sale never lacks its goods.
CREATE TABLE stock_holds (
  payment_id TEXT NOT NULL REFERENCES payment_intents (payment_id),
  sku TEXT NOT NULL,
  store TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (payment_id, sku)
) STRICT, WITHOUT ROWID;

CREATE INDEX stock_holds_by_sku ON stock_holds (store, sku);
