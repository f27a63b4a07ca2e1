import { Cable, type LucideIcon, RefreshCw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { DeviceView } from '#shared/contract/ipc/devices.ts';
import { Action } from '../../components/Action.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useBusy } from '../../lib/use-busy.ts';
import { type DeviceOf, reconnect } from '../../stores/devices.ts';
import { ConnectionSheet } from './ConnectionSheet.tsx';
import { DeviceCard } from './DeviceCard.tsx';
import { HealthBadge } from './HealthBadge.tsx';
import { ProblemBox } from './ProblemBox.tsx';

interface AttachedCardProps {
  readonly icon: LucideIcon;
  readonly name: string;
  /** How it is attached. */
  readonly text: string;
  readonly device: DeviceView;
  readonly children?: ReactNode;
}

/** A device: what it is, how it is attached, how it is, and what to do about that. */
export function AttachedCard({ icon, name, text, device, children }: AttachedCardProps) {
  const { t } = useWords();
  const { state, problems, detail } = device.health;
  return (
    <DeviceCard icon={icon} name={name} text={text} badge={<HealthBadge health={device.health} />}>
      <ProblemBox
        weight={state === 'notReady' || state === 'disconnected' ? 'grave' : 'notice'}
        sentences={problems.map((problem) => t(`devices.problem.${problem}`))}
        detail={detail}
      />
      {children}
    </DeviceCard>
  );
}

/** What can be done about any device whose connection is chosen here. */
export function ConnectionActions({
  device,
}: {
  readonly device: DeviceOf<'receipt-printer' | 'scanner'>;
}) {
  const { t } = useWords();
  const [changing, setChanging] = useState(false);
  const [busy, run] = useBusy();
  return (
    <>
      <Action isDisabled={busy} onPress={() => run(reconnect(device.id))}>
        <RefreshCw aria-hidden size="1.15em" strokeWidth={1.9} />
        {t('devices.reconnect')}
      </Action>
      <Action onPress={() => setChanging(true)}>
        <Cable aria-hidden size="1.15em" strokeWidth={1.9} />
        {t('devices.change')}
      </Action>
      {changing && <ConnectionSheet device={device} onClose={() => setChanging(false)} />}
    </>
  );
}
