import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { benchHandlers } from '#main/core/bench/bench-handlers.ts';
import { watchCatalog } from '#main/core/catalog/publish-watch.ts';
import { createEventBus } from '#main/core/event-bus.ts';
import type { CatalogReader } from '#main/core/ports/catalog-reader.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
});

/** A reader of which only the version is asked. */
function readerOf(version: () => number): CatalogReader {
  return { currentVersion: version } as CatalogReader;
}

test('HST-7 a version that anyone published is told once', () => {
  let version = 3;
  const bus = createEventBus(recordingLogger());
  const heard: number[] = [];
  bus.subscribe('catalog.published', (event) => heard.push(event.version));
  const stop = watchCatalog(
    readerOf(() => version),
    bus,
    recordingLogger(),
    2000,
  );
  vi.advanceTimersByTime(10_000);
  expect(heard).toEqual([]);
  version = 4;
  vi.advanceTimersByTime(2000);
  expect(heard).toEqual([4]);
  vi.advanceTimersByTime(10_000);
  stop();
  version = 5;
  vi.advanceTimersByTime(10_000);
  expect(heard).toEqual([4]);
});

test('HST-7 a version that cannot be read now is logged, and told when it can', () => {
  const logger = recordingLogger();
  const bus = createEventBus(logger);
  const heard: number[] = [];
  bus.subscribe('catalog.published', (event) => heard.push(event.version));
  let read = () => 3;
  const stop = watchCatalog(
    readerOf(() => read()),
    bus,
    logger,
    2000,
  );
  read = () => {
    throw new Error('disk I/O error');
  };
  vi.advanceTimersByTime(2000);
  expect(logger.entries).toMatchObject([
    { level: 'error', fields: { error: 'Error: disk I/O error' } },
  ]);
  read = () => 4;
  vi.advanceTimersByTime(2000);
  expect(heard).toEqual([4]);
  stop();
});

test('without virtual devices every bench request says so', async () => {
  const handlers = benchHandlers({ bench: null });
  const commandId = '01890000-0000-7000-8000-000000000001';
  const disabled = { ok: false, error: { code: 'bench.disabled' } };
  expect(handlers['bench.state']({})).toMatchObject(disabled);
  expect(handlers['bench.answerCard']({ commandId, answer: 'approve' })).toMatchObject(disabled);
  expect(handlers['bench.setTerminalAuto']({ commandId, auto: null })).toMatchObject(disabled);
  expect(handlers['bench.scan']({ commandId, code: '1' })).toMatchObject(disabled);
  expect(handlers['bench.tearPaper']({ commandId })).toMatchObject(disabled);
});
