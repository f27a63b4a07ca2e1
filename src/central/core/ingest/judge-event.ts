import { createHash } from 'node:crypto';
import { Compile } from 'typebox/compile';
import { type EventAnswer, eventPayloadLimit, PushedEvent } from '#shared/contract/api/device.ts';
import { eventHashText } from '#shared/contract/api/event-hash.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import type { ErrorCode } from '#shared/lib/errors.ts';
import { explainInvalid } from '#shared/lib/explain-invalid.ts';
import { isDeeperThan } from '#shared/lib/nesting.ts';
import { isUuid } from '#shared/lib/uuid.ts';
import type { StoredEvent } from '../../storage/events.ts';
import { payloadValidator } from './event-types.ts';

const pushed = Compile(PushedEvent);
/** More than any type of event has, less than any stack minds. */
const deepestPayload = 64;

export type Judged = { readonly event: StoredEvent } | { readonly answer: EventAnswer };

/** Whether an event may be stored: its form, its hash, its type's schema, its store. Pure. ING-3 to ING-7. */
export function judgeEvent(
  value: unknown,
  device: { readonly id: string; readonly stores: ReadonlySet<string> },
): Judged {
  if (!pushed.Check(value)) {
    return rejected(readableId(value), 'event.malformed', problemText('', PushedEvent, value));
  }
  const { id, deviceSeq, type, schemaVersion, hash } = value;
  if (isDeeperThan(value.payload, deepestPayload)) {
    return rejected(id, 'event.malformed', 'The payload is nested too deeply');
  }
  const payload = canonicalJson(value.payload);
  if (payload.length > eventPayloadLimit) {
    return rejected(id, 'event.malformed', `The payload is longer than ${eventPayloadLimit}`);
  }
  const own = eventHash({ id, deviceSeq, type, schemaVersion, payload });
  if (own !== hash) {
    return rejected(id, 'event.hash_wrong', 'The hash is not that of the event');
  }
  const validator = payloadValidator(type, schemaVersion);
  if (validator === null) {
    return rejected(id, 'event.unknown_type', `${type} version ${schemaVersion} is not known here`);
  }
  if (!validator.Check(value.payload)) {
    const problem = problemText('payload', validator.Type(), value.payload);
    return rejected(id, 'event.malformed', problem);
  }
  const { store } = value.payload as { readonly store?: unknown };
  if (typeof store !== 'string' || !device.stores.has(store)) {
    return rejected(id, 'event.store_foreign', `The device was never in store ${String(store)}`);
  }
  const content = value.payload;
  return {
    event: { id, store, device: device.id, deviceSeq, type, schemaVersion, payload, content, hash },
  };
}

/** The hash of an event, as the kiosk's outbox takes it too. */
export function eventHash(event: Parameters<typeof eventHashText>[0]): string {
  return createHash('sha256').update(eventHashText(event)).digest('hex');
}

export function rejected(
  id: string | null,
  code: ErrorCode,
  message: string,
): { answer: EventAnswer } {
  return { answer: { id, status: 'rejected', code, message: message.slice(0, 500) } };
}

function readableId(value: unknown): string | null {
  const id = value !== null && typeof value === 'object' && 'id' in value ? value.id : null;
  return typeof id === 'string' && isUuid(id) ? id : null;
}

/** The first thing that is wrong, and no more: the validator would look for all of them. */
function problemText(name: string, schema: object, value: unknown): string {
  const { field, reason } = explainInvalid(schema, value);
  return [name, field, reason].filter((part) => part !== '').join(' ');
}
