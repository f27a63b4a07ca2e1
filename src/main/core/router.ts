import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import type { CommonCode } from '#shared/contract/define.ts';
import { ipcContract, type RequestName } from '#shared/contract/ipc/contract.ts';
import { assert } from '#shared/lib/assert.ts';
import type { Json } from '#shared/lib/canonical-json.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, type Result } from '#shared/lib/result.ts';
import type { Handlers } from './handlers.ts';
import type { Ids } from './ports/ids.ts';
import type { Logger } from './ports/logger.ts';

/** Answers a request that came over any transport: never rejects, never throws. */
export type Route = (name: string, input: unknown) => Promise<Result<unknown, Fault>>;

export interface RouterOptions {
  readonly logger: Logger;
  /** Makes the correlation ids of unexpected failures. */
  readonly ids: Ids;
  /** Checks what handlers answer too; for development and tests. */
  readonly validateOutput: boolean;
}

interface Entry {
  readonly input: Validator;
  /** `null` when answers are not checked. */
  readonly output: Validator | null;
  readonly codes: ReadonlySet<string>;
  readonly handle: (input: unknown) => unknown;
}

const commonCodes: readonly CommonCode[] = [
  'input.invalid',
  'request.unknown',
  'internal.failure',
  'store.full',
  'store.unavailable',
  'store.busy',
];

const maxDetails = 5;

export function createRouter(handlers: Handlers<RequestName>, options: RouterOptions): Route {
  const entries = compileEntries(handlers, options.validateOutput);

  return async (name, input) => {
    const entry = entries.get(name);
    if (entry === undefined) {
      return err(fault('request.unknown', `There is no request named ${quoted(name)}.`));
    }
    try {
      if (!entry.input.Check(input)) return err(invalidInput(name, entry.input, input));
      // The handler's own type says that it answers a Result; `assertAnswer` proves it in tests.
      const result = (await entry.handle(input)) as Result<unknown, Fault>;
      if (entry.output !== null) assertAnswer(name, entry, result);
      return result;
    } catch (error) {
      return err(unexpected(name, error, options));
    }
  };
}

function compileEntries(
  handlers: Handlers<RequestName>,
  validateOutput: boolean,
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const [name, contract] of Object.entries(ipcContract)) {
    // Object.entries widens the keys; `handlers` has exactly the contract's names, and each
    // handler takes what the schema under its own name has just proved.
    const handle = handlers[name as RequestName] as (input: unknown) => unknown;
    entries.set(name, {
      input: Compile<TSchema>(contract.input),
      output: validateOutput ? Compile<TSchema>(contract.output) : null,
      codes: new Set<string>([...commonCodes, ...contract.errors]),
      handle,
    });
  }
  return entries;
}

function assertAnswer(name: string, entry: Entry, result: Result<unknown, Fault>): void {
  if (!result.ok) {
    assert(entry.codes.has(result.error.code), `${name} may not answer ${result.error.code}`);
    return;
  }
  const output = entry.output;
  assert(
    output === null || output.Check(result.value),
    `the answer of ${name} breaks its schema: ${output === null ? '' : summary(problems(output, result.value))}`,
  );
}

interface Problem {
  readonly path: string;
  readonly message: string;
}

function invalidInput(name: string, schema: Validator, input: unknown): Fault {
  const found = problems(schema, input);
  const details: Json = found.map(({ path, message }) => ({ path, message }));
  return fault('input.invalid', `Invalid input for ${name}: ${summary(found)}`, details);
}

/** The deepest complaints first: those name the member that is wrong, not the objects around it. */
function problems(schema: Validator, value: unknown): readonly Problem[] {
  const seen = new Map<string, Problem>();
  for (const error of schema.Errors(value)) {
    const path = error.instancePath === '' ? '/' : error.instancePath;
    const message = error.keyword === 'boolean' ? 'is not known here' : error.message;
    if (!seen.has(path)) seen.set(path, { path, message });
  }
  const all = [...seen.values()];
  const innermost = all.filter(
    ({ path }) =>
      !all.some(
        (other) => other.path !== path && other.path.startsWith(`${path === '/' ? '' : path}/`),
      ),
  );
  return innermost.slice(0, maxDetails);
}

function summary(found: readonly Problem[]): string {
  return found.map(({ path, message }) => `${path} ${message}`).join('; ');
}

function unexpected(name: string, error: unknown, options: RouterOptions): Fault {
  const correlationId = options.ids.next();
  options.logger.error('A request failed unexpectedly', {
    request: name,
    correlationId,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  return fault('internal.failure', `Something went wrong (${correlationId}).`, { correlationId });
}

/** A name that came from outside, short enough for a log line. */
function quoted(name: unknown): string {
  return JSON.stringify(String(name).slice(0, 60));
}
