import { v7 as uuidv7 } from 'uuid';
import { eventHash } from '#central/core/ingest/judge-event.ts';
import { issueApiKey } from '#central/core/keys/issue-key.ts';
import { apiScopes } from '#central/http/scopes.ts';
import { demoStoreFeed } from '#db/seed/demo-store.ts';
import { flagship, secondStore } from '#db/seed/store.ts';
import { required } from '#shared/lib/assert.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { isDeeperThan } from '#shared/lib/nesting.ts';
import type { TestCentral } from '../central.ts';
import { publishDemo } from '../published-catalog.ts';
import { completedOrder, pushedEvent } from '../pushed-events.ts';
import { createRandomShopping, type WantedLine } from '../random-shopping.ts';
import { pick } from '../scanner-codes.ts';
import type { Callers } from './fuzz-routes.ts';
import { randomCursor } from './random-cursors.ts';
import type { FuzzHints } from './random-requests.ts';

type Random = () => number;

const { header, records } = demoStoreFeed();
const definition = {
  elements: [
    { type: 'rating', name: 'nps', rateMin: 0, rateMax: 10 },
    { type: 'checkbox', name: 'liked', choices: ['scent', 'shade'] },
  ],
};

/** Puts something of each sort into a backend, and tells how requests can name it. */
export async function furnishCentral(
  central: TestCentral,
): Promise<{ readonly callers: Callers; readonly hints: FuzzHints }> {
  const version = await publishDemo(central);
  const keys = await Promise.all(
    [1, 2, 3].map(() => issueApiKey(central, { name: 'fuzz', scopes: apiScopes, actor: 'test' })),
  );
  const devices = [await central.device(flagship, 'F1'), await central.device(secondStore, 'F2')];
  const orders = Array.from({ length: 5 }, () => completedOrder({ store: flagship }));
  const sentAtMs = Date.now();
  await devices[0]?.client.POST('/v1/device/events', {
    body: { events: orders.map((order, at) => pushedEvent(at + 1, order)), sentAtMs },
  });
  const client = await central.client();
  for (const id of ['asked', 'drafted']) {
    await client.POST('/v1/surveys', { body: { id, definition } });
  }
  await client.POST('/v1/surveys/{id}/versions/{version}/live', {
    params: { path: { id: 'asked', version: 1 } },
  });
  const design = { template: 'fragrance', selections: { strength: 'edp' } };
  const { data: kept } = await client.POST('/v1/designs', {
    body: { store: flagship, sku: 'AT-FRAGRANCE', design },
  });
  const { data: hook } = await client.POST('/v1/webhooks', {
    body: { url: 'https://example.com/hook' },
  });
  const skus = records.flatMap((record) => (record.kind === 'product' ? [record.sku] : []));
  const orderIds = orders.map(({ orderId }) => orderId);
  return {
    callers: { keys: keys.map(({ key }) => key), devices },
    hints: {
      known: {
        store: [flagship, flagship, secondStore, 'nowhere'],
        sku: ['AT-FRAGRANCE', 'AT-FOUNDATION', ...skus.slice(0, 40), 'NO-SUCH'],
        design: [design, { template: 'foundation', selections: {} }],
        code: [required(kept, 'a kept design').code, '0000-00000'],
        surveyId: ['asked', 'drafted'],
        id: ['asked', 'drafted', ...orderIds, ...(hook === undefined ? [] : [hook.id]), uuidv7()],
        orderId: orderIds,
        version: [1, version, 2],
        q: ['rouge', 'satin 133', '"', "a' | b:*"],
        // Nobody waits for what does not come.
        wait: [0, 0, 0, 1],
        from: ['none'],
      },
      bodies: bodiesOf(shopper(), { sentAtMs, version }),
      finish: (operationId, body) => (operationId === 'pushEvents' ? rehashed(body) : body),
    },
  };
}

function shopper() {
  return createRandomShopping(records, Date.now());
}

function bodiesOf(
  shopping: ReturnType<typeof shopper>,
  { sentAtMs, version }: { readonly sentAtMs: number; readonly version: number },
): FuzzHints['bodies'] {
  const wanted = (random: Random) => {
    const { sku, design, declaration } = shopping.design(random);
    return { store: flagship, sku, design, ...declaration };
  };
  const line = ({ declaration, ...rest }: WantedLine) => ({ ...rest, ...declaration });
  let seq = 100;
  const event = (random: Random) => {
    seq += 1;
    const store = pick(random, [flagship, secondStore]);
    if (random() < 0.5) return pushedEvent(seq, completedOrder({ store }));
    const answers = { nps: 9, liked: ['scent'] };
    const told = { surveyId: 'asked', version: 1, answers, answeredAt: sentAtMs };
    const payload = { store, journeyId: uuidv7(), ...told };
    return pushedEvent(seq, payload, undefined, 'survey.answered');
  };
  return {
    validateDesign: wanted,
    listDesignOptions: wanted,
    saveDesign: (random) => {
      const { sku, design } = shopping.design(random);
      return { store: flagship, sku, design };
    },
    priceBasket: (random) => ({
      store: flagship,
      basket: {
        lines: shopping.lines(random).map(line),
        coupons: shopping.coupons(random),
        customer: { id: 'C-1', segments: ['circle'] },
      },
      at: '2026-11-25T09:30:00.000Z',
    }),
    createSurvey: () => ({ id: `s-${uuidv7()}`, definition }),
    draftSurveyVersion: () => ({ definition, stores: [flagship] }),
    changeSurveyDraft: () => ({ definition }),
    publishCatalog: () => ({ version, target: { kind: 'all' } }),
    importCatalog: (random) => {
      const some = Array.from({ length: 3 }, () => pick(random, records));
      return [{ ...header, mode: 'delta' }, ...some];
    },
    replayWebhook: (random) => ({ cursor: randomCursor(random, 'replayWebhook', {}) }),
    pushEvents: (random) => ({ events: [event(random), event(random)], sentAtMs }),
  };
}

/** Gives each event the hash that it has, so that its payload is looked at. */
function rehashed(body: unknown): unknown {
  if (body === null || typeof body !== 'object' || !('events' in body)) return body;
  const { events } = body;
  if (!Array.isArray(events)) return body;
  return { ...body, events: events.map(hashed) };
}

function hashed(event: unknown): unknown {
  // What is nested too deeply to be hashed is refused for that.
  if (event === null || typeof event !== 'object' || isDeeperThan(event, 100)) return event;
  const { id, deviceSeq, type, schemaVersion, payload } = event as ReturnType<typeof pushedEvent>;
  const text = canonicalJson(payload) ?? 'null';
  return { ...event, hash: eventHash({ id, deviceSeq, type, schemaVersion, payload: text }) };
}
