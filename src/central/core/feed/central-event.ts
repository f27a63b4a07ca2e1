import { v7 as uuidv7 } from 'uuid';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import type { StoredEvent } from '../../storage/events.ts';
import { eventHash } from '../ingest/judge-event.ts';

/** An event of the backend's own making, schema version 1; it is of no device. */
export function centralEvent(type: string, content: { readonly store: string }): StoredEvent {
  const event = {
    id: uuidv7(),
    deviceSeq: null,
    type,
    schemaVersion: 1,
    payload: canonicalJson(content),
  };
  return { ...event, store: content.store, device: null, content, hash: eventHash(event) };
}
