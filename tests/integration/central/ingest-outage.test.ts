import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#central/storage/database.ts';
import { type CentralClient, createCentralClient } from '#main/sync/central-client.ts';
import { startTestCentral, type TestDevice } from '../../helpers/central.ts';
import { type DatabaseGate, startDatabaseGate } from '../../helpers/database-gate.ts';
import { completedOrder, pushedEvent } from '../../helpers/pushed-events.ts';

const central = startTestCentral();
let device: TestDevice;
beforeAll(async () => {
  device = await central.device('berlin');
});

interface BehindGate {
  readonly gate: DatabaseGate;
  readonly client: CentralClient;
  /** Connections that broke. */
  readonly broken: readonly Error[];
}

/** A backend whose line to the database can be cut, and a device that speaks to it. */
async function behindGate(): Promise<BehindGate> {
  const gate = await startDatabaseGate(central.databaseUrl);
  const broken: Error[] = [];
  const onError = (error: Error): void => void broken.push(error);
  const { db, close } = openDatabase(gate.url, { poolSize: 2, onError });
  const backend = await central.another({ db });
  onTestFinished(async () => {
    await backend.close();
    await close();
    await gate.close();
  });
  const signer = { key: device.key, keyId: device.id, serverNow: central.now };
  return { gate, broken, client: createCentralClient(backend.url, signer) };
}

function threeSales() {
  return [1, 2, 3].map((seq) => pushedEvent(seq, completedOrder({ store: 'berlin' })));
}

/** What head office says to a push: the code of its refusal, or what it says of each event. */
async function push(client: CentralClient, events: readonly object[]) {
  const body = { events: [...events], sentAtMs: Date.now() };
  const { data, error, response } = await client.POST('/v1/device/events', { body });
  if (data === undefined) return [response.status, error?.code];
  return data.answers.map(({ status, code }) => code ?? status);
}

async function countStored(events: readonly { readonly id: string }[]): Promise<number> {
  const ids = events.map(({ id }) => id);
  return (await central.db.selectFrom('events').select('id').where('id', 'in', ids).execute())
    .length;
}

const unavailable = [503, 'central.unavailable'];
const allOf = (status: string) => ['one', 'two', 'three'].map(() => status);

test('ING-9 while the database is gone nothing is stored, and the same push is taken when it is back', async () => {
  const { gate, client } = await behindGate();
  expect(await push(client, threeSales())).toEqual(allOf('stored'));
  const events = threeSales();
  gate.shut();
  expect(await push(client, events)).toEqual(unavailable);
  expect(await push(client, events)).toEqual(unavailable);
  expect(await countStored(events)).toBe(0);
  gate.open();
  expect(await push(client, events)).toEqual(allOf('stored'));
  expect(await countStored(events)).toBe(3);
});

test('ING-9 a push whose commit does not reach the database is not answered as stored', async () => {
  const { gate, client, broken } = await behindGate();
  const events = threeSales();
  gate.cutAtCommit('unheard');
  expect(await push(client, events)).toEqual(unavailable);
  expect(await countStored(events)).toBe(0);
  // It broke at work, and was heard of instead of ending the process.
  expect(broken.map(({ message }) => message)).toEqual(['Connection terminated unexpectedly']);
  expect(await push(client, events)).toEqual(allOf('stored'));
});

test('ING-9 a commit that was not heard of is answered as none, and sent again it is there', async () => {
  const { gate, client } = await behindGate();
  const events = threeSales();
  gate.cutAtCommit('unanswered');
  expect(await push(client, events)).toEqual(unavailable);
  expect(await countStored(events)).toBe(3);
  expect(await push(client, events)).toEqual(allOf('duplicate'));
  expect(await countStored(events)).toBe(3);
});
