import type { PersonErasedV1, PersonRecordedV1 } from '#shared/contract/api/people.ts';
import type { Central } from '../central.ts';
import { eraseOnce } from '../core/people/erase-person.ts';
import type { FeedEvent } from '../storage/feed.ts';
import { findPerson, insertPerson, lockPerson } from '../storage/people.ts';
import type { Db } from '../storage/schema.ts';
import type { FeedConsumer } from './feed-consumer.ts';

/**
 * Knows who was recorded in which sale, and erases whom a device erased. Payloads were
 * checked against the schemas of their types before they were stored. PPL-27, PPL-28.
 */
export function peopleProjection({ logger, now }: Pick<Central, 'logger' | 'now'>): FeedConsumer {
  async function erase(db: Db, { device, store, payload, id }: FeedEvent): Promise<void> {
    const { personId } = payload as PersonErasedV1;
    const known = await findPerson(db, personId);
    const own = known?.recorded?.store ?? known?.key?.store ?? store;
    if (own !== store) {
      logger.warn({ event: id, device }, 'A device wanted a person of another store erased');
      return;
    }
    await eraseOnce(db, personId, `device:${device}`, new Date(now()));
  }

  return {
    name: 'people',
    types: ['person.recorded', 'person.erased'],
    batchSize: 200,
    async apply(db, events) {
      // Our own erasures were done when their event was stored.
      const erasures = events.filter(
        ({ type, device }) => type === 'person.erased' && device !== null,
      );
      // All before the first entry of the audit log, for which others wait with a person in hand.
      const personIds = erasures.map(({ payload }) => (payload as PersonErasedV1).personId);
      for (const id of personIds.sort()) await lockPerson(db, id);
      for (const event of events) {
        if (erasures.includes(event)) await erase(db, event);
        if (event.type !== 'person.recorded') continue;
        const { personId, orderId, store } = event.payload as PersonRecordedV1;
        const { id, receivedAt } = event;
        await insertPerson(db, {
          id: personId,
          store,
          orderId,
          event: id,
          recordedAt: receivedAt,
        });
      }
    },
  };
}
