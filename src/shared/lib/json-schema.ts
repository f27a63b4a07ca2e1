/** The part of JSON Schema that our TypeBox types use. */
export interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly pattern?: string;
  readonly description?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** Schemas that others name by `$ref`. */
export type Definitions = Readonly<Record<string, Schema>>;

/** The schema of an object's member; `null` when it may have none of that name. */
export function memberSchema(schema: Schema, name: string): Schema | null {
  const { properties = {} } = schema;
  const named = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (named !== undefined) return named;
  for (const [pattern, member] of Object.entries(schema.patternProperties ?? {})) {
    if (new RegExp(pattern, 'u').test(name)) return member;
  }
  if (typeof schema.additionalProperties === 'object') return schema.additionalProperties;
  return schema.additionalProperties === false ? null : {};
}
