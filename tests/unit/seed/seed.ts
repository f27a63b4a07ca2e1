import { demoStoreFeed } from '#db/seed/demo-store.ts';
import type { CatalogRecord, RecordKind } from '#shared/domain/catalog/feed.ts';
import type { TemplateSource } from '#shared/domain/customization/source.ts';

const { header, records } = demoStoreFeed();

export const feedHeader = header;
export const seedRecords = records;

/** Every record of one kind, in feed order. */
export function recordsOf<K extends RecordKind>(
  kind: K,
): readonly Extract<CatalogRecord, { readonly kind: K }>[] {
  // The filter is the proof; TypeScript cannot narrow a union by a generic literal.
  return records.filter((record) => record.kind === kind) as Extract<
    CatalogRecord,
    { readonly kind: K }
  >[];
}

/** Each template with everything that it is compiled from. */
export const templateSources: readonly TemplateSource[] = recordsOf('template').map((template) => ({
  template,
  rules: recordsOf('rule').filter((rule) => rule.template === template.id),
  ingredients: recordsOf('ingredient'),
  allergens: recordsOf('allergen'),
}));

/** A day on which the whole list of fragrance allergens applies. */
export const demoDay = Date.UTC(2026, 10, 21);
