import { Type } from 'typebox';
import type { DomainEvent } from '#main/core/ports/sale-store.ts';
import type {
  LiveSurvey,
  SurveyCount,
  SurveyOffer,
  SurveyStore,
  SurveyVersion,
} from '#main/core/ports/surveys.ts';
import { Asking } from '#shared/domain/survey/asking.ts';
import { canonicalJson, type Json } from '#shared/lib/canonical-json.ts';
import { fault } from '#shared/lib/errors.ts';
import { err } from '#shared/lib/result.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import { addOutboxEvent } from './outbox.ts';
import type { ReadableDb, WritableDb } from './sqlite.ts';
import { tryWrite } from './sqlite-errors.ts';
import { storedJson } from './stored-json.ts';

const parseAsking = storedJson(Asking);
const parseDefinition = storedJson(Type.Record(Type.String(), Type.Unknown()));

/** A version that was asked came with another content. */
class VersionChanged extends Error {}

function live(db: ReadableDb): readonly LiveSurvey[] {
  const rows = db.tuples<[id: string, version: number, asking: string, askedAt: number | null]>(
    `SELECT s.id, s.version, s.asking, t.asked_at FROM surveys s
     LEFT JOIN survey_turns t ON t.survey = s.id WHERE s.is_live = 1 ORDER BY s.id`,
  );
  return rows.map(([id, version, asking, lastAskedAt]) => ({
    id,
    version,
    asking: parseAsking(asking, `asking of survey ${id}`),
    lastAskedAt,
  }));
}

function findVersion(db: ReadableDb, id: string, version: number): SurveyVersion | null {
  const row = db.get<{ readonly asking: string; readonly definition: string }>(
    'SELECT asking, definition FROM surveys WHERE id = ? AND version = ?',
    id,
    version,
  );
  if (row === undefined) return null;
  return {
    id,
    version,
    asking: parseAsking(row.asking, `asking of survey ${id}`),
    definition: parseDefinition(row.definition, `survey ${id}`),
  };
}

function replaceLive(db: WritableDb, surveys: readonly SurveyVersion[]): void {
  db.run('UPDATE surveys SET is_live = 0 WHERE is_live = 1');
  for (const { id, version, asking, definition } of surveys) {
    // It is an object of JSON: it came as a text.
    const json = canonicalJson(definition as Json);
    const place = [id, version] as const;
    const whom = canonicalJson(asking);
    const isOther =
      'SELECT 1 FROM surveys WHERE id = ? AND version = ? AND (definition <> ? OR asking <> ?)';
    const wasAsked = 'SELECT 1 FROM survey_offers WHERE survey = ? AND version = ? LIMIT 1';
    if (db.get(isOther, ...place, json, whom) !== undefined && db.get(wasAsked, ...place)) {
      throw new VersionChanged(
        `Version ${version} of survey ${id}, which was asked, asks otherwise now`,
      );
    }
    db.run(
      `INSERT INTO surveys (id, version, asking, definition, is_live) VALUES (?, ?, ?, ?, 1)
       ON CONFLICT (id, version) DO UPDATE
         SET asking = excluded.asking, definition = excluded.definition, is_live = 1`,
      ...place,
      whom,
      json,
    );
  }
}

interface OfferRow {
  readonly survey: string;
  readonly version: number;
  readonly order_id: string | null;
  readonly state: SurveyOffer['state'];
}

function findOffer(db: ReadableDb, journeyId: string): SurveyOffer | null {
  const row = db.get<OfferRow>(
    'SELECT survey, version, order_id, state FROM survey_offers WHERE journey_id = ?',
    journeyId,
  );
  if (row === undefined) return null;
  const { survey, version, order_id: orderId, state } = row;
  return { journeyId, survey, version, orderId, state };
}

function ask(
  db: WritableDb,
  { journeyId, survey, version, orderId }: Omit<SurveyOffer, 'state'>,
  at: UnixMs,
): void {
  const { changes } = db.run(
    `INSERT INTO survey_offers (journey_id, survey, version, order_id, asked_at, state)
     VALUES (?, ?, ?,
       (SELECT id FROM orders o WHERE id = ? AND NOT EXISTS (SELECT 1 FROM people WHERE order_id = o.id)),
       ?, 'open')
     ON CONFLICT (journey_id) DO NOTHING`,
    journeyId,
    survey,
    version,
    orderId,
    at,
  );
  if (changes === 0) return;
  db.run(
    `INSERT INTO survey_turns (survey, asked_at) VALUES (?, ?)
     ON CONFLICT (survey) DO UPDATE SET asked_at = excluded.asked_at`,
    survey,
    at,
  );
}

function end(db: WritableDb, journeyId: string, event: DomainEvent | null): boolean {
  const offer = findOffer(db, journeyId);
  if (offer?.state !== 'open') return false;
  db.run(
    'UPDATE survey_offers SET state = ?, order_id = NULL WHERE journey_id = ?',
    event === null ? 'declined' : 'answered',
    journeyId,
  );
  if (event !== null) addOutboxEvent(db, offer.orderId, event);
  return true;
}

function forget(
  db: WritableDb,
  { visitsBefore, salesBefore }: { readonly visitsBefore: UnixMs; readonly salesBefore: UnixMs },
): void {
  const old = 'survey_offers WHERE asked_at < ?';
  const named = 'survey_offers WHERE order_id IS NOT NULL AND asked_at < ?';
  // A look costs no transaction, and mostly there is nothing.
  const isOld = db.get(`SELECT 1 FROM ${old} LIMIT 1`, visitsBefore) !== undefined;
  const isNamed = db.get(`SELECT 1 FROM ${named} LIMIT 1`, salesBefore) !== undefined;
  if (!isOld && !isNamed) return;
  db.immediate(() => {
    db.run(`DELETE FROM ${old}`, visitsBefore);
    db.run(
      'UPDATE survey_offers SET order_id = NULL WHERE order_id IS NOT NULL AND asked_at < ?',
      salesBefore,
    );
  });
}

function counts(db: ReadableDb): readonly SurveyCount[] {
  return db
    .all<Omit<SurveyCount, 'isLive'> & { readonly isLive: 0 | 1 }>(
      `SELECT s.id AS survey, s.version, s.is_live AS isLive, count(o.journey_id) AS asked,
         count(*) FILTER (WHERE o.state = 'answered') AS answered,
         count(*) FILTER (WHERE o.state = 'declined') AS declined
       FROM surveys s LEFT JOIN survey_offers o ON o.survey = s.id AND o.version = s.version
       GROUP BY s.id, s.version HAVING s.is_live = 1 OR asked > 0 ORDER BY s.id, s.version`,
    )
    .map((row) => ({ ...row, isLive: row.isLive === 1 }));
}

export function createSurveyStore(db: WritableDb): SurveyStore {
  return {
    live: () => live(db),
    version: (id, version) => findVersion(db, id, version),
    replaceLive(surveys) {
      try {
        return tryWrite(db.file, () => {
          db.immediate(() => replaceLive(db, surveys));
          return null;
        });
      } catch (error) {
        if (!(error instanceof VersionChanged)) throw error;
        return err(fault('survey.version_changed', error.message));
      }
    },
    offer: (journeyId) => findOffer(db, journeyId),
    ask: (offer, at) =>
      tryWrite(db.file, () => {
        db.immediate(() => ask(db, offer, at));
        return null;
      }),
    forget: (before) =>
      tryWrite(db.file, () => {
        forget(db, before);
        return null;
      }),
    end: (journeyId, event) =>
      tryWrite(db.file, () => db.immediate(() => end(db, journeyId, event))),
    counts: () => counts(db),
  };
}
