import type { Static, TSchema } from 'typebox';
import type { ErrorCode, Fault } from '#shared/lib/errors.ts';
import type { Result } from '#shared/lib/result.ts';

/** Codes that every entry may answer with, so that no entry needs to list them. */
export type CommonCode =
  | 'input.invalid'
  | 'request.unknown'
  | 'internal.failure'
  | 'store.full'
  | 'store.unavailable'
  | 'store.busy';

/** A request of the contract. Commands change something and carry a client-made `commandId`. */
export interface Entry<
  I extends TSchema = TSchema,
  O extends TSchema = TSchema,
  C extends ErrorCode = ErrorCode,
> {
  readonly kind: 'query' | 'command';
  readonly input: I;
  readonly output: O;
  /** Besides the common ones. */
  readonly errors: readonly C[];
}

/** Something that the core tells without being asked. */
export interface EventEntry<P extends TSchema = TSchema> {
  readonly kind: 'event';
  readonly payload: P;
}

/** A request that changes nothing; `errors` besides the common ones. */
export function query<I extends TSchema, O extends TSchema, const C extends ErrorCode = never>(
  input: I,
  output: O,
  errors: readonly C[] = [],
): Entry<I, O, C> {
  return { kind: 'query', input, output, errors };
}

/** A request that changes something; its input needs `commandFields`, so that a retry does nothing more. */
export function command<I extends TSchema, O extends TSchema, const C extends ErrorCode = never>(
  input: I,
  output: O,
  errors: readonly C[] = [],
): Entry<I, O, C> {
  return { kind: 'command', input, output, errors };
}

/** An event with what it carries. */
export function event<P extends TSchema>(payload: P): EventEntry<P> {
  return { kind: 'event', payload };
}

/** What an entry is asked with. */
export type InputOf<E> = E extends Entry<infer I, TSchema, ErrorCode> ? Static<I> : never;
/** What an entry answers when all is well. */
export type OutputOf<E> = E extends Entry<TSchema, infer O, ErrorCode> ? Static<O> : never;
type CodeOf<E> = E extends Entry<TSchema, TSchema, infer C> ? C | CommonCode : never;
/** All that an entry may answer: its value, or a fault with one of its codes or a common one. */
export type ResultOf<E> = Result<OutputOf<E>, Fault<CodeOf<E>>>;
