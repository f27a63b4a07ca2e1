import { spawnSync } from 'node:child_process';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { verifyAudit } from '#central/core/audit/verify-audit.ts';
import { audit } from '#central/storage/audit.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { runCentral } from '../../helpers/central-process.ts';
import { program } from '../../helpers/programs.ts';

const central = startTestCentral();
const main = program('central');

function cli(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'audit', ...args], {
    env: { ...process.env, DATABASE_URL: central.databaseUrl },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

async function write(count: number, from = 1): Promise<void> {
  for (let entry = from; entry < from + count; entry += 1) {
    const actor = entry % 2 === 0 ? 'cli' : 'key:a1b2c3d4e5f6';
    const details = { entry, words: ['ä', '"'], nothing: null };
    const at = new Date(Date.UTC(2026, 10, 25, 9, 0, 0, entry));
    await central.db
      .transaction()
      .execute((transaction) => audit(transaction, { actor, action: 'test.done', details }, at));
  }
}

beforeEach(async () => {
  await sql`TRUNCATE audit_log`.execute(central.db);
});

test('AUD-4 an empty log is sound, and has no end', async () => {
  expect(await verifyAudit(central)).toEqual({ entries: 0, head: null, fault: null });
  expect(cli('--verify')).toMatchObject({ status: 0, stdout: 'sound: 0 entries\n' });
});

test('AUD-2 AUD-4 every entry is walked, over pages', async () => {
  await write(1_003);
  const verdict = await verifyAudit(central);
  expect(verdict).toMatchObject({ entries: 1_003, head: { seq: 1_003 }, fault: null });
  expect(await verifyAudit(central, verdict.head)).toEqual(verdict);
});

test.each([
  ['another actor', sql`UPDATE audit_log SET actor = 'cli' WHERE seq = 3`, 3, 'was changed'],
  [
    'another time',
    sql`UPDATE audit_log SET at = at + interval '1 ms' WHERE seq = 3`,
    3,
    'was changed',
  ],
  [
    'another action',
    sql`UPDATE audit_log SET action = 'test.undone' WHERE seq = 3`,
    3,
    'was changed',
  ],
  [
    'other details, even a blank',
    sql`UPDATE audit_log SET details = (details::text || ' ')::json WHERE seq = 3`,
    3,
    'was changed',
  ],
  ['a missing entry', sql`DELETE FROM audit_log WHERE seq = 3`, 3, 'is missing'],
  ['a missing beginning', sql`DELETE FROM audit_log WHERE seq < 3`, 1, 'is missing'],
  ['a missing end', sql`DELETE FROM audit_log WHERE seq = 6`, 6, 'is missing'],
  [
    'another entry before',
    sql`UPDATE audit_log SET previous_hash = repeat('0', 64) WHERE seq = 4`,
    4,
    'does not follow from the one before',
  ],
])('AUD-4 %s is found', async (_what, change, seq, reason) => {
  await write(6);
  await change.execute(central.db);
  // Of what is cut off at the end, only somebody who knew it can tell.
  const known = seq === 6 ? { seq: 6, hash: 'f'.repeat(64) } : null;
  const { fault } = await verifyAudit(central, known);
  expect(fault?.seq).toBe(seq);
  expect(fault?.reason).toContain(reason);
});

test('AUD-5 a chain that was forged anew is sound in itself, and not what was known', async () => {
  await write(5);
  const { head } = await verifyAudit(central);
  await sql`TRUNCATE audit_log`.execute(central.db);
  await write(2);
  await write(4, 4);
  expect((await verifyAudit(central)).fault).toBeNull();
  expect((await verifyAudit(central, head)).fault).toEqual({
    seq: 5,
    reason: 'is not the one that was known',
  });
});

test('AUD-3 AUD-5 the command lists, filters, proves, and says what is wrong', async () => {
  await write(4);
  const all = runCentral(central.databaseUrl, ['audit', '--json']).split('\n');
  expect(all.map((text) => JSON.parse(text).seq)).toEqual([4, 3, 2, 1]);
  expect(JSON.parse(all[0] ?? '')).toMatchObject({
    at: '2026-11-25T09:00:00.004Z',
    actor: 'cli',
    action: 'test.done',
    details: { entry: 4, words: ['ä', '"'], nothing: null },
  });
  const own = cli('--actor', 'cli', '--action', 'test.done', '--limit', '1');
  expect(own.stdout).toBe(
    '4  2026-11-25T09:00:00.004Z  cli  test.done  {"entry":4,"nothing":null,"words":["ä","\\""]}\n',
  );
  const sound = cli('--verify');
  const [, known = ''] =
    /^sound: 4 entries; the last is (4:[0-9a-f]{64})\n$/.exec(sound.stdout) ?? [];
  expect(cli('--verify', '--known', known)).toMatchObject({ status: 0, stdout: sound.stdout });
  await central.db.deleteFrom('audit_log').where('seq', '=', 4).execute();
  expect(cli('--verify', '--known', known)).toMatchObject({
    status: 1,
    stdout: '',
    stderr: 'audit entry 4 is missing: entry 4 was known\n',
  });
  expect(cli('--verify', '--known', '4').status).toBe(2);
});
