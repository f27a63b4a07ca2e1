import type { Fault } from '#shared/lib/errors.ts';
import type { Result } from '#shared/lib/result.ts';
import { BadInput } from './output.ts';

/** What was hoped for. @throws BadInput with the reason when it did not come. */
export function expectValue<T>(result: Result<T, Fault>): T {
  if (!result.ok) throw new BadInput(result.error.message);
  return result.value;
}
