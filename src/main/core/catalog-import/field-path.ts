import { type RecordKind, recordSchemas } from '#shared/domain/catalog/feed.ts';
import { explainInvalid, findInvalid } from '#shared/lib/explain-invalid.ts';
import { type Definitions, memberSchema, type Schema } from '#shared/lib/json-schema.ts';

/**
 * What is wrong with a path such as `name.en` as a field of a kind's records, or with a constant for
 * it, which would have every row rejected; `null` when nothing is.
 */
export function fieldProblem(kind: RecordKind, path: string, constant: unknown): string | null {
  if (path === 'kind') return 'is given beside the fields, once for all';
  // A TypeBox type is JSON Schema; its other members do not matter here.
  let branches = branchesOf(recordSchemas[kind] as Schema);
  for (const name of path.split('.')) {
    if (branches.every(({ type }) => type === 'array')) {
      return 'is inside a list, which is given as a whole';
    }
    branches = branches.flatMap((branch) => {
      const member = canHave(branch, name) ? memberSchema(branch, name) : null;
      return member === null ? [] : branchesOf(member, branch.$defs);
    });
    if (branches.length === 0) return `is not a known field of ${kind}`;
  }
  return constant === undefined ? null : constantProblem(branches, constant);
}

/** The alternatives of a schema, each complete by itself. */
function branchesOf(schema: Schema, outer: Definitions = {}): readonly Schema[] {
  const $defs = schema.$defs ?? outer;
  if (schema.$ref !== undefined) {
    const target = $defs[schema.$ref];
    return target === undefined ? [] : branchesOf(target, $defs);
  }
  return schema.anyOf?.flatMap((branch) => branchesOf(branch, $defs)) ?? [{ ...schema, $defs }];
}

function canHave(schema: Schema, name: string): boolean {
  if (schema.type !== 'object') return false;
  // What has members of any name is a text in several languages.
  return typeof schema.additionalProperties !== 'object' || isLanguageTag(name);
}

function isLanguageTag(name: string): boolean {
  return /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(name);
}

function constantProblem(branches: readonly Schema[], constant: unknown): string | null {
  if (branches.some((branch) => findInvalid(branch, constant) === null)) return null;
  const [only] = branches;
  const schema = branches.length === 1 && only !== undefined ? only : { anyOf: branches };
  const { field, reason } = explainInvalid(schema, constant);
  return `constant: ${field === '' ? '' : `${field} `}${reason}`;
}
