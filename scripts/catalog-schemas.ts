import { CatalogMapping } from '#main/core/catalog-import/mapping-schema.ts';
import { FeedHeader, recordSchemas } from '#shared/domain/catalog/feed.ts';

type Schema = { readonly [name: string]: unknown };

const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** JSON Schema files for people and tools outside, by file name, made from the types that we check with. */
export function catalogSchemas(): ReadonlyMap<string, string> {
  const definitions: Record<string, unknown> = {};
  for (const [kind, schema] of Object.entries(recordSchemas)) {
    definitions[kind] = portable(schema, definitions);
  }
  const records = Object.keys(recordSchemas).map((kind) => ({ $ref: `#/$defs/${kind}` }));
  const header = portable(FeedHeader, definitions);
  const feed = {
    $schema: dialect,
    title: 'Blendbar catalog feed, version 1, as one JSON document',
    type: 'object',
    required: [...listOf(header.required), 'records'],
    properties: {
      ...objectOf(header.properties),
      records: { type: 'array', items: { anyOf: records } },
    },
    additionalProperties: false,
    $defs: definitions,
  };
  const line = {
    $schema: dialect,
    title:
      'Blendbar catalog feed, version 1, as NDJSON: the header in the first line, then a record in each',
    anyOf: [{ $ref: '#/$defs/header' }, ...records],
    $defs: { header, ...definitions },
  };
  const mapping = {
    $schema: dialect,
    title: 'Blendbar mapping of CSV columns to catalog records, version 1',
    ...portable(CatalogMapping, {}),
  };
  return new Map([
    ['catalog-feed.schema.json', textOf(feed)],
    ['catalog-feed-line.schema.json', textOf(line)],
    ['catalog-mapping.schema.json', textOf(mapping)],
  ]);
}

/** TypeBox keeps recursive types beside their use; outside they belong to the document's `$defs`. */
function portable(schema: object, definitions: Record<string, unknown>): Schema {
  // JSON as it is written, without TypeBox's own markers.
  const plain: Schema = JSON.parse(JSON.stringify(schema));
  return objectOf(hoisted(plain, definitions));
}

function hoisted(value: unknown, definitions: Record<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((entry) => hoisted(entry, definitions));
  if (typeof value !== 'object' || value === null) return value;
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    if (name === '$defs') {
      for (const [id, inner] of Object.entries(objectOf(member))) {
        definitions[id] = hoisted(inner, definitions);
      }
    } else if (name === '$ref') result[name] = `#/$defs/${String(member)}`;
    else if (name !== '$id') result[name] = hoisted(member, definitions);
  }
  return result;
}

function objectOf(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(schema: Schema): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
