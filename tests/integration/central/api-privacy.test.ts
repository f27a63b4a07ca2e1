import { randomUUID } from 'node:crypto';
import createClient from 'openapi-fetch';
import { pino } from 'pino';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { issueApiKey } from '#central/core/keys/issue-key.ts';
import { flagship } from '#db/seed/store.ts';
import type { paths } from '#shared/contract/api/paths.ts';
import { required } from '#shared/lib/assert.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { databaseRows } from '../../helpers/database-rows.ts';
import { publishDemo } from '../../helpers/published-catalog.ts';
import { type ApiDocument, operationsOf } from '../../helpers/route-fuzz/api-document.ts';

const central = startTestCentral();
beforeAll(() => publishDemo(central));

/** A backend that logs all that it ever does, and a client of it; what is in neither before it is asked. */
async function watchedCentral() {
  const lines: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line) => void lines.push(line) });
  const { url, close } = await central.another({ logger });
  onTestFinished(close);
  const scopes = ['catalog:read', 'designs:write'];
  const { key } = await issueApiKey(central, { name: 'watched', scopes, actor: 'test' });
  const headers = { authorization: `Bearer ${key}` };
  // Releases that are asked for the first time are written down.
  const client = createClient<paths>({ baseUrl: url, headers });
  await client.GET('/v1/products', { params: { query: { store: flagship } } });
  return { client, url, headers, log: () => lines.join('') };
}

const tingling = { template: 'lipstick', selections: { tingle: 2 } };
const lipstick = { store: flagship, sku: 'AT-LIPSTICK', design: tingling };
const secret = 'canary-allergen';

test('API-21 what somebody declares of allergies and age is judged with, and neither stored nor logged', async () => {
  const { client, url, headers, log } = await watchedCentral();
  const before = await databaseRows(central);
  const told = { allergies: ['menthol', 'limonene', secret], ageYears: 15 };
  for (const path of ['/v1/designs/options', '/v1/designs/validate'] as const) {
    const { data } = await client.POST(path, { body: { ...lipstick, ...told } });
    expect(data, path).toBeDefined();
    // What is wrong with a request is not written down either.
    const wrong = await client.POST(path, { body: { ...lipstick, ...told, sku: 'NO-SUCH' } });
    expect(wrong.response.status).toBe(422);
    const malformed = { method: 'POST', body: `{"allergies":["${secret}"],"ageYears":` };
    const type = { 'content-type': 'application/json' };
    const answer = await fetch(url + path, { ...malformed, headers: { ...headers, ...type } });
    expect(answer.status).toBe(400);
  }
  const lines = [{ lineId: 'a', quantity: 1, sku: lipstick.sku, design: tingling, ...told }];
  const priced = await client.POST('/v1/price', { body: { store: flagship, basket: { lines } } });
  expect(priced.error?.code).toBe('design.not_valid');
  expect(await databaseRows(central)).toBe(before);
  expect(log()).toContain('Server listening');
  expect(log()).not.toMatch(/canary|allerg|ageYears|limonene/);
});

test('API-21 without an age, rules about age fail closed', async () => {
  const { client } = await watchedCentral();
  const refusedBy = async (age: { readonly ageYears?: number }) => {
    const { data } = await client.POST('/v1/designs/validate', { body: { ...lipstick, ...age } });
    const { violations } = required(data, 'a judgement').evaluation;
    return violations.map(({ reason }) => reason.rule);
  };
  expect(await refusedBy({})).toEqual(['lipstick.tingle-age']);
  expect(await refusedBy({ ageYears: 15 })).toEqual(['lipstick.tingle-age']);
  expect(await refusedBy({ ageYears: 16 })).toEqual([]);
});

test('API-21 no address can hold allergies or an age, but for the age of a kept design', async () => {
  const { client, url } = await watchedCentral();
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as ApiDocument;
  const inAddresses = operationsOf(document).flatMap(({ operationId, parameters = [] }) =>
    parameters
      .filter(({ name }) => /allerg|age(?:years)?$/i.test(name))
      .map(({ name, in: place }) => `${operationId} ${place} ${name}`),
  );
  expect(inAddresses).toEqual(['getDesign query ageYears']);
  // What the document does not have is refused rather than overlooked.
  const query = { store: flagship, allergies: secret } as { readonly store: string };
  const { response } = await client.GET('/v1/products', { params: { query } });
  expect(response.status).toBe(400);
});

test('API-34 a customer changes the price, and nothing of them is stored or logged', async () => {
  const { client, log } = await watchedCentral();
  const before = await databaseRows(central);
  const id = `canary-${randomUUID()}`;
  const price = async (customer?: object) => {
    const lines = [{ lineId: 'a', sku: 'RP-SATIN-133', quantity: 1 }];
    const basket = { lines, ...(customer === undefined ? {} : { customer }) };
    const { data } = await client.POST('/v1/price', { body: { store: flagship, basket } });
    return required(data, 'a price').totalMinor;
  };
  const usual = await price();
  expect(await price({ id })).toBe(usual);
  const staff = await price({ id, segments: ['staff'] });
  expect(staff).toBeLessThan(usual);
  // Nothing is counted here: the caller tells how often a promotion was used.
  expect(await price({ id, segments: ['staff'] })).toBe(staff);
  expect(await price({ id, segments: ['canary-segment'], promotionUses: { birthday: 7 } })).toBe(
    usual,
  );
  expect(await databaseRows(central)).toBe(before);
  expect(log()).not.toMatch(/canary|staff/);
});
