import {
  CircleCheck,
  CircleQuestionMark,
  CircleX,
  Clock,
  type LucideIcon,
  Printer,
  TimerOff,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { PrintJobView } from '#shared/contract/ipc/printing.ts';
import { Action } from '../../components/Action.tsx';
import { Badge, type Tone } from '../../components/Badge.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useBusy } from '../../lib/use-busy.ts';
import { acknowledge, reprint } from '../../stores/printing.ts';

const faces: Readonly<Record<PrintJobView['state'], readonly [Tone, LucideIcon]>> = {
  queued: ['neutral', Clock],
  sending: ['neutral', Printer],
  printed: ['good', CircleCheck],
  unknown: ['notice', CircleQuestionMark],
  failed: ['danger', CircleX],
  expired: ['notice', TimerOff],
};

/** A job that somebody may have to see to: what it is, what is known, what to do. */
export function OpenJob({ job }: { readonly job: PrintJobView }) {
  const { t } = useWords();
  const title = useJobTitle(job);
  const [tone, icon] = faces[job.state];
  return (
    <article
      aria-label={title}
      className="flex flex-col gap-3 rounded-lg border border-line bg-raised p-6 shadow-low"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 className="font-sans font-semibold text-lg">{title}</h3>
        <Badge tone={tone} icon={icon}>
          {t(`printing.state.${job.state}`)}
        </Badge>
      </div>
      <p>{t(`printing.meaning.${job.state}`)}</p>
      <Times job={job} />
      <WhatToDo job={job} />
    </article>
  );
}

/** In one line; a copy can be had of what is on paper. */
export function DoneJob({ job }: { readonly job: PrintJobView }) {
  const { t, time } = useWords();
  const title = useJobTitle(job);
  const [busy, run] = useBusy();
  const isPrinted = job.state === 'printed';
  return (
    <article
      aria-label={title}
      className="flex min-h-primary items-center gap-4 py-2 larger:flex-wrap"
    >
      <div className="min-w-0 flex-1">
        <h3 className="font-sans font-semibold text-base">{title}</h3>
        <p className="text-sm text-soft">
          {isPrinted ? t(`printing.proof.${job.confirmedBy ?? 'nothing'}`) : t('printing.seenTo')}
        </p>
      </div>
      <time dateTime={new Date(job.changedAt).toISOString()} className="tabular text-sm text-soft">
        {time(job.changedAt)}
      </time>
      {isPrinted && job.kind !== 'test' && (
        <Action
          variant="quiet"
          isDisabled={busy}
          aria-label={t('printing.copyOf', { title })}
          onPress={() => run(reprint(job.id))}
        >
          <Printer aria-hidden size="1.15em" strokeWidth={1.9} />
          {t('printing.copy')}
        </Action>
      )}
    </article>
  );
}

function useJobTitle({ kind, orderNumber }: PrintJobView): string {
  const { t } = useWords();
  return orderNumber === undefined
    ? t(`printing.kind.${kind}`)
    : t('printing.job', { number: orderNumber, kind: t(`printing.kind.${kind}`) });
}

function Times({ job }: { readonly job: PrintJobView }) {
  const { t, time } = useWords();
  const since = time(job.queuedAt);
  const changed = time(job.changedAt);
  return (
    <div className="tabular text-sm text-soft">
      <p>
        {[
          t('printing.since', { time: since }),
          ...(changed === since ? [] : [t('printing.changed', { time: changed })]),
          ...(job.attempts > 1 ? [t('printing.attempts', { count: job.attempts })] : []),
        ].join(' · ')}
      </p>
      {job.reason !== undefined && (
        <p className="text-xs [overflow-wrap:anywhere]">
          {t('devices.forIt', { detail: job.reason })}
        </p>
      )}
    </div>
  );
}

function WhatToDo({ job }: { readonly job: PrintJobView }) {
  const { t } = useWords();
  const [busy, run] = useBusy();
  const isTest = job.kind === 'test';
  switch (job.state) {
    case 'queued':
    case 'sending':
    case 'printed':
      return null;
    case 'unknown':
      return (
        <Ways>
          <Action isDisabled={busy} onPress={() => run(acknowledge(job.id))}>
            {t('printing.isOnPaper')}
          </Action>
          <Action isDisabled={busy} onPress={() => run(reprint(job.id))}>
            {isTest ? t('printing.again') : t('printing.printCopy')}
          </Action>
        </Ways>
      );
    case 'failed':
    case 'expired':
      return (
        <Ways>
          <Action variant="primary" isDisabled={busy} onPress={() => run(reprint(job.id))}>
            {job.state === 'failed' ? t('printing.again') : t('printing.printNow')}
          </Action>
          <Action isDisabled={busy} onPress={() => run(acknowledge(job.id))}>
            {t('printing.notNeeded')}
          </Action>
        </Ways>
      );
  }
}

function Ways({ children }: { readonly children: ReactNode }) {
  return <div className="flex flex-wrap gap-3 pt-2">{children}</div>;
}
