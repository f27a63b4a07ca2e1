import { v7 as uuidv7 } from 'uuid';
import { below, pick } from '../scanner-codes.ts';
import { type KnownValues, oddValue } from './random-values.ts';

type Random = () => number;
type Part = (random: Random, known: KnownValues) => unknown;

const largestInteger = 2_147_483_647;

const count: Part = (random) => pick(random, [0, 1, 2, 40, Number.MAX_SAFE_INTEGER]);
const integer: Part = (random) => pick(random, [0, 1, 2, 40, largestInteger, largestInteger + 1]);
const version: Part = (random, { version: known = [1] }) =>
  pick(random, [...known, largestInteger, Number.MAX_SAFE_INTEGER]);
const time: Part = (random) => pick(random, [0, Date.now(), 253_402_300_799_999]);
const xid: Part = (random) => pick(random, ['0', '750', '9000', '18446744073709551615']);
const sku: Part = (random, { sku: known = ['A'] }) => pick(random, [...known, 'a.b-c_d', '~']);
const uuid: Part = (random, { orderId: known = [] }) => pick(random, [...known, uuidv7()]);
const survey: Part = (random, { surveyId: known = [] }) => pick(random, [...known, 'zz']);
const store: Part = (random, { store: known = ['a'] }) => pick(random, known);
const kind: Part = (random) => pick(random, ['product', 'price', 'store', 'rule', 'stock', '']);
const op: Part = (random) => pick(random, ['put', 'remove']);

const feed: readonly Part[] = [integer, xid, count];

/** What the cursors of a list are made of, by its operation. */
const parts: Readonly<Record<string, readonly Part[]>> = {
  listOrders: [time, uuid],
  listStock: [sku],
  listProducts: [integer, integer, sku],
  listCatalogVersions: [version],
  listPublications: [count],
  listSurveys: [survey],
  listSurveyAnswers: [count],
  listWebhookDeliveries: [time, uuid],
  readFeed: feed,
  replayWebhook: feed,
  listPersonErasures: feed,
  getCatalogChanges: [store, version, version, count, count, op, kind, sku],
};

/** A cursor as the list could have given it out, or nearly so; `null` where an operation has none. */
export function randomCursor(
  random: Random,
  operationId: string,
  known: KnownValues,
): string | null {
  const own = parts[operationId];
  if (own === undefined) return null;
  const values = own.map((part) => part(random, known));
  // The feed's may name a part of an event; a way that begins with nothing has no version.
  if (own === feed && random() < 0.3) values.push(below(random, 4));
  if (operationId === 'getCatalogChanges' && random() < 0.3) values[1] = null;
  if (random() < 0.2) values[below(random, values.length)] = smallOddValue(random);
  if (random() < 0.1) values.pop();
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** No longer than a cursor may be. */
function smallOddValue(random: Random): unknown {
  const odd = oddValue(random);
  return (JSON.stringify(odd) ?? '').length > 150 ? -1 : odd;
}
