import type { RequestName, RequestResult } from '#shared/contract/ipc/contract.ts';
import { fault } from '#shared/lib/errors.ts';
import { err } from '#shared/lib/result.ts';

/** The answer of a core that could not be asked, or did not answer in its own way. */
export function unreachable<N extends RequestName>(): RequestResult<N> {
  // `internal.failure` is a common code: every request may answer it.
  return err(fault('internal.failure', 'The kiosk could not be reached.')) as RequestResult<N>;
}

/** Takes an answer from the wire; only its envelope is checked, the core checks what is inside. */
export function resultOf<N extends RequestName>(answer: unknown): RequestResult<N> {
  const isResult = typeof answer === 'object' && answer !== null && 'ok' in answer;
  return isResult ? (answer as RequestResult<N>) : unreachable<N>();
}
