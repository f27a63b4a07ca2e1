import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { required } from '#shared/lib/assert.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { allDatabaseRows, type DatabaseRow } from '../../helpers/database-rows.ts';
import { type ApiDocument, operationsOf } from '../../helpers/route-fuzz/api-document.ts';
import { auditedDeeds } from './audited-deeds.ts';

const central = startTestCentral();
const { deeds, keyActor, open } = auditedDeeds(central);
beforeAll(async () => {
  await open();
  await sql`
    CREATE FUNCTION refuse_audit() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'no entry'; END $$
  `.execute(central.db);
});

/** Without what no version has: an import is written down in steps, and seen when it has its entry. */
async function visibleRows(): Promise<readonly DatabaseRow[]> {
  const rows = await allDatabaseRows(central);
  return rows.filter(({ line }) => !line.startsWith('public.catalog_records '));
}

const linesOf = (rows: readonly DatabaseRow[]) => rows.map(({ line }) => line);

/** As `attempt` ends when no entry can be written. */
async function withoutAudit(attempt: () => Promise<unknown>): Promise<string> {
  await sql`
    CREATE TRIGGER refuse_audit BEFORE INSERT ON audit_log FOR EACH ROW EXECUTE FUNCTION refuse_audit()
  `.execute(central.db);
  try {
    return await attempt().then(
      () => 'done',
      () => 'refused',
    );
  } finally {
    await sql`DROP TRIGGER refuse_audit ON audit_log`.execute(central.db);
  }
}

async function entriesAfter(seq: number) {
  return central.db
    .selectFrom('audit_log')
    .selectAll()
    .where('seq', '>', seq)
    .orderBy('seq')
    .execute();
}

test.each(deeds)('AUD-1 $name writes $action in the transaction that does it', async (deed) => {
  await deed.prepare?.();
  const before = linesOf(await visibleRows());
  expect(await withoutAudit(deed.run)).toBe('refused');
  expect(linesOf(await visibleRows())).toEqual(before);

  const last = (await entriesAfter(0)).at(-1)?.seq ?? 0;
  const begun = Date.now();
  await deed.run();
  const written = await entriesAfter(last);
  expect(written.map(({ action }) => action)).toEqual([deed.action]);
  const { actor, at, details } = required(written[0], 'an entry');
  expect(actor).toBe(deed.actor?.() ?? keyActor());
  expect(at.getTime()).toBeGreaterThanOrEqual(begun);
  expect(at.getTime()).toBeLessThanOrEqual(Date.now());
  expect(JSON.stringify(details)).toContain(String(deed.about()));

  const known = new Set(before);
  const fresh = (await visibleRows()).filter(({ line }) => !known.has(line));
  expect(linesOf(fresh).filter((line) => line.startsWith('public.audit_log '))).toHaveLength(1);
  expect(new Set(fresh.map(({ transaction }) => transaction)).size).toBe(1);
});

/** What changes neither rights nor what stores get, and neither sends nor reads anything of people. */
const unaudited = [
  ...['listDesignOptions', 'validateDesign', 'priceBasket', 'saveDesign'],
  ...['reserveStock', 'commitReservation', 'releaseReservation'],
];

test('AUD-1 every request of a key that may change something is audited, or known not to need it', async () => {
  const document = (await (await fetch(`${central.url}/openapi.json`)).json()) as ApiDocument;
  const changing = operationsOf(document)
    .filter(({ access, method }) => access === 'key' && method !== 'GET')
    .map(({ operationId }) => operationId);
  const audited = deeds.map(({ name }) => name);
  expect(changing.filter((name) => !audited.includes(name)).sort()).toEqual([...unaudited].sort());
});
