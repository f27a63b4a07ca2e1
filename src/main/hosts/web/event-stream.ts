import type { ServerResponse } from 'node:http';
import type { KioskClient } from '#shared/contract/ipc/contract.ts';
import { eventNames } from '#shared/contract/ipc/names.ts';

const heartbeatMs = 15_000;
/** What a browser that stopped reading may leave in our memory before it is cut off. */
const maxQueuedBytes = 1_000_000;
const maxStreams = 8;

export interface EventStreams {
  /** Sends every event of the kiosk to `response` until the browser goes away. */
  open(response: ServerResponse, headers: Readonly<Record<string, string>>): void;
  close(): void;
}

/** Server-sent events (WHATWG HTML, section 9.2). */
export function createEventStreams(kiosk: Pick<KioskClient, 'subscribe'>): EventStreams {
  const streams = new Set<ServerResponse>();

  function send(response: ServerResponse, text: string): void {
    response.write(text);
    if (response.writableLength > maxQueuedBytes) response.destroy();
  }

  function broadcast(text: string): void {
    for (const response of streams) send(response, text);
  }

  const unsubscribe = eventNames.map((name) =>
    kiosk.subscribe(name, (payload) => {
      broadcast(`event: ${name}\ndata: ${JSON.stringify(payload)}\n\n`);
    }),
  );
  const heartbeat = setInterval(() => broadcast(': still here\n\n'), heartbeatMs);
  heartbeat.unref();

  return {
    open(response, headers) {
      const [oldest] = streams;
      if (streams.size >= maxStreams && oldest !== undefined) {
        streams.delete(oldest);
        oldest.destroy();
      }
      response.writeHead(200, {
        ...headers,
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      streams.add(response);
      response.on('close', () => streams.delete(response));
      // A dead connection is no news: `close` follows and forgets it.
      response.on('error', () => streams.delete(response));
      send(response, 'retry: 1000\n\n');
    },
    close() {
      clearInterval(heartbeat);
      for (const stop of unsubscribe) stop();
      for (const response of streams) response.destroy();
    },
  };
}
