import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import type { Central } from '#central/central.ts';
import { issueEnrolCode } from '#central/core/enrolment/enrol.ts';
import { fileSecretBox } from '#main/hosts/file-secret-box.ts';
import { systemClock, systemIds } from '#main/hosts/system.ts';
import { type KioskStore, openKioskStore } from '#main/storage/kiosk-store.ts';
import { createCentralLine, type RunningLine } from '#main/sync/central-line.ts';
import type { SyncPart } from '#main/sync/sync-part.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { pushedEvent } from './pushed-events.ts';
import { recordingLogger } from './recording-logger.ts';
import { tempFolder } from './temp-folder.ts';

/** A kiosk's store and its line to head office, without a kiosk around them. */
export interface KioskWithLine {
  readonly file: string;
  readonly opened: KioskStore;
  line(parts?: readonly SyncPart[], now?: () => number): RunningLine;
  enrol(url?: string): Promise<RunningLine>;
  /** Puts an event into the outbox, as a sale does. */
  tell(payload: object, type?: string): string;
}

/** Opens a new store; it is closed and gone when the test is. */
export function kioskWithLine(
  central: Pick<Central, 'db' | 'now'> & { readonly url: string },
  store: string,
): KioskWithLine {
  const file = join(tempFolder(), 'kiosk.db');
  const opened = openKioskStore({
    file,
    clock: systemClock,
    ids: systemIds,
    logger: recordingLogger(),
  });
  if (!opened.ok) throw new Error(opened.error.message);
  onTestFinished(() => opened.value.close());
  const kiosk: KioskWithLine = {
    file,
    opened: opened.value,
    line: (parts = [], now = Date.now) =>
      createCentralLine({
        links: opened.value.centralLinks,
        outbox: opened.value.outbox,
        secretBox: fileSecretBox(`${file}.key`),
        now,
        random: () => 0.1,
        logger: recordingLogger(),
        deviceCode: () => opened.value.sales.device().code,
        appVersion: '0.1.0',
        catalogVersion: () => 0,
        parts,
      }),
    async enrol(url = central.url) {
      const { code } = await issueEnrolCode(central, { store, name: 'K', actor: 'test' });
      const enrolled = await kiosk.line().enrol(url, code);
      if (!enrolled.ok) throw new Error(enrolled.error.message);
      return kiosk.line();
    },
    tell(payload, type) {
      const db = new Database(file);
      const seq = Number(db.prepare('SELECT device_seq + 1 FROM device').pluck().get());
      const event = pushedEvent(seq, payload, undefined, type);
      db.prepare(
        `INSERT INTO outbox_events (device_seq, id, type, schema_version, payload, hash)
         VALUES (?, ?, ?, 1, ?, ?)`,
      ).run(seq, event.id, event.type, canonicalJson(payload), event.hash);
      db.prepare('UPDATE device SET device_seq = ?').run(seq);
      db.close();
      return event.id;
    },
  };
  return kiosk;
}
