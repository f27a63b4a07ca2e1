import type { SoldHandOffs } from '#main/core/ports/hand-offs.ts';
import type { SigningKeyStore } from '#main/core/ports/signing-key.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { WritableDb } from './sqlite.ts';
import { tryWrite } from './sqlite-errors.ts';

/** Inside a transaction: mostly that of the sale. */
export function markHandOffSold(db: WritableDb, id: string, at: UnixMs): void {
  db.run(
    'INSERT INTO sold_hand_offs (id, sold_at) VALUES (?, ?) ON CONFLICT (id) DO NOTHING',
    id,
    at,
  );
}

export function createSoldHandOffs(db: WritableDb): SoldHandOffs {
  return {
    isSold: (id) => db.value('SELECT 1 FROM sold_hand_offs WHERE id = ?', id) !== undefined,
    markSold: (id, at) =>
      tryWrite(db.file, () => {
        db.immediate(() => markHandOffSold(db, id, at));
        return null;
      }),
  };
}

export function createSigningKeyStore(db: WritableDb): SigningKeyStore {
  return {
    sealedKey() {
      const sealed = db.value<string>('SELECT sealed_key FROM signing_key');
      return sealed === undefined ? null : Buffer.from(sealed, 'base64');
    },
    save(sealedKey) {
      db.immediate(() =>
        db.run(
          `INSERT INTO signing_key (id, sealed_key) VALUES (1, ?)
           ON CONFLICT (id) DO UPDATE SET sealed_key = excluded.sealed_key`,
          Buffer.from(sealedKey).toString('base64'),
        ),
      );
    },
  };
}
