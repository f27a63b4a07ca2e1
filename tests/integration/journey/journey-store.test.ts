import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Happening, Journey } from '#shared/domain/journey/event.ts';
import { eventsOf, happenings, newJourneyId } from '../../helpers/journeys.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { numberedSale } from '../storage/sale-fixture.ts';
import {
  openStore,
  price,
  product,
  publishFull,
  rawDb,
  testShop,
  testTime,
} from '../storage/store-fixture.ts';

const day = '2026-11-21';
const allDays = { from: '0000-01-01', to: '9999-12-31' };

function openJourneys() {
  const file = join(tempFolder(), 'kiosk.db');
  const store = openStore(file);
  const { journeys } = store;
  return {
    store,
    db: rawDb(file),
    append: (journeyId: string, on: string, whats: readonly Happening[], from = 1) =>
      journeys.append(
        journeyId,
        on,
        eventsOf(whats).map((event) => ({ ...event, seq: event.seq + from - 1 })),
      ),
    all: (): readonly Journey[] => [...journeys.journeys(allDays)],
    prune: (from: string, to: string, limit = 1_000) => journeys.prune({ from, to }, limit),
  };
}

const [began, home, , customize] = happenings as [Happening, Happening, Happening, Happening];

describe('journeys on disk', () => {
  test('JRN-20 what was told is read back, and told again it is there once', () => {
    const { append, all, store } = openJourneys();
    const id = newJourneyId();
    expect(append(id, day, happenings)).toEqual({ ok: true, value: null });
    const stored = [{ day, events: eventsOf(happenings), unread: 0 }];
    expect(all()).toEqual(stored);
    // The same numbers again, whatever they say, change nothing.
    append(id, day, happenings);
    append(id, day, [home, began]);
    expect(all()).toEqual(stored);
    append(newJourneyId(), day, [began]);
    expect(all()).toHaveLength(2);
    expect(store.check()).toEqual([]);
  });

  test('JRN-20 all of a batch is stored or none', () => {
    const { append, all, db } = openJourneys();
    db.execute(`CREATE TRIGGER refuse_third BEFORE INSERT ON journey_events WHEN new.seq = 3
      BEGIN SELECT RAISE(ABORT, 'the third'); END`);
    expect(() => append(newJourneyId(), day, happenings)).toThrow('the third');
    expect(all()).toEqual([]);
  });

  test('JRN-21 a journey is of the day of its first events, also past midnight', () => {
    const { append, all } = openJourneys();
    const id = newJourneyId();
    append(id, day, [began]);
    append(id, '2026-11-22', [home, customize], 2);
    expect(all().map((journey) => [journey.day, journey.events.length])).toEqual([[day, 3]]);
  });

  test('JRN-21 nothing tells which journey came before which', () => {
    const { append, db } = openJourneys();
    const ids = Array.from({ length: 40 }, newJourneyId);
    for (const id of ids) append(id, day, [began, home]);
    const columns = db.tuples<[string]>("SELECT name FROM pragma_table_info('journey_events')");
    expect(columns.flat()).toEqual(['journey_id', 'seq', 'day', 'at_ms', 'what']);
    // No row number either: the table is in the order of its random ids.
    expect(() => db.value('SELECT rowid FROM journey_events')).toThrow('rowid');
    const inFile = db.tuples<[string]>('SELECT journey_id FROM journey_events WHERE seq = 1');
    expect(inFile.flat()).toEqual(ids.toSorted());
    expect(JSON.stringify(db.all('SELECT * FROM journey_events'))).not.toContain(
      String(testTime).slice(0, 6),
    );
  });

  test('JRN-24 what this release cannot read is counted, and keeps nothing else from being read', () => {
    const { append, all, db } = openJourneys();
    append(newJourneyId(), day, [began, home, customize]);
    db.run(`UPDATE journey_events SET what = '{"kind":"flew","screen":"moon"}' WHERE seq = 2`);
    const [journey] = all();
    expect(journey?.events.map(({ seq }) => seq)).toEqual([1, 3]);
    expect(journey?.unread).toBe(1);
  });

  test('JRN-45 a report is of the days that it is asked for, both ends included', () => {
    const { append, store } = openJourneys();
    for (const on of ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22']) {
      append(newJourneyId(), on, [began]);
    }
    const found = store.journeys.journeys({ from: '2026-11-20', to: '2026-11-21' });
    expect([...found].map((journey) => journey.day)).toEqual(['2026-11-20', '2026-11-21']);
  });

  test('JRN-31 a journey is in no outbox, no journal and no sale', () => {
    const { append, store, db } = openJourneys();
    publishFull(store.catalogWriter(), [
      testShop,
      product('LIPSTICK', 'Lipstick'),
      price('LIPSTICK', 1),
    ]);
    const id = newJourneyId();
    append(id, day, happenings);
    const sale = numberedSale(1);
    store.sales.commit(sale.ids, sale.finish);
    const tables = db.tuples<[name: string]>("SELECT name FROM sqlite_schema WHERE type = 'table'");
    const holding = tables
      .flat()
      .filter((table) => JSON.stringify(db.all(`SELECT * FROM "${table}"`)).includes(id));
    expect(holding).toEqual(['journey_events']);
  });
});

describe('removing old ones', () => {
  test('JRN-30 what is outside of the days goes, a piece at a time, and nothing else', () => {
    const { append, all, prune } = openJourneys();
    for (const on of ['2026-08-23', '2026-08-24', '2026-11-22', '2026-11-23']) {
      append(newJourneyId(), on, happenings);
    }
    const old = happenings.length * 2;
    const pieces = [8, 8, 8, 8].map((limit) => prune('2026-08-24', '2026-11-22', limit));
    expect(pieces).toEqual([8, 8, old - 16, 0].map((value) => ({ ok: true, value })));
    expect(all().map((journey) => [journey.day, journey.events.length])).toEqual([
      ['2026-08-24', happenings.length],
      ['2026-11-22', happenings.length],
    ]);
  });

  test('JRN-30 when there is nothing to remove, nothing is written', () => {
    const { append, prune, db } = openJourneys();
    append(newJourneyId(), day, happenings);
    const before = db.value<number>('PRAGMA data_version');
    expect(prune(day, day)).toEqual({ ok: true, value: 0 });
    expect(db.value<number>('PRAGMA data_version')).toBe(before);
  });
});
