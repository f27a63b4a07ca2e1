import { setTimeout as pause } from 'node:timers/promises';
import { FeedPage, FeedQuery } from '#shared/contract/api/feed.ts';
import type { Central } from '../../central.ts';
import { cursorOfPlace, placeOfCursor } from '../../core/feed/feed-cursor.ts';
import { cloudStart, readCloudEvents } from '../../core/feed/read-cloud-events.ts';
import { cursorAhead, isAheadOfFeed } from '../ahead-of-feed.ts';
import type { App } from '../app.ts';
import { wrongCursor } from '../cursor.ts';
import { requireKey } from '../key-auth.ts';
import { describeRoute } from '../openapi.ts';

/** How often somebody who waits looks again: an event may come through another process. */
const lookMs = 500;

/** What happened, as CloudEvents, for whoever comes to fetch it. */
export function feedRoutes(app: App, central: Central): void {
  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());

  app.get(
    '/v1/feed',
    {
      onRequest: requireKey(central, 'feed:read'),
      schema: {
        ...describeRoute(
          {
            operationId: 'readFeed',
            summary: 'Events in the order of the feed, oldest first',
            description:
              'Keep `nextCursor` and ask with it again: nothing is skipped and nothing comes twice. With `wait` the answer comes when there is something, or with an empty page after that time.',
            tag: 'events',
            access: 'key',
            fails: [410],
          },
          { 200: FeedPage },
        ),
        querystring: FeedQuery,
      },
    },
    async (request, reply) => {
      const { cursor, types = [], store, limit = 100, wait = 0 } = request.query;
      const after = cursor === undefined ? cloudStart : placeOfCursor(cursor);
      if (after === null) throw wrongCursor();
      if (await isAheadOfFeed(central, after)) throw cursorAhead();
      const until = performance.now() + wait * 1000;
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const signal = AbortSignal.any([gone.signal, closing.signal]);
      const filter = { types, ...(store === undefined ? {} : { store }), limit };
      let page = await readCloudEvents(central.db, { ...filter, after });
      while (page.items.length === 0 && performance.now() < until && !signal.aborted) {
        if (!page.more) {
          const leftMs = until - performance.now();
          await pause(Math.min(lookMs, leftMs), undefined, { signal }).catch(() => undefined);
        }
        page = await readCloudEvents(central.db, { ...filter, after: page.end });
      }
      // A connection that stays would keep the server from closing until its keep-alive time is over.
      if (closing.signal.aborted) reply.header('connection', 'close');
      return {
        items: page.items.map(({ event }) => event),
        nextCursor: cursorOfPlace(page.end),
        hasMore: page.more,
      };
    },
  );
}
