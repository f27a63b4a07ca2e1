import type { CloudPlace } from './read-cloud-events.ts';

const largestXid = 2n ** 64n - 1n;
const largestEpoch = 2 ** 31 - 1;

/** A place in the feed as others keep it: opaque, valid for ever. */
export function cursorOfPlace({ epoch, xid, seq, part }: CloudPlace): string {
  const parts = part === null ? [epoch, xid, seq] : [epoch, xid, seq, part];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** The place of a cursor; `null` when it is not one of the feed. */
export function placeOfCursor(cursor: string): CloudPlace | null {
  let parts: unknown = null;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  if (!Array.isArray(parts) || parts.length < 3 || parts.length > 4) return null;
  const [epoch, xid, seq, part = null] = parts as readonly unknown[];
  if (!isCount(epoch, largestEpoch) || !isXid(xid)) return null;
  if (!isCount(seq, Number.MAX_SAFE_INTEGER)) return null;
  return part === null || isCount(part, largestEpoch) ? { epoch, xid, seq, part } : null;
}

function isXid(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,20}$/.test(value) && BigInt(value) <= largestXid;
}

function isCount(value: unknown, largest: number): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= largest;
}
