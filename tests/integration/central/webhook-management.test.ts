import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { masterKeysOf } from '#central/core/people/master-keys.ts';
import { createWebhook, mostWebhooks } from '#central/core/webhooks/manage-webhooks.ts';
import { openSecret, rewrapSecrets } from '#central/core/webhooks/webhook-secrets.ts';
import { secretsOf } from '#central/storage/webhook-secrets.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { orders, webhookWorld } from '../../helpers/webhook-world.ts';

const central = startTestCentral();
const world = webhookWorld(central);
const { hook, webhookOf } = world;
const url = 'https://erp.example.com/events?token=canary-in-the-url';

async function auditOf(id: string) {
  const rows = await central.db
    .selectFrom('audit_log')
    .select(['actor', 'action', 'details'])
    .orderBy('seq')
    .execute();
  return rows.filter(({ details }) => JSON.stringify(details).includes(id));
}

test('EVO-30 a webhook is made with a secret that is told this once', async () => {
  const made = await hook({ url, description: 'ERP', types: [orders], stores: ['berlin'] });
  const { secret, ...rest } = made;
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(rest).toMatchObject({
    url,
    description: 'ERP',
    types: [orders],
    stores: ['berlin'],
    active: true,
    disabledReason: null,
    failures: 0,
    quietUntil: null,
  });
  expect(await webhookOf(made.id)).toEqual(rest);
  const list = await world.office().GET('/v1/webhooks');
  expect(list.data?.items).toEqual([rest]);
  const everywhere = await central.db.selectFrom('webhook_secrets').selectAll().execute();
  expect(JSON.stringify([list.data, await auditOf(made.id), everywhere])).not.toContain(
    secret.slice(6, 40),
  );
});

test('EVO-36 what is not as the schema says is refused, whatever it is', async () => {
  const { id } = await hook({ url });
  const path = { params: { path: { id } } };
  const wrong = [
    { url: '' },
    { url, description: 'a\u0000b' },
    { url, description: 'two\nlines' },
    { url, description: 'x'.repeat(201) },
    { url, types: ['com.blendbar.nothing.v1'] },
    { url, stores: ['No Store'] },
    { url, secret: 'mine' },
    { url: `https://example.com/${'x'.repeat(2_048)}` },
  ] as unknown as { url: string }[];
  for (const body of wrong) {
    const { response, error } = await world.office().POST('/v1/webhooks', { body });
    expect([response.status, error?.code]).toEqual([400, 'input.invalid']);
  }
  const cursors = [['x', id], [-1, id], [9e15, id], [1.5, id], [0, 'x'], [0]].map((parts) =>
    Buffer.from(JSON.stringify(parts)).toString('base64url'),
  );
  for (const cursor of cursors) {
    const { response } = await world.office().GET('/v1/webhooks/{id}/deliveries', {
      params: { ...path.params, query: { cursor } },
    });
    expect(response.status).toBe(400);
  }
  const late = Buffer.from(JSON.stringify([253_402_300_799_999, id])).toString('base64url');
  const page = await world.office().GET('/v1/webhooks/{id}/deliveries', {
    params: { ...path.params, query: { cursor: late } },
  });
  expect(page.data).toEqual({ items: [] });
});

test('EVO-37 deliveries are listed in pages, the newest first', async () => {
  const { id } = await hook({ url, types: [orders], stores: ['paged'] });
  await world.sell('paged', 5);
  await world.sell('paged', 2);
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const { data } = await world.office().GET('/v1/webhooks/{id}/deliveries', {
      params: { path: { id }, query: { limit: 2, ...(cursor === undefined ? {} : { cursor }) } },
    });
    if (data === undefined) throw new Error('The page cannot be read');
    seen.push(...data.items.map((delivery) => delivery.id));
    cursor = data.nextCursor;
    if (cursor === undefined) break;
  }
  expect(seen).toEqual((await world.deliveriesOf(id)).map((delivery) => delivery.id));
  expect(new Set(seen).size).toBe(7);
});

test('EVO-32 a webhook is changed, stopped, let go on and forgotten', async () => {
  const { id } = await hook({ url });
  const path = { params: { path: { id } } };
  const moved = await world.office().PATCH('/v1/webhooks/{id}', {
    ...path,
    body: { url: 'https://crm.example.com/', stores: ['paris'] },
  });
  expect(moved.data).toMatchObject({ url: 'https://crm.example.com/', stores: ['paris'] });
  const stopped = await world.office().PATCH('/v1/webhooks/{id}', {
    ...path,
    body: { active: false },
  });
  expect(stopped.data).toMatchObject({ active: false, disabledReason: 'asked', stores: ['paris'] });
  await world.office().PATCH('/v1/webhooks/{id}', { ...path, body: { active: true } });
  expect(await webhookOf(id)).toMatchObject({ active: true, disabledReason: null });
  expect((await world.office().DELETE('/v1/webhooks/{id}', path)).response.status).toBe(204);
  for (const gone of [
    await world.office().GET('/v1/webhooks/{id}', path),
    await world.office().DELETE('/v1/webhooks/{id}', path),
    await world.office().PATCH('/v1/webhooks/{id}', { ...path, body: { active: true } }),
    await world.office().POST('/v1/webhooks/{id}/secret', { ...path, body: {} }),
    await world.office().GET('/v1/webhooks/{id}/deliveries', path),
    await world.office().POST('/v1/webhooks/{id}/replay', { ...path, body: { cursor: null } }),
  ]) {
    expect([gone.response.status, gone.error?.code]).toEqual([404, 'webhook.not_found']);
  }
  const empty = await world.office().PATCH('/v1/webhooks/{id}', { ...path, body: {} });
  expect(empty.response.status).toBe(400);
});

