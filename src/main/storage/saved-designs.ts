import type { DomainEvent } from '#main/core/ports/sale-store.ts';
import type { SavedDesign, SavedDesigns } from '#main/core/ports/saved-designs.ts';
import { CardContent } from '#shared/domain/card/card-content.ts';
import { addOutboxEvent } from './outbox.ts';
import type { ReadableDb, WritableDb } from './sqlite.ts';
import { tryWrite } from './sqlite-errors.ts';
import { storedJson } from './stored-json.ts';

interface DesignRow {
  readonly store: string;
  readonly content: string;
  readonly catalog_hash: string;
  readonly saved_at: number;
}

const parseContent = storedJson(CardContent);

function keep(db: WritableDb, kept: SavedDesign, event: DomainEvent): boolean {
  const { code, sku, design, leftOut, store, catalogHash, savedAt } = kept;
  return db.immediate(() => {
    const { changes } = db.run(
      `INSERT INTO saved_designs (code, store, content, catalog_hash, saved_at)
       VALUES (?, ?, ?, ?, ?) ON CONFLICT (code) DO NOTHING`,
      code,
      store,
      JSON.stringify({ code, sku, design, leftOut }),
      catalogHash,
      savedAt,
    );
    if (changes === 0) return false;
    addOutboxEvent(db, null, event);
    return true;
  });
}

function find(db: ReadableDb, code: string): SavedDesign | null {
  const row = db.get<DesignRow>(
    'SELECT store, content, catalog_hash, saved_at FROM saved_designs WHERE code = ?',
    code,
  );
  if (row === undefined) return null;
  return {
    ...parseContent(row.content, `design ${code}`),
    store: row.store,
    catalogHash: row.catalog_hash,
    savedAt: row.saved_at,
  };
}

export function createSavedDesigns(db: WritableDb): SavedDesigns {
  return {
    keep: (kept, event) => tryWrite(db.file, () => keep(db, kept, event)),
    find: (code) => find(db, code),
  };
}
