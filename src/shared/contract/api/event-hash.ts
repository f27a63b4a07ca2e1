import { canonicalJson } from '#shared/lib/canonical-json.ts';

/**
 * The text that an event's hash is the SHA-256 of, on the kiosk and at head office alike; `payload` is its
 * canonical JSON. SYN-2.
 */
export function eventHashText(event: {
  readonly id: string;
  /** `null`: not from a device. */
  readonly deviceSeq: number | null;
  readonly type: string;
  readonly schemaVersion: number;
  readonly payload: string;
}): string {
  const { id, deviceSeq, type, schemaVersion, payload } = event;
  return canonicalJson([id, deviceSeq, type, schemaVersion, payload]);
}
