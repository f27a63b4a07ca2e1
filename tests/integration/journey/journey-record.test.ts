import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { journeyHandlers } from '#main/core/journey/journey-handlers.ts';
import { keepPruned } from '#main/core/journey/keep-pruned.ts';
import type { CatalogReader } from '#main/core/ports/catalog-reader.ts';
import type { JourneyStore } from '#main/core/ports/journeys.ts';
import { openKioskStore } from '#main/storage/kiosk-store.ts';
import type { Happening } from '#shared/domain/journey/event.ts';
import { fault } from '#shared/lib/errors.ts';
import { err } from '#shared/lib/result.ts';
import { newId } from '../../helpers/client-tools.ts';
import { demoDatabase } from '../../helpers/demo-database.ts';
import { eventsOf, happenings, newJourneyId } from '../../helpers/journeys.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { openStore, publishFull, storeOptions, testShop } from '../storage/store-fixture.ts';

const always = { from: '0000-01-01', to: '9999-12-31' };

/** The core's part of it on the demo store, in Berlin. */
async function demoDesk(at = Date.UTC(2026, 10, 21, 12)) {
  const file = await demoDatabase(tempFolder());
  const logger = recordingLogger();
  const opened = openKioskStore({ ...storeOptions(file), logger });
  if (!opened.ok) throw new Error(opened.error.message);
  const { catalog, journeys, close } = opened.value;
  const time = { at };
  const ports = { catalog, journeys, clock: { now: () => time.at }, logger };
  const record = (
    handlers: ReturnType<typeof journeyHandlers>,
    whats: readonly Happening[],
    journeyId = newJourneyId(),
  ) => handlers['journey.record']({ commandId: newId(), journeyId, events: eventsOf(whats) });
  const kept = () => [...journeys.journeys(always)];
  return { ports, time, logger, record, kept, close };
}

type Desk = Awaited<ReturnType<typeof demoDesk>>;
let desk: Desk;
beforeEach(async () => {
  desk = await demoDesk();
  return () => desk.close();
});

describe('journey.record', () => {
  test('JRN-20 keeps what happened, of the day that it is in the store', async () => {
    const { ports, record, kept, time } = desk;
    const handlers = journeyHandlers(ports);
    // In Berlin it is the next day already.
    time.at = Date.UTC(2026, 10, 21, 23, 30);
    expect(await record(handlers, happenings)).toEqual({
      ok: true,
      value: { kept: happenings.length },
    });
    expect(kept()).toEqual([{ day: '2026-11-22', events: eventsOf(happenings), unread: 0 }]);
  });

  const step = { kind: 'step', template: 'nail-polish', group: 'shade' } as const;
  const option = { ...step, kind: 'option', option: 'oxblood' } as const;
  test.each<[why: string, what: Happening]>([
    ['a template that there is not', { ...step, template: 'ada-lovelace' }],
    ['a group that the template has not', { ...step, group: 'ada' }],
    ['an option that the group has not', { ...option, option: 'ada' }],
    ['an option of another group', { ...option, group: 'finish' }],
    ['what was engraved', { ...option, group: 'engraving', option: 'ada' }],
    ['a product that there is not', { kind: 'lineAdded', sku: 'AdaLovelace' }],
    ['the number of a receipt', { kind: 'lineRemoved', sku: 'D7K2M-000001' }],
    ['money of elsewhere', { kind: 'priceShown', amountMinor: 1, currency: 'ADA' }],
  ])('JRN-4 what looks like an id and is none of the catalog is not kept: %s', async (_, what) => {
    const { ports, record, kept } = desk;
    const handlers = journeyHandlers(ports);
    const answer = await record(handlers, [step, what, option]);
    expect(answer).toEqual({ ok: true, value: { kept: 2 } });
    expect(kept()[0]?.events.map(({ seq, what: stored }) => [seq, stored])).toEqual([
      [1, step],
      [3, option],
    ]);
    expect(await record(handlers, [what])).toEqual({ ok: true, value: { kept: 0 } });
    expect(kept()).toHaveLength(1);
  });

  test('JRN-4 an engraving can be opened as a step, and that is all that is told of it', async () => {
    const { ports, record } = desk;
    const engraving = { ...step, group: 'engraving' };
    expect(await record(journeyHandlers(ports), [engraving])).toMatchObject({ value: { kept: 1 } });
  });

  test('JRN-22 what the disk does not take is dropped, with one line for all of it', async () => {
    const { ports, record, kept, logger } = desk;
    let isFull = true;
    const journeys: JourneyStore = {
      ...ports.journeys,
      append: (...batch) =>
        isFull ? err(fault('store.full', 'The disk is full.')) : ports.journeys.append(...batch),
    };
    const handlers = journeyHandlers({ ...ports, journeys });
    for (let batch = 0; batch < 3; batch += 1) {
      expect(await record(handlers, happenings)).toEqual({ ok: true, value: { kept: 0 } });
    }
    isFull = false;
    await record(handlers, happenings);
    await record(handlers, happenings);
    expect(kept()).toHaveLength(2);
    expect(logger.entries.filter(({ message }) => message.startsWith('Journey'))).toEqual([
      { level: 'warn', message: 'Journey events are dropped', fields: { code: 'store.full' } },
      {
        level: 'info',
        message: 'Journey events are stored again',
        fields: { dropped: 3 * happenings.length },
      },
    ]);
  });

  test('JRN-4 without a catalog nothing is kept', async () => {
    const { ports, record } = desk;
    const catalog: CatalogReader = { ...ports.catalog, store: () => null };
    const answer = await record(journeyHandlers({ ...ports, catalog }), happenings);
    expect(answer).toMatchObject({ ok: false, error: { code: 'catalog.unavailable' } });
  });
});

