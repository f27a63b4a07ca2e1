import { below, pick } from '../scanner-codes.ts';

type Random = () => number;

/** The part of JSON Schema that the API's document uses. */
export interface ValueSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly ValueSchema[];
  readonly properties?: Readonly<Record<string, ValueSchema>>;
  readonly patternProperties?: Readonly<Record<string, ValueSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | ValueSchema;
  readonly items?: ValueSchema;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** What a member or parameter of a name is often given, so that requests reach something that is there. */
export type KnownValues = Readonly<Record<string, readonly unknown[]>>;

/** Of every form that the API knows; one that fits the pattern is taken. */
const forms = [
  ...[
    'a',
    'x',
    'berlin',
    'a.b-c_d',
    'A/B.c_d-9',
    'D1',
    'Z',
    '7K4QX2M98',
    '7K4QX-2M9TB',
    '12345678',
  ],
  ...['0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
  ...['2026-11-25T09:30:00.000Z', '2026-02-31T00:00:00.000Z', '9999-12-31T23:59:59.999Z'],
  ...[
    'e'.repeat(64),
    'EUR',
    'DE',
    '#A06F4A',
    'A'.repeat(43),
    'WyJhIl0',
    'https://example.com/hook',
  ],
  ...['order.completed', 'com.blendbar.order.completed.v1', 'catalog:read', 'en', '10001'],
];

const wordsOfAnyKind = [
  ...[
    '',
    ' ',
    'Zoë 👩‍🔬',
    '<script>',
    "'; DROP TABLE orders; --",
    '%',
    '_',
    '\\',
    '"',
    'null',
    'NaN',
  ],
  ...[
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    '../../etc/passwd',
    'x'.repeat(300),
  ],
];

/** A value that the schema allows, as far as that is easy. */
export function fittingValue(
  random: Random,
  schema: ValueSchema,
  known: KnownValues,
  name = '',
  depth = 0,
): unknown {
  const given = Object.hasOwn(known, name) ? known[name] : undefined;
  if (given !== undefined && given.length > 0 && random() < 0.8) return pick(random, given);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return pick(random, schema.enum);
  if (schema.anyOf !== undefined) {
    return fittingValue(random, pick(random, schema.anyOf), known, name, depth);
  }
  switch (schema.type) {
    case 'object':
      return fittingObject(random, schema, known, depth);
    case 'array': {
      const { minItems = 0, maxItems = 1_000, items = {} } = schema;
      const length = Math.min(maxItems, minItems + below(random, depth > 4 ? 1 : 4));
      return Array.from({ length }, () => fittingValue(random, items, known, name, depth + 1));
    }
    case 'string':
      return fittingText(random, schema);
    case 'integer':
    case 'number': {
      const { minimum = -1_000_000, maximum = 1_000_000_000_000 } = schema;
      const between = minimum + Math.floor(random() * Math.min(maximum - minimum, 100));
      return pick(random, [minimum, maximum, between, between]);
    }
    case 'boolean':
      return random() < 0.5;
    case 'null':
      return null;
    default:
      return pick(random, [null, 0, 'x', true, [], {}, { a: [1, { b: 'c' }] }]);
  }
}

function fittingObject(
  random: Random,
  schema: ValueSchema,
  known: KnownValues,
  depth: number,
): unknown {
  const { properties = {}, patternProperties = {}, required = [] } = schema;
  const members: [string, unknown][] = [];
  for (const [name, member] of Object.entries(properties)) {
    if (!required.includes(name) && random() < 0.5) continue;
    members.push([name, fittingValue(random, member, known, name, depth + 1)]);
  }
  for (const [pattern, member] of Object.entries(patternProperties)) {
    const names = forms.filter((form) => new RegExp(pattern, 'u').test(form));
    for (const name of names.slice(0, below(random, 3))) {
      members.push([name, fittingValue(random, member, known, '', depth + 1)]);
    }
  }
  return Object.fromEntries(members);
}

function fittingText(random: Random, { pattern, minLength = 0, maxLength = 1_000 }: ValueSchema) {
  const form = pattern === undefined ? null : new RegExp(pattern, 'u');
  const fit = [...forms, ...wordsOfAnyKind].filter(
    (text) =>
      text.length >= minLength && text.length <= maxLength && (form === null || form.test(text)),
  );
  return fit.length === 0 ? 'x'.repeat(Math.max(1, minLength)) : pick(random, fit);
}

/** What no schema means, or hardly. */
export function oddValue(random: Random): unknown {
  return pick<() => unknown>(random, [
    () => null,
    () => true,
    () => [],
    () => ({}),
    () => -0,
    () => 1.5,
    () => 1e308,
    () => -1,
    () => Number.MAX_SAFE_INTEGER,
    () => 2 ** 63,
    () => 253_402_300_799_999,
    () => 253_402_300_800_000,
    () => 'a\u0000b',
    () => '\ud800',
    () => '\uffff',
    () => 'x'.repeat(20_000),
    () => '👩‍👩‍👧‍👦'.repeat(50),
    () => 'א\u202eb',
    () => pick(random, wordsOfAnyKind),
    () => Array.from({ length: 2_000 }, () => 0),
    () => Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, index])),
    () => deep(200),
    () => tooDeep,
    () => JSON.parse('{"__proto__": {"admin": true}}'),
    () => ({ constructor: { prototype: { admin: true } } }),
    () => ({ toJSON: 'x', valueOf: 1, length: -1 }),
  ])();
}

/** Stands for lists in each other until a stack runs out, also that of whoever writes them down. */
export const tooDeep = '@@deep@@';

function deep(levels: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** The value with one of its parts replaced, left out or added. */
export function spoilt(random: Random, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || random() < 0.15) return oddValue(random);
  if (Array.isArray(value)) {
    const list: unknown[] = [...value];
    if (list.length === 0 || random() < 0.3) return [...list, oddValue(random)];
    const at = below(random, list.length);
    list[at] = spoilt(random, list[at]);
    return list;
  }
  const members = Object.entries(value);
  const fate = random();
  if (members.length === 0 || fate < 0.2) {
    const name = pick(random, ['extra', '__proto__', 'constructor', 'a\u0000', '', '💥']);
    return Object.fromEntries([...members, [name, oddValue(random)]]);
  }
  const at = below(random, members.length);
  if (fate < 0.4) return Object.fromEntries(members.filter((_, index) => index !== at));
  return Object.fromEntries(
    members.map(([name, member], index) => [name, index === at ? spoilt(random, member) : member]),
  );
}
