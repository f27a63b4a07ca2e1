import {
  Building2,
  CircleCheck,
  Clock,
  CloudOff,
  KeyRound,
  LoaderCircle,
  type LucideIcon,
  RefreshCw,
  ShieldX,
  Unlink,
} from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { SyncStatus } from '#shared/contract/ipc/sync.ts';
import { errorCodes } from '#shared/lib/errors.ts';
import { Action } from '../../components/Action.tsx';
import { Badge, type Tone } from '../../components/Badge.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useBusy } from '../../lib/use-busy.ts';
import { useNow } from '../../lib/use-now.ts';
import { loadSync, syncNow, useSync } from '../../stores/sync.ts';
import { DeviceCard } from './DeviceCard.tsx';
import { EnrolSheet } from './EnrolSheet.tsx';
import { Fact, Facts } from './Facts.tsx';
import { contactWords, lineSentence, skewSentence } from './line-words.ts';
import { ProblemBox } from './ProblemBox.tsx';
import { RefusedSheet } from './RefusedSheet.tsx';

/** How often the words of the last contact are looked over. */
const wordsAgeMs = 10_000;

const faces: Readonly<Record<SyncStatus['state'], readonly [Tone, LucideIcon]>> = {
  notEnrolled: ['neutral', Unlink],
  connecting: ['neutral', LoaderCircle],
  online: ['good', CircleCheck],
  offline: ['notice', CloudOff],
  refused: ['danger', ShieldX],
};

/** The line to head office: how it is, what waits, what was refused. */
export function HeadOfficeCard() {
  const { t } = useWords();
  const status = useSync((state) => state.status);
  const fault = useSync((state) => state.fault);
  useEffect(() => void loadSync(), []);
  if (status === null) {
    return (
      <DeviceCard
        icon={Building2}
        name={t('headOffice.title')}
        text={fault === null ? t('common.loading') : t(errorCodes[fault].messageKey)}
        level={2}
        badge={
          fault !== null && <Action onPress={() => void loadSync()}>{t('fault.retry')}</Action>
        }
      />
    );
  }
  const [tone, icon] = faces[status.state];
  return (
    <DeviceCard
      icon={Building2}
      name={t('headOffice.title')}
      text={status.central?.url ?? t('headOffice.nowhere')}
      level={2}
      badge={
        <span role="status">
          <Badge tone={tone} icon={icon}>
            {t(`headOffice.state.${status.state}`)}
          </Badge>
        </span>
      }
    >
      <Line status={status} />
    </DeviceCard>
  );
}

function Line({ status }: { readonly status: SyncStatus }) {
  const words = useWords();
  const { t, number } = words;
  const { state, central, problem, waiting, setAside } = status;
  const nowMs = useNow(wordsAgeMs);
  const wrong = lineSentence(words, status);
  const skew = skewSentence(words, status.clockSkewMs);
  return (
    <>
      {central === null && <p>{t('headOffice.meaning.notEnrolled')}</p>}
      <ProblemBox
        weight={state === 'refused' ? 'grave' : 'calm'}
        sentences={wrong === null ? [] : [wrong]}
        detail={problem?.message ?? ''}
      />
      <Facts>
        {central !== null && (
          <>
            <Fact term={t('headOffice.kiosk')}>
              {t('headOffice.nameInStore', { name: central.name, store: central.store })}
            </Fact>
            <Fact term={t('headOffice.lastContact')}>
              {contactWords(words, status.lastContactAt, nowMs)}
            </Fact>
          </>
        )}
        <Fact term={t('headOffice.toSend')}>
          {t('headOffice.waiting', { count: waiting, shown: number(waiting) })}
        </Fact>
        <Fact term={t('headOffice.catalog')}>
          {t('headOffice.version', { version: number(status.catalogVersion) })}
        </Fact>
      </Facts>
      <Refused count={setAside} />
      {skew !== null && <Note icon={Clock}>{skew}</Note>}
      {central !== null && status.keyProtection === 'none' && (
        <Note icon={KeyRound}>{t('headOffice.keyInFile')}</Note>
      )}
      <Deeds status={status} />
    </>
  );
}

/** Only where there is something to look at. */
function Refused({ count }: { readonly count: number }) {
  const { t, number } = useWords();
  const [looking, setLooking] = useState(false);
  return (
    <>
      {count > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-md bg-notice-wash py-3 pe-3 ps-5 text-notice">
          <p className="min-w-60 flex-1 font-medium">
            {t('headOffice.refused.count', { count, shown: number(count) })}
          </p>
          <Action onPress={() => setLooking(true)}>{t('headOffice.refused.look')}</Action>
        </div>
      )}
      {looking && <RefusedSheet onClose={() => setLooking(false)} />}
    </>
  );
}

function Note({
  icon: Icon,
  children,
}: {
  readonly icon: LucideIcon;
  readonly children: ReactNode;
}) {
  return (
    <p className="flex gap-3 text-sm text-soft">
      <Icon aria-hidden size="1.25em" className="mt-[0.08em] shrink-0" />
      {children}
    </p>
  );
}

function Deeds({ status }: { readonly status: SyncStatus }) {
  const { t } = useWords();
  const [enrolling, setEnrolling] = useState(false);
  const [became, setBecame] = useState<SyncStatus['state'] | null>(null);
  const [busy, run] = useBusy();
  const { state, central } = status;
  const sync = async () => {
    setBecame(null);
    setBecame(await syncNow());
  };
  // What came of it is said as long as it is so.
  const outcome = became === state ? outcomeKey(status) : null;
  const canSync = central !== null && state !== 'refused';
  return (
    <div className="flex flex-wrap gap-3">
      {canSync && (
        <Action isDisabled={busy} onPress={() => run(sync())}>
          <RefreshCw aria-hidden size="1.15em" strokeWidth={1.9} />
          {t(busy ? 'headOffice.syncing' : 'headOffice.sync')}
        </Action>
      )}
      <Action variant={canSync ? 'secondary' : 'primary'} onPress={() => setEnrolling(true)}>
        <KeyRound aria-hidden size="1.15em" strokeWidth={1.9} />
        {t(central === null ? 'headOffice.enrol' : 'headOffice.enrolAgain')}
      </Action>
      <p role="status" className="min-w-60 flex-1 self-center text-sm text-soft empty:hidden">
        {outcome !== null && t(outcome)}
      </p>
      {enrolling && <EnrolSheet central={central} onClose={() => setEnrolling(false)} />}
    </div>
  );
}

function outcomeKey({ state, waiting }: SyncStatus): string | null {
  if (state === 'offline') return 'headOffice.notSynced';
  return state === 'online' && waiting === 0 ? 'headOffice.synced' : null;
}
