import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { explainInvalid } from '../../lib/explain-invalid.ts';
import { isDeeperThan } from '../../lib/nesting.ts';
import { unplainPart } from '../../lib/plain-text.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import {
  type CatalogRecord,
  type RecordKind,
  type RecordOfKind,
  recordKey,
  recordSchemas,
} from '../catalog/feed.ts';
import { problemOf, type RecordProblem } from '../catalog/record-problems.ts';

/** Why something is no sound record, and which record it was meant to be. */
export interface RecordFault extends RecordProblem {
  readonly kind?: RecordKind;
  readonly key?: string;
}

// Object.keys forgets the key type.
/** Every kind, in the order in which they refer to each other. */
export const recordKinds = Object.keys(recordSchemas) as readonly RecordKind[];
const kindNames: ReadonlySet<string> = new Set(recordKinds);

/** Whether a name is that of a kind. */
export function isRecordKind(name: unknown): name is RecordKind {
  return typeof name === 'string' && kindNames.has(name);
}

type Check = (value: unknown) => boolean;
const compiled = new Map<RecordKind, Check>();

/** Compiled on first use: most feeds have a few kinds only. */
function checkOf(kind: RecordKind): Check {
  const known = compiled.get(kind);
  if (known !== undefined) return known;
  const schema: TSchema = recordSchemas[kind];
  const validator = Compile(schema);
  const check: Check = (value) => validator.Check(value);
  compiled.set(kind, check);
  return check;
}

/** Whether a value has the form of a kind's records, e.g. when it comes back from a database. */
export function hasRecordForm<Kind extends RecordKind>(
  kind: Kind,
  value: unknown,
): value is RecordOfKind<Kind> {
  return checkOf(kind)(value);
}

/** Conditions within conditions: more than anybody writes, less than any stack minds. */
const deepestNesting = 64;

function kindReason(kind: unknown): string {
  if (kind === undefined) return 'is missing';
  // Not written out: it may be nested as deeply as it likes.
  if (typeof kind === 'object' && kind !== null) return 'must be a text';
  return `${JSON.stringify(kind)} is not a known kind`;
}

/** Whether a value is a sound record of its kind, seen by itself. */
export function validateRecord(value: unknown): Result<CatalogRecord, RecordFault> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return err({ field: '', reason: 'a record must be an object' });
  }
  // An object, as has just been seen; what its members are is open.
  const { kind } = value as { readonly kind?: unknown };
  if (!isRecordKind(kind)) {
    return err({ field: 'kind', reason: kindReason(kind) });
  }
  // Only the conditions of a rule hold their like.
  if (kind === 'rule' && isDeeperThan(value, deepestNesting)) {
    const reason = `is nested more than ${deepestNesting} levels deep`;
    return err({ kind, ...keyOf(kind, value), field: '', reason });
  }
  if (!checkOf(kind)(value)) {
    return err({ kind, ...keyOf(kind, value), ...explainInvalid(recordSchemas[kind], value) });
  }
  // The compiled schema is the type's own.
  const record = value as CatalogRecord;
  const unplain = unplainPart(record);
  const problem =
    unplain === null
      ? problemOf(record)
      : { field: unplain, reason: 'holds a NUL or no character' };
  return problem === null ? ok(record) : err({ kind, key: recordKey(record), ...problem });
}

/** The members that make a key, of the kinds that are not known by `id` alone. */
const keyMembers: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  product: ['sku'],
  price: ['sku', 'currency', 'validFrom'],
  stock: ['sku', 'store'],
};

/** The key of something that was meant as a record; its id or SKU when parts of the key are missing. */
export function keyOf(kind: RecordKind, value: object = {}): { readonly key?: string } {
  const members: Readonly<Record<string, unknown>> = { ...value };
  const isWhole = (keyMembers[kind] ?? ['id']).every((name) => isKeyPart(members[name]));
  // It has every member that `recordKey` looks at, though a SKU may be a number.
  if (isWhole) return { key: String(recordKey({ ...members, kind } as CatalogRecord)) };
  const part = members.id ?? members.sku;
  return typeof part === 'string' ? { key: part } : {};
}

function isKeyPart(member: unknown): boolean {
  return typeof member === 'string' || typeof member === 'number';
}
