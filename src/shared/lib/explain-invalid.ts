import { type Definitions, memberSchema, type Schema } from './json-schema.ts';

/** What is wrong with a value, where, in one line for a person. */
export interface InvalidPart {
  /** Path within the value, e.g. `rates[0].validTo`; empty for the value itself. */
  readonly field: string;
  readonly reason: string;
}

/**
 * The first thing that is wrong with a value, by the path to it. Of a union it looks at the branch
 * that the value's own `kind` or `type` names, so that the reason is short and about the mistake.
 */
export function explainInvalid(schema: object, value: unknown): InvalidPart {
  // A TypeBox type is JSON Schema; its other members do not matter here.
  return findInvalid(schema as Schema, value) ?? { field: '', reason: 'does not match the schema' };
}

/** As `explainInvalid`, for a value that may be sound. */
export function findInvalid(schema: Schema, value: unknown): InvalidPart | null {
  return problemIn(schema, value, '', {});
}

function problemIn(
  schema: Schema,
  value: unknown,
  path: string,
  outer: Definitions,
): InvalidPart | null {
  const definitions = schema.$defs ?? outer;
  if (schema.$ref !== undefined) {
    const target = definitions[schema.$ref];
    return target === undefined ? null : problemIn(target, value, path, definitions);
  }
  if (schema.anyOf !== undefined) return unionProblem(schema.anyOf, value, path, definitions);
  if (schema.type === 'object') return objectProblem(schema, value, path, definitions);
  if (schema.type === 'array') return arrayProblem(schema, value, path, definitions);
  const reason = leafReason(schema, value);
  return reason === null ? null : { field: path, reason };
}

function unionProblem(
  branches: readonly Schema[],
  value: unknown,
  path: string,
  definitions: Definitions,
): InvalidPart | null {
  const problems: InvalidPart[] = [];
  for (const branch of branches) {
    const problem = problemIn(branch, value, path, definitions);
    if (problem === null) return null;
    problems.push(problem);
  }
  for (const tag of ['kind', 'type']) {
    const names = branches.map((branch) => branch.properties?.[tag]?.const);
    if (!names.every((name) => typeof name === 'string')) continue;
    const at = isObject(value) ? names.indexOf(String(value[tag])) : -1;
    const tagField = path === '' ? tag : `${path}.${tag}`;
    return at >= 0 && isObject(value)
      ? (problems[at] ?? null)
      : { field: isObject(value) ? tagField : path, reason: `must be ${oneOf(names)}` };
  }
  const constants = branches.map((branch) => branch.const);
  if (!constants.includes(undefined)) return { field: path, reason: `must be ${oneOf(constants)}` };
  const others = branches.filter((branch) => branch.type !== 'null');
  const [only] = others;
  if (others.length === 1 && only !== undefined) {
    const problem = problemIn(only, value, path, definitions);
    return problem === null ? null : { ...problem, reason: `${problem.reason}, or null` };
  }
  const meant = branches.findIndex(({ type }) => isOfType(value, type));
  if (meant >= 0) return problems[meant] ?? null;
  const types = branches.map(({ type = '' }) => TYPE_NAMES[type] ?? type);
  return types.includes('') ? (problems[0] ?? null) : { field: path, reason: mustBe(types) };
}

/** Whether a branch of a union is the one that the value was meant for, by its sort alone. */
function isOfType(value: unknown, type: string | undefined): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'integer' || type === 'number') return typeof value === 'number';
  return type !== undefined && typeof value === type;
}

function mustBe(types: readonly string[]): string {
  const last = types.at(-1) ?? '';
  return types.length < 2
    ? `must be ${last}`
    : `must be ${types.slice(0, -1).join(', ')} or ${last}`;
}

function objectProblem(
  schema: Schema,
  value: unknown,
  path: string,
  definitions: Definitions,
): InvalidPart | null {
  if (!isObject(value)) return { field: path, reason: 'must be an object' };
  for (const name of schema.required ?? []) {
    if (value[name] === undefined) return { field: join(path, name), reason: 'is missing' };
  }
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const property = memberSchema(schema, name);
    if (property === null) return { field: join(path, name), reason: 'is not a known field' };
    const problem = problemIn(property, member, join(path, name), definitions);
    if (problem !== null) return problem;
  }
  return null;
}

function arrayProblem(
  schema: Schema,
  value: unknown,
  path: string,
  definitions: Definitions,
): InvalidPart | null {
  if (!Array.isArray(value)) return { field: path, reason: 'must be a list' };
  if (schema.minItems !== undefined && value.length < schema.minItems) {
    return { field: path, reason: `must have at least ${schema.minItems} entries` };
  }
  if (schema.maxItems !== undefined && value.length > schema.maxItems) {
    return { field: path, reason: `has ${value.length} entries, more than ${schema.maxItems}` };
  }
  for (const [index, entry] of value.entries()) {
    const problem = problemIn(schema.items ?? {}, entry, `${path}[${index}]`, definitions);
    if (problem !== null) return problem;
  }
  return null;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
  object: 'an object',
};

function leafReason(schema: Schema, value: unknown): string | null {
  if (schema.const !== undefined) {
    return value === schema.const ? null : `must be ${JSON.stringify(schema.const)}`;
  }
  if (schema.enum !== undefined) {
    return schema.enum.includes(value) ? null : `must be ${oneOf(schema.enum)}`;
  }
  if (schema.type !== undefined && !hasType(value, schema.type)) {
    return `must be ${TYPE_NAMES[schema.type] ?? schema.type}`;
  }
  if (typeof value === 'string') return textReason(schema, value);
  if (typeof value === 'number') return numberReason(schema, value);
  return null;
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'number') return Number.isFinite(value);
  return type === 'null' ? value === null : typeof value === type;
}

function textReason(schema: Schema, value: string): string | null {
  if (schema.maxLength !== undefined && value.length > schema.maxLength) {
    return `has ${value.length} characters, more than ${schema.maxLength}`;
  }
  if (schema.minLength !== undefined && value.length < schema.minLength) return 'is empty';
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) {
    return `${quote(value)} is not ${schema.description ?? `like ${schema.pattern}`}`;
  }
  return null;
}

function numberReason(schema: Schema, value: number): string | null {
  if (schema.minimum !== undefined && value < schema.minimum) {
    return `is ${value}, less than ${schema.minimum}`;
  }
  if (schema.maximum !== undefined && value > schema.maximum) {
    return `is ${value}, more than ${schema.maximum}`;
  }
  return null;
}

const LONGEST_QUOTE = 60;

function quote(value: string): string {
  const short = value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}…` : value;
  return JSON.stringify(short);
}

function oneOf(names: readonly unknown[]): string {
  const quoted = names.map((name) => JSON.stringify(name));
  return quoted.length === 1 ? String(quoted[0]) : `one of ${quoted.join(', ')}`;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