test('EVO-34 every change is in the audit log, with the host and never the whole address', async () => {
  const { id } = await hook({ url });
  const path = { params: { path: { id } } };
  await world.office().PATCH('/v1/webhooks/{id}', { ...path, body: { active: false } });
  await world.office().POST('/v1/webhooks/{id}/secret', { ...path, body: {} });
  await world.office().POST('/v1/webhooks/{id}/replay', { ...path, body: { cursor: null } });
  await world.office().DELETE('/v1/webhooks/{id}', path);
  const entries = await auditOf(id);
  expect(entries.map(({ action }) => action)).toEqual([
    'webhook.created',
    'webhook.changed',
    'webhook.secret_rotated',
    'webhook.replayed',
    'webhook.deleted',
  ]);
  expect(entries[1]?.details).toEqual({
    webhook: id,
    host: 'erp.example.com',
    changed: ['disabledReason'],
  });
  for (const { actor } of entries) expect(actor).toMatch(/^key:[0-9a-f]{12}$/);
  expect(JSON.stringify(entries)).not.toContain('canary');
});

test('EVO-30 without the scope nothing of webhooks is told or done', async () => {
  const { id } = await hook({ url });
  const stranger = await central.client(['feed:read', 'orders:read']);
  const path = { params: { path: { id } } };
  for (const { response } of [
    await stranger.GET('/v1/webhooks'),
    await stranger.POST('/v1/webhooks', { body: { url } }),
    await stranger.GET('/v1/webhooks/{id}', path),
    await stranger.DELETE('/v1/webhooks/{id}', path),
    await stranger.POST('/v1/webhooks/{id}/secret', { ...path, body: {} }),
    await stranger.GET('/v1/webhooks/{id}/deliveries', path),
    await stranger.POST('/v1/webhooks/{id}/replay', { ...path, body: { cursor: null } }),
    await stranger.POST('/v1/webhooks/{id}/deliveries/{delivery}/replay', {
      params: { path: { id, delivery: uuidv7() } },
    }),
  ]) {
    expect(response.status).toBe(403);
  }
  expect((await webhookOf(id)).active).toBe(true);
});

test('EVO-35 there are 50 webhooks at most, however many are made at once', async () => {
  const made = await Promise.all(
    Array.from({ length: mostWebhooks + 5 }, () =>
      world.office().POST('/v1/webhooks', { body: { url } }),
    ),
  );
  expect(made.filter(({ response }) => response.status === 201)).toHaveLength(mostWebhooks);
  for (const { response, error } of made.filter(({ data }) => data === undefined)) {
    expect([response.status, error?.code]).toEqual([409, 'webhook.too_many']);
  }
});

test('EVO-43 secrets are wrapped by the master key: without one none are made; a new one takes over', async () => {
  const { db, now } = central;
  const wanted = { url, description: '', types: [], stores: [] };
  const ports = { db, now, privateWebhooks: false };
  const keyless = await createWebhook({ ...ports, masterKeys: null }, wanted, 'test');
  expect(keyless).toMatchObject({ ok: false, error: { code: 'webhook.no_master_key' } });
  const [first, second] = [randomBytes(32), randomBytes(32)];
  const made = await createWebhook({ ...ports, masterKeys: masterKeysOf(first) }, wanted, 'test');
  if (!made.ok) throw new Error(made.error.message);
  const { webhook, secret } = made.value;
  const kept = async () => {
    const [only, ...others] = await secretsOf(db, [webhook.id], new Date(now()));
    expect(others).toEqual([]);
    if (only === undefined) throw new Error('There is no secret');
    return only;
  };
  const text = Buffer.from(secret.slice(6), 'base64');
  expect(openSecret(masterKeysOf(first), await kept())).toEqual(text);
  expect(openSecret(masterKeysOf(second), await kept())).toBeNull();
  const another = { ...(await kept()), webhook: uuidv7() };
  expect(openSecret(masterKeysOf(first), another)).toBeNull();
  const lost = await rewrapSecrets(central, masterKeysOf(second), 'test');
  expect(lost).toEqual({ rewrapped: 0, unreadable: 1 });
  const both = masterKeysOf(second, [first]);
  expect(await rewrapSecrets(central, both, 'test')).toEqual({ rewrapped: 1, unreadable: 0 });
  expect(openSecret(masterKeysOf(second), await kept())).toEqual(text);
  expect(openSecret(masterKeysOf(first), await kept())).toBeNull();
});
