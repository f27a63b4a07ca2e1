import { CircleCheck, LoaderCircle, RefreshCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { SetAsideEvent } from '#shared/contract/ipc/sync.ts';
import { errorCodes } from '#shared/lib/errors.ts';
import { Action } from '../../components/Action.tsx';
import { Badge } from '../../components/Badge.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useBusy } from '../../lib/use-busy.ts';
import { loadRefused, resend, useSync, watchRefused } from '../../stores/sync.ts';
import { refusedReason, refusedTitle } from './line-words.ts';

/** As many as anybody reads; what helps one of them mostly helps the rest. */
const mostShown = 50;

/** What head office refused, and why; any of it can be sent once more. */
export function RefusedSheet({ onClose }: { readonly onClose: () => void }) {
  const { t, number } = useWords();
  const refused = useSync((state) => state.refused);
  const fault = useSync((state) => state.refusedFault);
  const isOnline = useSync((state) => state.status?.state === 'online');
  const [busy, run] = useBusy();
  /** Sent once more from here, and when each was refused before: what is refused later was refused again. */
  const [sent, setSent] = useState<ReadonlyMap<number, number>>(new Map());
  useEffect(watchRefused, []);
  const events = refused ?? [];
  const more = events.length - mostShown;

  const send = (chosen: readonly SetAsideEvent[], deviceSeq: number | null) => {
    setSent((before) => {
      const now = new Map(before);
      for (const event of chosen) now.set(event.deviceSeq, event.at);
      return now;
    });
    run(resend(deviceSeq));
  };

  return (
    <Sheet
      title={t('headOffice.refused.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Action size="large" onPress={onClose}>
            {t('common.close')}
          </Action>
          {events.length > 1 && (
            <Action
              variant="primary"
              size="large"
              isDisabled={busy || events.every(({ retrying }) => retrying)}
              onPress={() => send(events, null)}
            >
              <RefreshCw aria-hidden size="1.15em" strokeWidth={1.9} />
              {t('headOffice.refused.sendAll')}
            </Action>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <p className="text-lg text-soft">{t('headOffice.refused.text')}</p>
        <p role="status" className="flex items-center gap-3 font-medium empty:hidden">
          {refused !== null && events.length === 0 && (
            <>
              <CircleCheck aria-hidden size="1.3em" className="shrink-0" />
              {t('headOffice.refused.none')}
            </>
          )}
          {!isOnline && events.some(({ retrying }) => retrying) && t('headOffice.refused.later')}
        </p>
        {fault !== null && (
          <div className="flex flex-wrap items-center gap-4">
            <p role="alert" className="text-danger">
              {t(errorCodes[fault].messageKey)}
            </p>
            <Action onPress={() => void loadRefused()}>{t('fault.retry')}</Action>
          </div>
        )}
        <ul className="flex flex-col empty:hidden">
          {events.slice(0, mostShown).map((event) => (
            <li key={event.deviceSeq} className="border-line not-first:border-t">
              <RefusedRow
                event={event}
                isAgain={event.at > (sent.get(event.deviceSeq) ?? event.at)}
                isDisabled={busy}
                onSend={() => send([event], event.deviceSeq)}
              />
            </li>
          ))}
        </ul>
        {more > 0 && (
          <p className="text-soft">
            {t('headOffice.refused.more', { count: more, shown: number(more) })}
          </p>
        )}
      </div>
    </Sheet>
  );
}

interface RefusedRowProps {
  readonly event: SetAsideEvent;
  readonly isAgain: boolean;
  readonly isDisabled: boolean;
  readonly onSend: () => void;
}

function RefusedRow({ event, isAgain, isDisabled, onSend }: RefusedRowProps) {
  const words = useWords();
  const { t, time } = words;
  const title = refusedTitle(words, event);
  const at = time(event.at);
  return (
    <article
      aria-label={title}
      className="flex flex-wrap items-center justify-end gap-x-6 gap-y-3 py-4"
    >
      <div className="min-w-72 flex-1">
        <h3 className="font-sans font-semibold text-base">{title}</h3>
        <p>{refusedReason(words, event)}</p>
        <p className="tabular text-sm text-soft">
          {t(isAgain && !event.retrying ? 'headOffice.refused.again' : 'headOffice.refused.at', {
            time: at,
          })}
        </p>
        <p className="text-soft text-xs [overflow-wrap:anywhere]">
          {t('headOffice.refused.forIt', { id: event.id, message: event.message })}
        </p>
      </div>
      {event.retrying ? (
        <Badge tone="neutral" icon={LoaderCircle}>
          {t('headOffice.refused.sending')}
        </Badge>
      ) : (
        <Action
          isDisabled={isDisabled}
          aria-label={t('headOffice.refused.sendOne', { title })}
          onPress={onSend}
        >
          {t('headOffice.refused.send')}
        </Action>
      )}
    </article>
  );
}
