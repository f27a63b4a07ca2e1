import { type Static, Type } from 'typebox';
import { Check } from 'typebox/value';
import { VersionNumber } from '#shared/contract/api/catalog.ts';
import { isRecordKind } from '#shared/domain/catalog-feed/validate-record.ts';
import type { ReleasePlace } from './release-changes.ts';

const Count = Type.Integer({ minimum: 0 });
const Parts = Type.Tuple([
  Type.String(),
  Type.Union([VersionNumber, Type.Null()]),
  VersionNumber,
  Count,
  Count,
  Type.Enum(['put', 'remove']),
  Type.String(),
  Type.String(),
]);
type Parts = Static<typeof Parts>;

/** A place that is not the beginning, as it is handed out. */
export function encodePlace({ step, total, position, after }: ReleasePlace): string {
  const { op, kind, key } = after ?? { op: 'put', kind: '', key: '' };
  const parts: Parts = [step.store, step.from, step.to, total, position, op, kind, key];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** `null` when it is none of ours. */
export function decodePlace(cursor: string): ReleasePlace | null {
  let parts: unknown = null;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    // Told below, like any other that is not ours.
  }
  if (!Check(Parts, parts)) return null;
  const [store, from, to, total, position, op, kind, key] = parts;
  if (!isRecordKind(kind) || position > total || key.includes('\0')) return null;
  return { step: { store, from, to }, total, position, after: { op, kind, key } };
}
