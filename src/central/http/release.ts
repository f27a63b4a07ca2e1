import { fault } from '#shared/lib/errors.ts';
import type { Central } from '../central.ts';
import { currentRelease, type ReleaseCatalog } from '../core/pricing/release-catalog.ts';
import { ProblemError } from './problem.ts';

/** What the store gets now. @throws ProblemError 404 when nothing is published that has the store. */
export async function releaseFor(
  { database }: Pick<Central, 'database'>,
  store: string,
): Promise<ReleaseCatalog> {
  const release = await currentRelease(database, store);
  if (release !== null) return release;
  const message = `There is no published catalog that has the store "${store}"`;
  throw new ProblemError(404, fault('catalog.unavailable', message, { store }));
}
