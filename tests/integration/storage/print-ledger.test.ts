import { beforeEach, describe, expect, test } from 'vitest';
import type { PrintLedger } from '#main/core/ports/print-ledger.ts';
import type { KioskStore } from '#main/storage/kiosk-store.ts';
import { openDatabase } from '#main/storage/sqlite.ts';
import type { ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { numberedSale } from './sale-fixture.ts';
import { openStore, testTime, uuid } from './store-fixture.ts';

const page: ReceiptDocument = { title: 'Test', locale: 'en', blocks: [] };

describe('the print ledger', () => {
  let file: string;
  let store: KioskStore;
  let ledger: PrintLedger;

  beforeEach(() => {
    file = `${tempFolder()}/kiosk.db`;
    store = openStore(file);
    ledger = store.printLedger;
    for (const n of [1, 2]) store.sales.commit(numberedSale(n).ids, numberedSale(n).finish);
  });

  const states = () => ledger.jobs({ limit: 100, open: false }).map(({ state }) => state);

  test('DEV-40 STO-67 every sale has its job, and jobs wait in the order of their sales', () => {
    expect(ledger.next()).toMatchObject({
      id: 1,
      kind: 'receipt',
      orderId: uuid(1001),
      document: { title: 'D7K2M-000001' },
    });
    expect(ledger.jobs({ limit: 10, open: true })).toMatchObject([
      { id: 2, orderId: uuid(1002), orderNumber: 'D7K2M-000002', state: 'queued', attempts: 0 },
      { id: 1, orderId: uuid(1001), orderNumber: 'D7K2M-000001', state: 'queued', attempts: 0 },
    ]);
  });

  test('DEV-41 a job goes from queued over sending to its end, with attempts and times', () => {
    ledger.markSending(1, testTime + 10);
    expect(ledger.job(1)).toMatchObject({
      state: 'sending',
      attempts: 1,
      changedAt: testTime + 10,
    });
    expect(ledger.next()?.id).toBe(2);
    ledger.end(1, { state: 'printed', confirmedBy: 'processId' }, testTime + 20);
    expect(ledger.job(1)).toMatchObject({
      state: 'printed',
      confirmedBy: 'processId',
      changedAt: testTime + 20,
    });
    ledger.markSending(2, testTime);
    ledger.end(2, { state: 'unknown', reason: 'the line was lost' }, testTime);
    expect(ledger.job(2)).toMatchObject({ state: 'unknown', reason: 'the line was lost' });
    expect(ledger.jobs({ limit: 10, open: true }).map(({ id }) => id)).toEqual([2]);
  });

  test.each([
    ['sent twice', () => [ledger.markSending(1, 1), ledger.markSending(1, 2)]],
    [
      'printed without being sent',
      () => ledger.end(1, { state: 'printed', confirmedBy: 'status' }, 1),
    ],
    [
      'ended twice',
      () => {
        ledger.markSending(1, 1);
        ledger.end(1, { state: 'printed', confirmedBy: 'status' }, 1);
        ledger.end(1, { state: 'unknown', reason: 'late' }, 2);
      },
    ],
  ])('DEV-41 a job cannot be %s', (_, act) => {
    expect(act).toThrow('Invariant broken');
  });

  test('DEV-42 STO-67 what was being sent when the kiosk died is unknown, once', () => {
    ledger.markSending(1, testTime);
    expect(ledger.markInterrupted(testTime)).toBe(1);
    expect(ledger.markInterrupted(testTime)).toBe(0);
    expect(states()).toEqual(['queued', 'unknown']);
  });

  test('DEV-44 only what waited too long expires', () => {
    ledger.markSending(1, testTime);
    expect(ledger.expire(testTime, testTime + 1)).toEqual([]);
    expect(ledger.expire(testTime + 1, testTime + 1)).toEqual([2]);
    expect(ledger.next()).toBeNull();
    expect(ledger.job(2)).toMatchObject({ state: 'expired', reason: 'waited too long' });
    expect(ledger.job(1)?.state).toBe('sending');
  });

  test('DEV-45 printed anew: a job of its own behind what waits, and the old one needs nobody', () => {
    ledger.markSending(1, testTime);
    ledger.end(1, { state: 'unknown', reason: 'cut' }, testTime);
    const copy = ledger.printAnew(1, 'copy', testTime + 5);
    expect(ledger.job(copy)).toMatchObject({
      kind: 'copy',
      orderId: uuid(1001),
      state: 'queued',
      attempts: 0,
      queuedAt: testTime + 5,
    });
    expect(ledger.jobs({ limit: 10, open: true }).map(({ id }) => id)).toEqual([copy, 2]);
    ledger.expire(testTime + 1, testTime + 2);
    const again = ledger.printAnew(2, 'same', testTime + 6);
    expect(ledger.job(again)).toMatchObject({ kind: 'receipt', orderId: uuid(1002) });
    expect(ledger.next()?.id).toBe(copy);
    expect(ledger.jobsOfOrder(uuid(1001)).map(({ id }) => id)).toEqual([1, copy]);
  });

  test('DEV-45 acknowledged: still unknown, and nobody has to see to it any more', () => {
    ledger.markSending(1, testTime);
    ledger.end(1, { state: 'unknown', reason: 'cut' }, testTime);
    ledger.acknowledge(1);
    expect(ledger.job(1)?.state).toBe('unknown');
    expect(ledger.jobs({ limit: 10, open: true }).map(({ id }) => id)).toEqual([2]);
  });

  test('DEV-47 a test page belongs to no order', () => {
    const id = ledger.addPaper('test', page, testTime);
    expect(ledger.job(id)).toEqual({
      id,
      kind: 'test',
      state: 'queued',
      attempts: 0,
      queuedAt: testTime,
      changedAt: testTime,
    });
  });

  test('DEV-43 a document that cannot be read does not hide what waits behind it', () => {
    const db = openDatabase(file, { logger: recordingLogger() });
    db.run(`UPDATE print_jobs SET document = '{"no":"receipt"}' WHERE id = 1`);
    db.close();
    expect(ledger.next()).toMatchObject({ id: 1, document: null });
    ledger.end(1, { state: 'failed', reason: 'the stored document cannot be read' }, testTime);
    expect(ledger.next()?.id).toBe(2);
  });

  test('DEV-58 the settings of devices are kept', () => {
    expect(store.deviceSettings.printer()).toBeNull();
    expect(store.deviceSettings.scanner()).toBeNull();
    const connection = { kind: 'tcp', host: '192.0.2.7', port: 9100 } as const;
    store.deviceSettings.keepPrinter({ connection, profile: 'star-esc-pos' }, testTime);
    store.deviceSettings.keepPrinter({ connection, profile: 'epson-tm-t20' }, testTime);
    store.deviceSettings.keepScanner({ connection: { kind: 'virtual' } }, testTime);
    store.close();
    store = openStore(file);
    expect(store.deviceSettings.printer()).toEqual({ connection, profile: 'epson-tm-t20' });
    expect(store.deviceSettings.scanner()).toEqual({ connection: { kind: 'virtual' } });
  });
});
