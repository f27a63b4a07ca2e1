import { v7 as uuidv7 } from 'uuid';
import { issueEnrolCode } from '#central/core/enrolment/enrol.ts';
import { issueApiKey } from '#central/core/keys/issue-key.ts';
import { disableGone } from '#central/core/webhooks/manage-webhooks.ts';
import { consumeBatch } from '#central/jobs/feed-consumer.ts';
import { peopleProjection } from '#central/jobs/people-projection.ts';
import { webhookFanOut } from '#central/jobs/webhook-fan-out.ts';
import { flagship } from '#db/seed/store.ts';
import { at } from '#shared/lib/at.ts';
import type { TestCentral } from '../../helpers/central.ts';
import { settleFeed } from '../../helpers/central-events.ts';
import { runCentral } from '../../helpers/central-process.ts';
import { pushedEvent } from '../../helpers/pushed-events.ts';
import { auditedWorld } from './audited-world.ts';

/** Something that AUD-1 wants an entry for. */
interface Deed {
  /** The operation of the API, or who else does it. */
  readonly name: string;
  readonly action: string;
  /** What must be there before, and is no part of it. */
  readonly prepare?: () => Promise<unknown>;
  /** Throws when it was not done. */
  readonly run: () => Promise<unknown>;
  /** `key` unless said otherwise. */
  readonly actor?: () => string;
  /** Stands in the entry's details. */
  readonly about: () => string | number;
}

const definition = { elements: [{ type: 'boolean', name: 'again' }] };

