import type { RecordKind } from '../catalog/feed.ts';

/** A record that another one only says something about. */
export interface Owner {
  readonly kind: RecordKind;
  readonly key: string;
}

/** Prices, counts and lots are part of their product, rules of their template. */
const owners: Readonly<
  Partial<Record<RecordKind, { readonly kind: RecordKind; readonly member: string }>>
> = {
  price: { kind: 'product', member: 'sku' },
  stock: { kind: 'product', member: 'sku' },
  lot: { kind: 'product', member: 'sku' },
  rule: { kind: 'template', member: 'template' },
};

/** The kind that records of this kind are part of; `null` when they stand for themselves. */
export function ownerKindOf(kind: RecordKind): RecordKind | null {
  return owners[kind]?.kind ?? null;
}

/** What a record is part of, sound or not; `null` when it is part of nothing, or does not say of what. */
export function ownerOf(kind: RecordKind, record: unknown): Owner | null {
  const owner = owners[kind];
  if (owner === undefined || typeof record !== 'object' || record === null) return null;
  const members: Readonly<Record<string, unknown>> = { ...record };
  const key = members[owner.member];
  return typeof key === 'string' ? { kind: owner.kind, key } : null;
}
