import { CreditCard, ScanBarcode } from 'lucide-react';
import { useWords } from '../../i18n/use-words.ts';
import type { DeviceOf } from '../../stores/devices.ts';
import { AttachedCard, ConnectionActions } from './AttachedCard.tsx';
import { connectionWords } from './words.ts';

export function ScannerCard({ device }: { readonly device: DeviceOf<'scanner'> }) {
  const words = useWords();
  return (
    <AttachedCard
      icon={ScanBarcode}
      name={words.t('devices.name.scanner')}
      text={connectionWords(words, device.settings.connection, device.address)}
      device={device}
    >
      <div className="mt-auto flex flex-wrap gap-3">
        <ConnectionActions device={device} />
      </div>
    </AttachedCard>
  );
}

/** The card terminal is part of the kiosk so far: there is nothing to set. */
export function TerminalCard({ device }: { readonly device: DeviceOf<'card-terminal'> }) {
  const { t } = useWords();
  return (
    <AttachedCard
      icon={CreditCard}
      name={t('devices.name.terminal')}
      text={device.address === 'virtual' ? t('devices.attached.virtual') : device.address}
      device={device}
    />
  );
}
