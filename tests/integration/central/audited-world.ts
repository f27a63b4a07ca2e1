import { issueApiKey } from '#central/core/keys/issue-key.ts';
import { apiScopes } from '#central/http/scopes.ts';
import { consumeBatch } from '#central/jobs/feed-consumer.ts';
import { peopleProjection } from '#central/jobs/people-projection.ts';
import { demoStoreFeed } from '#db/seed/demo-store.ts';
import { flagship } from '#db/seed/store.ts';
import { answered } from '#main/sync/call.ts';
import { createCentralClient } from '#main/sync/central-client.ts';
import { generateDeviceKey } from '#main/sync/device-key.ts';
import { required } from '#shared/lib/assert.ts';
import type { TestCentral, TestDevice } from '../../helpers/central.ts';
import { settleFeed } from '../../helpers/central-events.ts';
import { countStock } from '../../helpers/central-stock.ts';
import { publishDemo } from '../../helpers/published-catalog.ts';
import { saleWithContact } from '../../helpers/sale-with-contact.ts';

const { header, records } = demoStoreFeed();

/** What deeds that are audited are done with, and what came of them. */
export function auditedWorld(central: TestCentral) {
  const made = {
    key: '',
    keyId: '',
    code: '',
    version: 0,
    webhook: '',
    event: '',
    issued: '',
    enrolled: '',
  };
  const newcomer = generateDeviceKey();
  const people: string[] = [];
  let device: TestDevice;

  /** A request with the key of this world. */
  async function ask(request: string, body?: unknown, type = 'application/json') {
    const [method = '', path] = request.split(' ');
    const answer = await fetch(`${central.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${made.key}`,
        ...(body === undefined ? {} : { 'content-type': type }),
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${request}: ${answer.status} ${text}`);
    return text === '' ? {} : JSON.parse(text);
  }

  async function readFeed(...consumers: Parameters<typeof consumeBatch>[1][]): Promise<void> {
    await settleFeed(central);
    for (const consumer of consumers) while ((await consumeBatch(central, consumer)) > 0);
  }

  async function push(events: readonly object[]): Promise<void> {
    const body = { events: [...events], sentAtMs: Date.now() };
    await answered(device.client.POST('/v1/device/events', { body }));
  }

  async function leaveContact(): Promise<void> {
    const { personId, key, events } = saleWithContact({ name: 'Ada' }, flagship);
    people.push(personId);
    await push(events);
    await readFeed(peopleProjection(central));
    const params = { path: { id: personId } };
    const body = { key: key.toString('base64url') };
    await answered(device.client.PUT('/v1/device/people/{id}/key', { params, body }));
  }

  async function importDraft(sku: string): Promise<void> {
    const first = required(
      records.find((record) => record.kind === 'product' && record.type === 'ready'),
      'a product',
    );
    const lines = [
      { ...header, mode: 'delta' },
      { ...first, sku, gtins: [] },
    ];
    const text = lines.map((line) => JSON.stringify(line)).join('\n');
    made.version = (await ask('POST /v1/catalog/drafts', text, 'application/x-ndjson')).version;
  }

  async function enrolNewcomer(): Promise<void> {
    const { publicKey } = newcomer;
    const signer = { key: newcomer, keyId: publicKey, serverNow: central.now };
    const body = { code: made.code, publicKey, deviceCode: 'N1', appVersion: '0.1.0' };
    const client = createCentralClient(central.url, signer);
    made.enrolled = (await answered(client.POST('/v1/enrolments', { body }))).deviceId;
  }

  /** The newcomer may sell something by itself. */
  async function grantNewcomer(sku: string): Promise<void> {
    await countStock(central, flagship, { [sku]: 90 });
    const signer = { key: newcomer, keyId: made.enrolled, serverNow: central.now };
    const asked = { store: flagship, sku, sold: 0, returned: 0, target: 3, wanted: 0 };
    const body = { items: [asked] };
    const client = createCentralClient(central.url, signer);
    const { allotments } = await answered(client.POST('/v1/device/allotments', { body }));
    if (allotments.length === 0) throw new Error('The newcomer was granted nothing');
  }

  return {
    made,
    people,
    ask,
    push,
    readFeed,
    leaveContact,
    importDraft,
    enrolNewcomer,
    grantNewcomer,
    deviceActor: () => `device:${device.id}`,
    async open() {
      await publishDemo(central);
      const issued = await issueApiKey(central, { name: 'x', scopes: apiScopes, actor: 'test' });
      made.key = issued.key;
      made.keyId = issued.id;
      device = await central.device(flagship);
    },
  };
}
