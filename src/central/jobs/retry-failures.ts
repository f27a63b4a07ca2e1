import type { OpenCentral } from '../open-central.ts';
import { eventsById } from '../storage/feed.ts';
import {
  type ConsumerFailure,
  consumerFailures,
  takeFailure,
} from '../storage/feed-consumer-failures.ts';
import { appliesOne, type FeedConsumer } from './feed-consumer.ts';

/** More than anybody should ever see; the rest is tried with the next call. */
const mostAtOnce = 10_000;

/**
 * Tries the events that `consumer` set aside once more, the oldest first, each in a transaction of its own:
 * after whatever stopped it was mended.
 * @returns how many count now, and how many failed again and stay set aside.
 */
export async function retryFailures(
  central: Pick<OpenCentral, 'db' | 'logger' | 'now'>,
  consumer: FeedConsumer,
): Promise<{ readonly applied: number; readonly failed: number }> {
  const failures = await consumerFailures(central.db, {
    consumer: consumer.name,
    limit: mostAtOnce,
  });
  let applied = 0;
  let failed = 0;
  for (const failure of failures) {
    const outcome = await retryOne(central, consumer, failure);
    if (outcome === 'applied') applied += 1;
    if (outcome === 'failed') failed += 1;
  }
  if (applied > 0) consumer.applied?.();
  return { applied, failed };
}

function retryOne(
  central: Pick<OpenCentral, 'db' | 'logger' | 'now'>,
  consumer: FeedConsumer,
  failure: ConsumerFailure,
): Promise<'applied' | 'failed' | 'taken'> {
  return central.db.transaction().execute(async (transaction) => {
    if (!(await takeFailure(transaction, failure))) return 'taken';
    const { store, event: id } = failure;
    const [event] = await eventsById(transaction, [{ store, id }]);
    // Its month was dropped: there is nothing left to be made of it.
    if (event === undefined) return 'applied';
    return (await appliesOne(transaction, consumer, event, central)) ? 'applied' : 'failed';
  });
}
