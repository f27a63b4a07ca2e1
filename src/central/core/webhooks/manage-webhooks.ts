import { v7 as uuidv7 } from 'uuid';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Central } from '../../central.ts';
import { audit } from '../../storage/audit.ts';
import type { Db } from '../../storage/schema.ts';
import {
  changeWebhook,
  deleteWebhook,
  findWebhook,
  insertWebhook,
  type Webhook,
  type WebhookChange,
} from '../../storage/webhooks.ts';
import { checkEndpointUrl } from './endpoint-url.ts';
import { secretText } from './sign-webhook.ts';
import { renewSecret } from './webhook-secrets.ts';

/** Each has its own lanes, in each process: so many can never take each other's. */
export const mostWebhooks = 50;

type Ports = Pick<Central, 'db' | 'now' | 'masterKeys' | 'privateWebhooks'>;

/** Lets an endpoint hear of events from now on; its secret is told this once. EVO-30 */
export async function createWebhook(
  { db, now, masterKeys, privateWebhooks }: Ports,
  wanted: Pick<Webhook, 'url' | 'description' | 'types' | 'stores'>,
  actor: string,
): Promise<
  Result<
    { readonly webhook: Webhook; readonly secret: string },
    Fault<'webhook.url_refused' | 'webhook.too_many' | 'webhook.no_master_key'>
  >
> {
  const url = checkEndpointUrl(wanted.url, { privateAllowed: privateWebhooks });
  if (!url.ok) return url;
  if (masterKeys === null) return err(noMasterKey);
  const id = uuidv7();
  const at = new Date(now());
  return db.transaction().execute(async (transaction) => {
    const webhook = { ...wanted, id, url: url.value.href, createdAt: at };
    if (!(await insertWebhook(transaction, webhook, mostWebhooks))) {
      return err(fault('webhook.too_many', `There are ${mostWebhooks} webhooks already`));
    }
    const secret = await renewSecret(transaction, masterKeys, {
      webhook: id,
      previousExpiresAt: at,
      at,
    });
    await note(transaction, 'webhook.created', webhook, actor, at);
    const made = { ...webhook, disabledReason: null, failures: 0, quietUntil: null };
    return ok({ webhook: made, secret: secretText(secret) });
  });
}

/** Changes what is given; the deliveries that wait follow the address. EVO-32 */
export async function updateWebhook(
  { db, now, privateWebhooks }: Ports,
  id: string,
  change: WebhookChange,
  actor: string,
): Promise<Result<Webhook, Fault<'webhook.url_refused' | 'webhook.not_found'>>> {
  const url =
    change.url === undefined
      ? null
      : checkEndpointUrl(change.url, { privateAllowed: privateWebhooks });
  if (url !== null && !url.ok) return url;
  const at = new Date(now());
  return db.transaction().execute(async (transaction) => {
    const checked = url === null ? change : { ...change, url: url.value.href };
    const webhook = await changeWebhook(transaction, id, checked, at);
    if (webhook === null) return err(webhookNotFound(id));
    await note(transaction, 'webhook.changed', webhook, actor, at, Object.keys(change).sort());
    return ok(webhook);
  });
}

/** Its deliveries and secrets go with it. False when there is none. */
export async function removeWebhook(
  { db, now }: Pick<Central, 'db' | 'now'>,
  id: string,
  actor: string,
): Promise<boolean> {
  const at = new Date(now());
  return db.transaction().execute(async (transaction) => {
    const webhook = await findWebhook(transaction, id);
    if (webhook === null || !(await deleteWebhook(transaction, id))) return false;
    await note(transaction, 'webhook.deleted', webhook, actor, at);
    return true;
  });
}

/** A new secret; the one before it signs too for `overlapMs`. EVO-42 */
export async function rotateSecret(
  { db, now, masterKeys }: Ports,
  id: string,
  overlapMs: number,
  actor: string,
): Promise<
  Result<
    { readonly secret: string; readonly previousExpiresAt: Date },
    Fault<'webhook.not_found' | 'webhook.no_master_key'>
  >
> {
  if (masterKeys === null) return err(noMasterKey);
  const at = new Date(now());
  const previousExpiresAt = new Date(at.getTime() + overlapMs);
  return db.transaction().execute(async (transaction) => {
    const webhook = await findWebhook(transaction, id);
    if (webhook === null) return err(webhookNotFound(id));
    const renewal = { webhook: id, previousExpiresAt, at };
    const secret = await renewSecret(transaction, masterKeys, renewal);
    await note(transaction, 'webhook.secret_rotated', webhook, actor, at);
    return ok({ secret: secretText(secret), previousExpiresAt });
  });
}

/** An endpoint that answered 410 wants nothing more. EVO-53 */
export async function disableGone(db: Db, id: string, at: Date): Promise<void> {
  const webhook = await findWebhook(db, id);
  if (webhook === null || webhook.disabledReason !== null) return;
  await changeWebhook(db, id, { disabledReason: 'gone' }, at);
  await note(db, 'webhook.disabled', webhook, 'central', at);
}

export function webhookNotFound(id: string): Fault<'webhook.not_found'> {
  return fault('webhook.not_found', `There is no webhook ${id}`);
}

const noMasterKey = fault(
  'webhook.no_master_key',
  'Secrets need a master key to be kept with; the operator has set none',
);

/** The host alone: a path or query may be a secret of the receiver's. */
async function note(
  db: Db,
  action: string,
  { id, url }: Pick<Webhook, 'id' | 'url'>,
  actor: string,
  at: Date,
  changed?: readonly string[],
): Promise<void> {
  const details = { webhook: id, host: new URL(url).host };
  await audit(
    db,
    { actor, action, details: changed === undefined ? details : { ...details, changed } },
    at,
  );
}
