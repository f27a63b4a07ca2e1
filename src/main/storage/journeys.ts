import type { JourneyStore } from '#main/core/ports/journeys.ts';
import { Happening, type Journey, type JourneyEvent } from '#shared/domain/journey/event.ts';
import type { JourneyPeriod } from '#shared/domain/journey/report.ts';
import type { ReadableDb, WritableDb } from './sqlite.ts';
import { tryWrite } from './sqlite-errors.ts';
import { storedJson } from './stored-json.ts';

interface EventRow {
  readonly seq: number;
  readonly at_ms: number;
  readonly what: string;
}

const parseHappening = storedJson(Happening);

/** What another release wrote must not keep the rest from being read. JRN-24 */
function readable({ seq, at_ms: atMs, what }: EventRow): JourneyEvent | null {
  try {
    return { seq, atMs, what: parseHappening(what, `journey event ${seq}`) };
  } catch {
    return null;
  }
}

function append(
  db: WritableDb,
  journeyId: string,
  day: string,
  events: readonly JourneyEvent[],
): void {
  const dayBefore = db.value<string>(
    'SELECT day FROM journey_events WHERE journey_id = ? LIMIT 1',
    journeyId,
  );
  for (const { seq, atMs, what } of events) {
    db.run(
      `INSERT INTO journey_events (journey_id, seq, day, at_ms, what) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (journey_id, seq) DO NOTHING`,
      journeyId,
      seq,
      dayBefore ?? day,
      atMs,
      JSON.stringify(what),
    );
  }
}

function* journeys(db: ReadableDb, { from, to }: JourneyPeriod): Iterable<Journey> {
  const found = db.tuples<[day: string, journeyId: string]>(
    `SELECT day, journey_id FROM journey_events WHERE day BETWEEN ? AND ?
     GROUP BY day, journey_id`,
    from,
    to,
  );
  for (const [day, journeyId] of found) {
    const rows = db.all<EventRow>(
      'SELECT seq, at_ms, what FROM journey_events WHERE journey_id = ? ORDER BY seq',
      journeyId,
    );
    const events = rows.map(readable).filter((event) => event !== null);
    yield { day, events, unread: rows.length - events.length };
  }
}

function prune(db: WritableDb, { from, to }: JourneyPeriod, limit: number): number {
  const outside = 'SELECT journey_id, seq FROM journey_events WHERE day < ? OR day > ? LIMIT ?';
  // A look costs no transaction, and mostly there is nothing.
  if (db.get(outside, from, to, 1) === undefined) return 0;
  return db.immediate(
    () =>
      db.run(`DELETE FROM journey_events WHERE (journey_id, seq) IN (${outside})`, from, to, limit)
        .changes,
  );
}

export function createJourneyStore(db: WritableDb): JourneyStore {
  return {
    append: (journeyId, day, events) =>
      tryWrite(db.file, () => {
        db.immediate(() => append(db, journeyId, day, events));
        return null;
      }),
    journeys: (period) => journeys(db, period),
    prune: (kept, limit) => tryWrite(db.file, () => prune(db, kept, limit)),
  };
}
