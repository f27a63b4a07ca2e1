import { beforeEach, describe, expect, test } from 'vitest';
import type { SetAsideEvent, SyncStatus } from '#shared/contract/ipc/sync.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
import { attachClient } from '../../../src/renderer/stores/client.ts';
import { dismissFault, useNotices } from '../../../src/renderer/stores/notices.ts';
import * as sync from '../../../src/renderer/stores/sync.ts';
import { type FakeKiosk, fakeKiosk, settled } from './fake-kiosk.ts';

let kiosk: FakeKiosk;

beforeEach(() => {
  kiosk = fakeKiosk();
  attachClient(kiosk.client);
  sync.useSync.setState({ status: null, fault: null, refused: null, refusedFault: null });
  dismissFault();
});

function status(state: SyncStatus['state'], waiting = 0): SyncStatus {
  return {
    state,
    central: null,
    keyProtection: 'os',
    lastContactAt: null,
    problem: null,
    waiting,
    setAside: 0,
    clockSkewMs: null,
    catalogVersion: 1,
  };
}

function refusedEvent(deviceSeq: number, retrying = false): SetAsideEvent {
  const names = { id: 'e', type: 'order.completed', orderId: null, orderNumber: null };
  return { deviceSeq, ...names, code: 'event.malformed', message: '', at: 1, retrying };
}

const shown = () => sync.useSync.getState();
const refusedNow = () => shown().refused?.map(({ deviceSeq }) => deviceSeq);

describe('UIX-40 the line to head office', () => {
  test('shows as it changes', async () => {
    const following = sync.followSync();
    kiosk.waiting('sync.status')[0]?.answer(ok(status('connecting')));
    await following;
    expect(shown().status?.state).toBe('connecting');
    kiosk.emit('sync.changed', status('offline', 3));
    expect(shown().status).toMatchObject({ state: 'offline', waiting: 3 });
  });

  test('an answer that an event overtook does not turn the clock back', async () => {
    const following = sync.followSync();
    kiosk.emit('sync.changed', status('online'));
    kiosk.waiting('sync.status')[0]?.answer(ok(status('connecting')));
    await following;
    const syncing = sync.syncNow();
    kiosk.emit('sync.changed', status('offline'));
    kiosk.waiting('sync.now')[0]?.answer(ok(status('online')));
    expect(await syncing).toBe('offline');
    expect(shown().status?.state).toBe('offline');
  });

  test('that could not be read says so, and is read again', async () => {
    const loading = sync.loadSync();
    kiosk.waiting('sync.status')[0]?.answer(err(fault('store.busy', 'busy')));
    await loading;
    expect(shown().fault).toBe('store.busy');
    const again = sync.loadSync();
    kiosk.waiting('sync.status')[0]?.answer(ok(status('online')));
    await again;
    expect(shown()).toMatchObject({ fault: null, status: { state: 'online' } });
  });
});

test('UIX-46 a refused enrolment is told to whoever asked, and changes nothing', async () => {
  sync.useSync.setState({ status: status('notEnrolled') });
  const enrolling = sync.enrol('https://central.example', '7K4QX-2M9TB');
  const [call] = kiosk.waiting('sync.enrol');
  expect(call?.input).toMatchObject({ url: 'https://central.example', code: '7K4QX-2M9TB' });
  call?.answer(err(fault('enrolment.code_invalid', 'used')));
  expect(await enrolling).toBe('enrolment.code_invalid');
  expect(useNotices.getState().fault).toBeNull();
  expect(shown().status?.state).toBe('notEnrolled');

  const again = sync.enrol('https://central.example', '7K4QX-2M9TB');
  kiosk.waiting('sync.enrol')[0]?.answer(ok(status('connecting')));
  expect(await again).toBeNull();
  expect(shown().status?.state).toBe('connecting');
});

describe('UIX-44 refused events', () => {
  async function answerRefused(...events: SetAsideEvent[]): Promise<void> {
    for (const call of kiosk.waiting('sync.setAside')) call.answer(ok({ events }));
    await settled();
  }

  test('are asked for while somebody looks, and with each change', async () => {
    void sync.followSync();
    kiosk.emit('sync.changed', status('online'));
    expect(kiosk.waiting('sync.setAside')).toEqual([]);
    const stop = sync.watchRefused();
    await answerRefused(refusedEvent(1), refusedEvent(2));
    expect(refusedNow()).toEqual([1, 2]);
    kiosk.emit('sync.changed', status('online'));
    await answerRefused(refusedEvent(2));
    expect(refusedNow()).toEqual([2]);
    stop();
    kiosk.emit('sync.changed', status('online'));
    expect(kiosk.waiting('sync.setAside')).toEqual([]);
  });

  test('many changes ask once more, not once each', async () => {
    void sync.followSync();
    const stop = sync.watchRefused();
    for (let count = 0; count < 50; count += 1) kiosk.emit('sync.changed', status('online', count));
    expect(kiosk.waiting('sync.setAside')).toHaveLength(1);
    await answerRefused(refusedEvent(1));
    expect(kiosk.waiting('sync.setAside')).toHaveLength(1);
    await answerRefused();
    expect(kiosk.waiting('sync.setAside')).toEqual([]);
    expect(refusedNow()).toEqual([]);
    stop();
  });

  test.each([7, null])('sent again (%s), the list tells what comes of it', async (deviceSeq) => {
    const sending = sync.resend(deviceSeq);
    const [call] = kiosk.waiting('sync.retry');
    expect(call?.input.deviceSeq).toBe(deviceSeq);
    call?.answer(ok(status('online')));
    await settled();
    await answerRefused(refusedEvent(7, true));
    await sending;
    expect(shown().refused).toEqual([refusedEvent(7, true)]);
    expect(useNotices.getState().fault).toBeNull();
  });

  test('that could not be sent again or read say so', async () => {
    const sending = sync.resend(7);
    kiosk.waiting('sync.retry')[0]?.answer(err(fault('store.full', 'full')));
    await settled();
    kiosk.waiting('sync.setAside')[0]?.answer(err(fault('store.busy', 'busy')));
    await sending;
    expect(useNotices.getState().fault).toBe('store.full');
    expect(shown().refusedFault).toBe('store.busy');
  });
});
