import type { CentralLink, CentralLinkStore } from '#main/core/ports/central-link.ts';
import { endAllotments } from './allotments.ts';
import type { ReadableDb, WritableDb } from './sqlite.ts';

interface LinkRow {
  readonly url: string;
  readonly sealed_key: string;
  readonly device_id: string | null;
  readonly name: string | null;
  readonly store: string | null;
  readonly enrolled_at: number | null;
  readonly clock_offset_ms: number;
  readonly last_contact_at: number | null;
}

function findLink(db: ReadableDb): CentralLink | null {
  const row = db.get<LinkRow>('SELECT * FROM central_link');
  if (row === undefined) return null;
  const { device_id: id, name, store, enrolled_at: enrolledAt } = row;
  return {
    url: row.url,
    sealedKey: Buffer.from(row.sealed_key, 'base64'),
    device:
      id === null || name === null || store === null || enrolledAt === null
        ? null
        : { id, name, store, enrolledAt },
    clockOffsetMs: row.clock_offset_ms,
    lastContactAt: row.last_contact_at,
  };
}

function saveLink(db: WritableDb, link: CentralLink): void {
  db.immediate(() => {
    const before = findLink(db)?.device?.id;
    const isAnother = before !== undefined && before !== link.device?.id;
    if (isAnother) endAllotments(db);
    // Who knows this device by another id may be another head office, at the same address.
    const url = db.value<string>('SELECT url FROM central_link');
    if (isAnother || url !== link.url) forgetHeadOffice(db);
    db.run(
      `INSERT OR REPLACE INTO central_link
         (id, url, sealed_key, device_id, name, store, enrolled_at, clock_offset_ms, last_contact_at)
       VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)`,
      link.url,
      Buffer.from(link.sealedKey).toString('base64'),
      link.device?.id ?? null,
      link.device?.name ?? null,
      link.device?.store ?? null,
      link.device?.enrolledAt ?? null,
      link.clockOffsetMs,
      link.lastContactAt,
    );
    if (link.device !== null) db.run('UPDATE device SET store = ?', link.device.store);
  });
}

/** What another head office knew and said of people is not this one's. PPL-15, PPL-19 */
function forgetHeadOffice(db: WritableDb): void {
  db.run('DELETE FROM people_sync');
  db.run('UPDATE people SET key_sent_at = NULL WHERE erased_at IS NULL');
}

export function createCentralLinkStore(db: WritableDb): CentralLinkStore {
  return {
    link: () => findLink(db),
    save: (link) => saveLink(db, link),
    noteContact: (at, clockOffsetMs) => {
      db.immediate(() => {
        db.run(
          'UPDATE central_link SET last_contact_at = ?, clock_offset_ms = ?',
          at,
          clockOffsetMs,
        );
      });
    },
  };
}