/** Everything that is audited, in an order in which it can be done; `open` comes first. */
export function auditedDeeds(central: TestCentral) {
  const world = auditedWorld(central);
  const { made, people, ask, push, readFeed, leaveContact, importDraft, enrolNewcomer } = world;
  const cli = () => 'cli';
  const person = (index: number) => () => at(people, index);
  const survey = () => 'asked';
  const webhook = () => made.webhook;
  const deeds: readonly Deed[] = [
    {
      name: 'central enrol-code',
      action: 'enrolment.code_issued',
      run: async () => {
        const wanted = { store: flagship, name: 'Newcomer', actor: 'cli' };
        made.code = (await issueEnrolCode(central, wanted)).code;
      },
      actor: cli,
      about: () => flagship,
    },
    {
      name: 'enrolDevice',
      action: 'device.enrolled',
      run: enrolNewcomer,
      actor: () => `device:${made.enrolled}`,
      about: () => made.enrolled,
    },
    {
      name: 'central key',
      action: 'key.issued',
      run: async () => {
        const wanted = { name: 'audited', scopes: ['catalog:read'], actor: 'cli' };
        made.issued = (await issueApiKey(central, wanted)).id;
      },
      actor: cli,
      about: () => made.issued,
    },
    {
      name: 'central revoke-key',
      action: 'key.revoked',
      run: async () => runCentral(central.databaseUrl, ['revoke-key', made.issued]),
      actor: cli,
      about: () => made.issued,
    },
    {
      name: 'importCatalog',
      action: 'catalog.drafted',
      run: () => importDraft('AUD-1'),
      about: () => made.version,
    },
    {
      name: 'publishCatalog',
      action: 'catalog.published',
      run: () =>
        ask('POST /v1/catalog/publications', { version: made.version, target: { kind: 'all' } }),
      about: () => made.version,
    },
    {
      name: 'rollBackCatalog',
      action: 'catalog.rolled_back',
      run: () => ask('POST /v1/catalog/rollbacks', { target: { kind: 'all' } }),
      about: () => '"all"',
    },
    {
      name: 'discardDraft',
      action: 'catalog.discarded',
      prepare: () => importDraft('AUD-2'),
      run: () => ask(`DELETE /v1/catalog/drafts/${made.version}`),
      about: () => made.version,
    },
    {
      name: 'saveStoreGroup',
      action: 'store_group.saved',
      run: () => ask('PUT /v1/catalog/store-groups/north', { name: 'North', stores: [flagship] }),
      about: () => 'north',
    },
    {
      name: 'deleteStoreGroup',
      action: 'store_group.deleted',
      run: () => ask('DELETE /v1/catalog/store-groups/north'),
      about: () => 'north',
    },
    {
      name: 'createSurvey',
      action: 'survey.drafted',
      run: () => ask('POST /v1/surveys', { id: 'asked', definition }),
      about: survey,
    },
    {
      name: 'changeSurveyDraft',
      action: 'survey.changed',
      run: () => ask('PUT /v1/surveys/asked/versions/1', { definition, stores: [flagship] }),
      about: survey,
    },
    {
      name: 'setSurveyLive',
      action: 'survey.live',
      run: () => ask('POST /v1/surveys/asked/versions/1/live'),
      about: survey,
    },
    {
      name: 'draftSurveyVersion',
      action: 'survey.drafted',
      run: () => ask('POST /v1/surveys/asked/versions', { definition }),
      about: survey,
    },
    {
      name: 'retireSurvey',
      action: 'survey.retired',
      run: () => ask('POST /v1/surveys/asked/versions/1/retired'),
      about: survey,
    },
    {
      name: 'recordMovements',
      action: 'stock.recorded',
      run: () => {
        const what = { store: flagship, sku: 'AUDITED', quantity: 5, kind: 'receipt' };
        return ask('POST /v1/stock/movements', { movements: [{ ...what, id: uuidv7() }] });
      },
      about: () => 'AUDITED',
    },
    {
      name: 'central revoke',
      action: 'device.revoked',
      prepare: () => world.grantNewcomer('AUDITED'),
      run: async () => runCentral(central.databaseUrl, ['revoke', made.enrolled]),
      actor: cli,
      about: () => made.enrolled,
    },
    {
      name: 'freeDevice',
      action: 'stock.device_freed',
      run: () => ask(`POST /v1/stock/devices/${made.enrolled}/release`),
      about: () => made.enrolled,
    },
    {
      name: 'createWebhook',
      action: 'webhook.created',
      run: async () => {
        made.webhook = (await ask('POST /v1/webhooks', { url: 'https://a.example/x' })).id;
      },
      about: webhook,
    },
    {
      name: 'changeWebhook',
      action: 'webhook.changed',
      run: () => ask(`PATCH /v1/webhooks/${made.webhook}`, { description: 'ERP' }),
      about: webhook,
    },
    {
      name: 'rotateWebhookSecret',
      action: 'webhook.secret_rotated',
      run: () => ask(`POST /v1/webhooks/${made.webhook}/secret`, {}),
      about: webhook,
    },
    {
      name: 'replayWebhookDelivery',
      action: 'webhook.delivery_replayed',
      prepare: async () => {
        await leaveContact();
        await readFeed(webhookFanOut(central, () => undefined));
        const { items } = await ask(`GET /v1/webhooks/${made.webhook}/deliveries`);
        made.event = items[0].id;
      },
      run: () => ask(`POST /v1/webhooks/${made.webhook}/deliveries/${made.event}/replay`),
      about: () => made.event,
    },
    {
      name: 'replayWebhook',
      action: 'webhook.replayed',
      run: () => ask(`POST /v1/webhooks/${made.webhook}/replay`, { cursor: null }),
      about: webhook,
    },
    {
      name: 'an endpoint that is gone',
      action: 'webhook.disabled',
      run: () =>
        central.db
          .transaction()
          .execute((transaction) => disableGone(transaction, made.webhook, new Date())),
      actor: () => 'central',
      about: webhook,
    },
    {
      name: 'deleteWebhook',
      action: 'webhook.deleted',
      run: () => ask(`DELETE /v1/webhooks/${made.webhook}`),
      about: webhook,
    },
    {
      name: 'getPerson',
      action: 'person.read',
      run: () => ask(`GET /v1/people/${person(0)()}`),
      about: person(0),
    },
    {
      name: 'erasePerson',
      action: 'person.erased',
      run: () => ask(`DELETE /v1/people/${person(0)()}`),
      about: person(0),
    },
    {
      name: 'a device that erases',
      action: 'person.erased',
      prepare: async () => {
        await leaveContact();
        const payload = { personId: person(1)(), store: flagship };
        await push([pushedEvent(3, payload, undefined, 'person.erased')]);
        await settleFeed(central);
      },
      run: () => consumeBatch(central, peopleProjection(central)),
      actor: world.deviceActor,
      about: person(1),
    },
  ];

  return { deeds, keyActor: () => `key:${made.keyId}`, open: world.open };
}
