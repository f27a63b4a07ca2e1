import { afterEach, beforeEach, expect, test } from 'vitest';
import { issueEnrolCode } from '#central/core/enrolment/enrol.ts';
import type { RunningLine } from '#main/sync/central-line.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { endOf, startCli } from '../../helpers/cli.ts';
import { type KioskWithLine, kioskWithLine } from '../../helpers/kiosk-with-line.ts';
import { completedOrder } from '../../helpers/pushed-events.ts';

const central = startTestCentral();
const store = 'berlin';
let kiosk: KioskWithLine;
let sold: string[];

beforeEach(() => {
  kiosk = kioskWithLine(central, store);
  sold = [];
});
afterEach(async () => {
  await central.db.deleteFrom('orders').execute();
  await central.db.deleteFrom('events').execute();
});

function sell(count: number): void {
  for (let sale = 0; sale < count; sale += 1) {
    const order = completedOrder({ store });
    kiosk.tell(order);
    sold.push(order.orderId);
  }
}

async function ordersAtHeadOffice(): Promise<readonly string[]> {
  const rows = await central.db.selectFrom('orders').select('id').execute();
  return rows.map(({ id }) => id).sort();
}

/** What head office looks like after it was put back to an earlier time. */
async function forget(orders: readonly string[]): Promise<void> {
  await central.db
    .deleteFrom('events')
    .where('id', 'in', (query) =>
      query.selectFrom('orders').select('event').where('id', 'in', orders),
    )
    .execute();
  await central.db.deleteFrom('orders').where('id', 'in', orders).execute();
}

test('SYN-14 what head office forgot comes again, and what it has is not doubled', async () => {
  const line = await kiosk.enrol();
  sell(700);
  await line.now();
  await forget(sold.slice(650));
  await line.now();
  expect(await ordersAtHeadOffice()).toHaveLength(650);

  kiosk.opened.outbox.resendFrom(600);
  expect(line.status()).toMatchObject({ waiting: 101, setAside: 0 });
  await line.now();
  expect(line.status()).toMatchObject({ waiting: 0, setAside: 0, state: 'online' });
  expect(await ordersAtHeadOffice()).toEqual([...sold].sort());

  kiosk.opened.outbox.resendFrom(1);
  expect(line.status().waiting).toBe(700);
  await line.now();
  expect(await ordersAtHeadOffice()).toEqual([...sold].sort());
});

test('SYN-14 a number that was not answered yet changes nothing', async () => {
  const line = await kiosk.enrol();
  sell(3);
  await line.now();
  sell(2);
  kiosk.opened.outbox.resendFrom(5);
  expect(line.status().waiting).toBe(2);
  kiosk.opened.outbox.resendFrom(1_000);
  expect(line.status().waiting).toBe(2);
});

test('SYN-14 refused events from there on wait like the others, and are refused again', async () => {
  const line = await kiosk.enrol();
  sell(2);
  const foreign = kiosk.tell(completedOrder({ store: 'paris' }));
  sell(2);
  await line.now();
  kiosk.opened.outbox.retry(null);
  kiosk.opened.outbox.resendFrom(2);
  expect(line.status()).toMatchObject({ waiting: 4, setAside: 0 });
  // Neither is there anything that could be retried before it is its turn.
  kiosk.opened.outbox.retry(null);
  await line.now();
  expect(line.status()).toMatchObject({ waiting: 0, setAside: 1 });
  expect(kiosk.opened.outbox.setAside(10)).toMatchObject([{ id: foreign, deviceSeq: 3 }]);
  expect(await ordersAtHeadOffice()).toEqual([...sold].sort());
});

test.each(['a refused event', 'fresh events'])(
  'SYN-14 it may be asked for during a push of %s',
  async (what) => {
    const line = await kiosk.enrol();
    sell(10);
    if (what === 'a refused event') kiosk.tell(completedOrder({ store: 'paris' }));
    await line.now();
    if (what === 'a refused event') kiosk.opened.outbox.retry(null);
    sell(10);
    await forget(sold.slice(0, 10));
    const { outbox } = kiosk.opened;
    const { settle } = outbox;
    const settled: number[] = [];
    // Between the answer of head office and its writing down.
    outbox.settle = (answers, at) => {
      if (settled.length === 0) outbox.resendFrom(1);
      settled.push(answers.length);
      settle(answers, at);
    };
    await line.now();
    expect(settled).toEqual(what === 'a refused event' ? [1, 21] : [10, 20]);
    const setAside = what === 'a refused event' ? 1 : 0;
    expect(line.status()).toMatchObject({ state: 'online', waiting: 0, setAside, problem: null });
    expect(await ordersAtHeadOffice()).toEqual([...sold].sort());
  },
);

/** As `forget`, and what head office had noted of the device is as old. */
async function putBack(line: RunningLine, orders: readonly string[], throughSeq: number) {
  await forget(orders);
  await central.db
    .updateTable('devices')
    .set({ stored_through_seq: throughSeq })
    .where('id', '=', line.status().central?.deviceId ?? '')
    .execute();
}

test.each(['a sale', 'nothing new'])(
  'SYN-18 a head office that was put back gets by itself what it lost, with %s',
  async (what) => {
    const line = await kiosk.enrol();
    sell(10);
    kiosk.tell(completedOrder({ store: 'paris' }));
    await line.now();
    await putBack(line, sold.slice(6), 6);
    if (what === 'a sale') sell(1);
    await line.now();
    await line.now();
    expect(line.status()).toMatchObject({
      state: 'online',
      waiting: 0,
      setAside: 1,
      problem: null,
    });
    expect(await ordersAtHeadOffice()).toEqual([...sold].sort());
  },
);

test('SYN-14 SYN-35 sync --resend-from sends again from the command line', async () => {
  const { code } = await issueEnrolCode(central, { store, name: 'K', actor: 'test' });
  const onStore = (...args: readonly string[]) =>
    endOf(startCli([...args, '--db', kiosk.file, '--json']));
  expect((await onStore('enrol', code, '--central', central.url)).status).toBe(0);
  sell(5);
  expect((await onStore('sync', '--once')).status).toBe(0);
  await forget(sold.slice(1));

  const marked = await onStore('sync', '--resend-from', '3');
  expect(marked).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(marked.stdout)).toMatchObject({ waiting: 3 });
  expect(await ordersAtHeadOffice()).toHaveLength(1);

  const sent = await onStore('sync', '--resend-from', 'all', '--once');
  expect(JSON.parse(sent.stdout)).toMatchObject({ state: 'online', waiting: 0 });
  expect(await ordersAtHeadOffice()).toEqual([...sold].sort());

  for (const wrong of ['0', '-1', 'everything', '1.5']) {
    expect(await onStore('sync', '--resend-from', wrong)).toMatchObject({
      status: 2,
      stderr: `--resend-from "${wrong}" is not a whole number from 1 to 999999999\n`,
    });
  }
  expect((await onStore('sync')).stderr).toBe('sync takes --once, --watch or --resend-from\n');
});
