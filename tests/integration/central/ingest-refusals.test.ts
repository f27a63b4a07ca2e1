import { expect, test } from 'vitest';
import { issueEnrolCode } from '#central/core/enrolment/enrol.ts';
import { eventHash } from '#central/core/ingest/judge-event.ts';
import { answered } from '#main/sync/call.ts';
import { createCentralClient } from '#main/sync/central-client.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { startTestCentral, type TestDevice } from '../../helpers/central.ts';
import { completedOrder, pushedEvent } from '../../helpers/pushed-events.ts';

const central = startTestCentral();

async function push({ client }: TestDevice, ...events: readonly object[]) {
  const body = { events: [...events], sentAtMs: Date.now() };
  return (await answered(client.POST('/v1/device/events', { body }))).answers;
}

const codes = (answers: Awaited<ReturnType<typeof push>>) =>
  answers.map(({ status, code }) => code ?? status);

/** Ids of these events that head office has. */
async function storedOf(...events: readonly { readonly id: string }[]): Promise<readonly string[]> {
  const ids = events.map(({ id }) => id);
  const rows = await central.db.selectFrom('events').select('id').where('id', 'in', ids).execute();
  return ids.filter((wanted) => rows.some(({ id }) => id === wanted));
}

/** Enrols the device in another store, as a kiosk that is carried there. */
async function move({ key, id }: TestDevice, store: string): Promise<void> {
  const { code } = await issueEnrolCode(central, { store, name: 'Test kiosk', actor: 'test' });
  const signer = { key, keyId: key.publicKey, serverNow: central.now };
  const body = { code, publicKey: key.publicKey, deviceCode: 'D1', appVersion: '0.1.0' };
  const enrolled = await answered(
    createCentralClient(central.url, signer).POST('/v1/enrolments', { body }),
  );
  expect(enrolled).toMatchObject({ deviceId: id, store });
}

test('ING-5 a device tells of every store that it was ever enrolled in, and of no other', async () => {
  const device = await central.device('berlin');
  const sale = (store: string) => pushedEvent(1, completedOrder({ store }));
  const early = sale('paris');
  expect(codes(await push(device, sale('berlin'), early))).toEqual([
    'stored',
    'event.store_foreign',
  ]);
  await move(device, 'paris');
  const late = sale('berlin');
  const foreign = sale('munich');
  const answers = await push(device, late, sale('paris'), foreign);
  expect(codes(answers)).toEqual(['stored', 'stored', 'event.store_foreign']);
  expect(answers[2]?.message).toContain('munich');
  expect(await storedOf(early, late, foreign)).toEqual([late.id]);
  // What was refused before the move is taken after it.
  expect(codes(await push(device, early))).toEqual(['stored']);
  // Others were never there.
  expect(codes(await push(await central.device('munich'), sale('paris')))).toEqual([
    'event.store_foreign',
  ]);
});

test('ING-6 a type or version that is not known here is refused by name, and can be sent again', async () => {
  const device = await central.device('berlin');
  const order = completedOrder({ store: 'berlin' });
  const type = pushedEvent(1, order, undefined, 'order.imagined');
  const known = pushedEvent(2, order);
  const version = { ...known, ...hashedAs(known, 2) };
  const answers = await push(device, type, version);
  expect(codes(answers)).toEqual(['event.unknown_type', 'event.unknown_type']);
  expect(answers.map(({ message }) => message)).toEqual([
    'order.imagined version 1 is not known here',
    'order.completed version 2 is not known here',
  ]);
  expect(await storedOf(type, version)).toEqual([]);
  // Nothing of the refusal is kept: an event with this id that is understood is taken.
  expect(codes(await push(device, known))).toEqual(['stored']);
});

test('ING-7 what the database does not take is refused, that one event alone', async () => {
  const device = await central.device('berlin');
  const sale = (number: string, deviceSeq: number) =>
    pushedEvent(deviceSeq, completedOrder({ store: 'berlin', number }));
  const events = [sale('D1-1', 1), sale('A\u0000B', 2), sale('D1-3', 3), sale('\u0000', 4)];
  const [first, , third] = events;
  const expected = ['stored', 'event.unprocessable', 'stored', 'event.unprocessable'];
  expect(codes(await push(device, ...events))).toEqual(expected);
  expect(await storedOf(...events)).toEqual([first?.id, third?.id]);
  // The same again is the same again.
  expect(codes(await push(device, ...events))).toEqual([
    'duplicate',
    'event.unprocessable',
    'duplicate',
    'event.unprocessable',
  ]);
});

test('SYN-9 an event that was stored is never rejected later, whatever has happened since', async () => {
  const device = await central.device('berlin');
  const order = completedOrder({ store: 'berlin' });
  const event = pushedEvent(1, order);
  const again = async () => codes(await push(device, event));
  expect(await again()).toEqual(['stored']);

  const other = pushedEvent(1, { ...order, totalMinor: 1 }, event.id);
  const sameOrder = pushedEvent(2, order);
  const nul = pushedEvent(3, completedOrder({ store: 'berlin', number: '\u0000' }));
  expect(codes(await push(device, other))).toEqual(['event.conflict']);
  expect(await again()).toEqual(['duplicate']);
  // Beside one for which all of the push are stored one by one, and twice in it.
  expect(codes(await push(device, event, sameOrder, nul, event))).toEqual([
    'duplicate',
    'event.order_known',
    'event.unprocessable',
    'duplicate',
  ]);
  expect(await again()).toEqual(['duplicate']);
  await move(device, 'paris');
  expect(await again()).toEqual(['duplicate']);
  central.setClock(() => Date.now() + 4 * 60_000);
  expect(await again()).toEqual(['duplicate']);
  central.setClock(() => Date.now());
  expect(await storedOf(event, sameOrder, nul)).toEqual([event.id]);
});

/** The same event as if it were of another schema version. */
function hashedAs(event: ReturnType<typeof pushedEvent>, schemaVersion: number) {
  const { id, deviceSeq, type, payload } = event;
  const text = canonicalJson(payload);
  return { schemaVersion, hash: eventHash({ id, deviceSeq, type, schemaVersion, payload: text }) };
}
