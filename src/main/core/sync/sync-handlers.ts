import { ok } from '#shared/lib/result.ts';
import type { Handlers } from '../handlers.ts';
import { onceEach } from '../once-each.ts';
import type { CentralLine } from '../ports/central-line.ts';
import type { EventSink } from '../ports/events.ts';
import type { Outbox } from '../ports/outbox.ts';

export interface SyncPorts {
  readonly line: CentralLine;
  readonly outbox: Outbox;
  readonly events: EventSink;
}

type SyncName =
  | 'sync.status'
  | 'sync.enrol'
  | 'sync.now'
  | 'sync.setAside'
  | 'sync.retry'
  | 'sync.resend';

/** A person who has more of them has another problem than reading. */
const shownAtOnce = 100;

/** How the line to head office is, and what a person may do about it. SYN-30 to SYN-34, SYN-14. */
export function syncHandlers({ line, outbox }: SyncPorts): Handlers<SyncName> {
  const enrolOnce = onceEach<ReturnType<CentralLine['enrol']>>();
  const nowOnce = onceEach<Promise<void>>();
  const retryOnce = onceEach<null>();
  const resendOnce = onceEach<null>();

  return {
    'sync.status': () => ok(line.status()),

    'sync.enrol': async ({ commandId, url, code, move }) => {
      const enrolled = await enrolOnce(commandId, () => line.enrol(url, code, move));
      return enrolled.ok ? ok(line.status()) : enrolled;
    },

    'sync.now': async ({ commandId }) => {
      await nowOnce(commandId, () => line.now());
      return ok(line.status());
    },

    'sync.setAside': ({ limit = shownAtOnce }) => ok({ events: [...outbox.setAside(limit)] }),

    'sync.retry': ({ commandId, deviceSeq }) => {
      retryOnce(commandId, () => {
        outbox.retry(deviceSeq);
        return null;
      });
      line.wake();
      return ok(line.status());
    },

    'sync.resend': ({ commandId, fromSeq }) => {
      resendOnce(commandId, () => {
        outbox.resendFrom(fromSeq);
        return null;
      });
      line.wake();
      return ok(line.status());
    },
  };
}

/** Tells every change of the line. */
export function followLine({ line, events }: SyncPorts): () => void {
  return line.onChange(() => events.emit('sync.changed', line.status()));
}