describe('upkeep', () => {
  const dayMs = 86_400_000;

  test('JRN-30 a journey is kept for ninety days, and goes within a minute after', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const file = join(tempFolder(), 'kiosk.db');
    const store = openStore(file);
    publishFull(store.catalogWriter(), [testShop]);
    const { journeys, catalog } = store;
    // The first moment of that day in Berlin.
    const began = Date.parse('2026-08-24T00:00:00+02:00');
    let now = began;
    const logger = recordingLogger();
    const ports = { journeys, catalog, clock: { now: () => now }, logger };
    // More than goes at once.
    for (let n = 0; n < 150; n += 1) {
      journeys.append(newJourneyId(), '2026-08-24', eventsOf(happenings));
    }
    const left = () => [...journeys.journeys(always)].length;
    const end = keepPruned(ports, 60_000);
    // The last moment of the ninetieth day, which has an hour more than others: summer ends meanwhile.
    now = began + 90 * dayMs + 3_600_000 - 1;
    vi.advanceTimersByTime(60_000);
    expect(left()).toBe(150);
    now += 1;
    vi.advanceTimersByTime(60_000);
    expect(left()).toBeLessThan(150);
    vi.advanceTimersByTime(60_000);
    expect(left()).toBe(0);
    end();
    journeys.append(newJourneyId(), '2026-01-01', eventsOf(happenings));
    vi.advanceTimersByTime(600_000);
    expect(left()).toBe(1);
    expect(logger.entries).toEqual([]);
    vi.useRealTimers();
  });

  test('JRN-30 what a clock that was wrong put into the future goes too', () => {
    const { ports, kept } = desk;
    for (const day of ['2026-11-21', '2026-11-22', '2026-11-23', '2099-01-01']) {
      ports.journeys.append(newJourneyId(), day, eventsOf(happenings));
    }
    keepPruned(ports, 60_000)();
    expect(kept().map(({ day }) => day)).toEqual(['2026-11-21', '2026-11-22']);
  });

  test('JRN-22 a disk that fails ends nothing', () => {
    const { ports, logger } = desk;
    const failing = (prune: JourneyStore['prune']) =>
      keepPruned({ ...ports, journeys: { ...ports.journeys, prune } }, 60_000)();
    failing(() => err(fault('store.full', 'The disk is full.')));
    failing(() => {
      throw new Error('the disk is gone');
    });
    expect(logger.entries.map(({ level, fields }) => [level, fields])).toEqual([
      ['warn', { code: 'store.full' }],
      ['error', { error: 'Error: the disk is gone' }],
    ]);
  });
});
