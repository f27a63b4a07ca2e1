import { CircleCheck } from 'lucide-react';
import { useEffect } from 'react';
import { errorCodes } from '#shared/lib/errors.ts';
import { Action } from '../../components/Action.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { loadJobs, usePrinting, watchJobs } from '../../stores/printing.ts';
import { DoneJob, OpenJob } from './JobRow.tsx';

/** What somebody must see to, and what was printed of late. */
export function Jobs() {
  const { t } = useWords();
  const open = usePrinting((state) => state.open);
  const latest = usePrinting((state) => state.latest);
  const fault = usePrinting((state) => state.fault);
  useEffect(watchJobs, []);
  return (
    <section aria-label={t('printing.title')} className="flex flex-col gap-4">
      <div className="flex flex-col gap-2">
        <h2 className="text-2xl">{t('printing.open')}</h2>
        <p role="status" className="flex items-center gap-3 text-soft">
          {open !== null && <Count open={open.length} />}
        </p>
      </div>
      {fault !== null && (
        <div className="flex flex-wrap items-center gap-4">
          <p role="alert" className="text-danger">
            {t(errorCodes[fault].messageKey)}
          </p>
          <Action onPress={() => void loadJobs()}>{t('fault.retry')}</Action>
        </div>
      )}
      <ul className="flex flex-col gap-4 empty:hidden">
        {(open ?? []).map((job) => (
          <li key={job.id}>
            <OpenJob job={job} />
          </li>
        ))}
      </ul>
      {latest.length > 0 && (
        <>
          <h2 className="pt-4 text-2xl">{t('printing.latest')}</h2>
          <ul className="rounded-lg border border-line bg-raised px-6 shadow-low">
            {latest.map((job) => (
              <li key={job.id} className="border-line not-first:border-t">
                <DoneJob job={job} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Count({ open }: { readonly open: number }) {
  const { t } = useWords();
  if (open > 0) return t('printing.openCount', { count: open });
  return (
    <>
      <CircleCheck aria-hidden size="1.3em" className="shrink-0" />
      {t('printing.nothingOpen')}
    </>
  );
}
