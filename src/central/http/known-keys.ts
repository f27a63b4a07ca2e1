import type { Central } from '../central.ts';
import { activeKeys } from '../storage/devices.ts';

/** So old may they be; a device that is enrolled meanwhile waits for so long at most. */
const freshMs = 10_000;
/** More devices than anybody has; those that were heard of last. */
const mostKeys = 50_000;

/** The public keys of all devices as they were some seconds ago, by their ids; asked for at most so often. */
export function createKnownKeys({
  db,
  logger,
}: Pick<Central, 'db' | 'logger'>): () => Promise<ReadonlyMap<string, Buffer>> {
  let keys: Promise<ReadonlyMap<string, Buffer>> = Promise.resolve(new Map());
  let askedAt = Number.NEGATIVE_INFINITY;

  async function load(): Promise<ReadonlyMap<string, Buffer>> {
    try {
      const rows = await activeKeys(db, mostKeys);
      return new Map(rows.map(({ id, publicKey }) => [id, publicKey]));
    } catch (error) {
      // Nobody is known then; whoever asks waits and tries again.
      logger.warn({ err: error }, 'The keys of devices cannot be read');
      return new Map();
    }
  }

  return () => {
    const now = performance.now();
    if (now - askedAt > freshMs) {
      askedAt = now;
      keys = load();
    }
    return keys;
  };
}
