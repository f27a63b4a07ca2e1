import { Cable, CreditCard, RefreshCw, ScanBarcode } from 'lucide-react';
import { useState } from 'react';
import { Action } from '../../components/Action.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useBusy } from '../../lib/use-busy.ts';
import { type DeviceOf, reconnect } from '../../stores/devices.ts';
import { ConnectionSheet } from './ConnectionSheet.tsx';
import { DeviceCard } from './DeviceCard.tsx';
import { HealthBadge, Problems } from './HealthBadge.tsx';
import { connectionWords } from './words.ts';

export function ScannerCard({ device }: { readonly device: DeviceOf<'scanner'> }) {
  const words = useWords();
  const { t } = words;
  const [changing, setChanging] = useState(false);
  const [busy, run] = useBusy();
  const { health, settings } = device;
  return (
    <DeviceCard
      icon={ScanBarcode}
      name={t('devices.name.scanner')}
      text={connectionWords(words, settings.connection, device.address)}
      badge={<HealthBadge health={health} />}
    >
      <Problems health={health} />
      <div className="mt-auto flex flex-wrap gap-3">
        <Action isDisabled={busy} onPress={() => run(reconnect('scanner'))}>
          <RefreshCw aria-hidden size="1.15em" strokeWidth={1.9} />
          {t('devices.reconnect')}
        </Action>
        <Action onPress={() => setChanging(true)}>
          <Cable aria-hidden size="1.15em" strokeWidth={1.9} />
          {t('devices.change')}
        </Action>
      </div>
      {changing && (
        <ConnectionSheet
          device="scanner"
          connection={settings.connection}
          onClose={() => setChanging(false)}
        />
      )}
    </DeviceCard>
  );
}

/** The card terminal is part of the kiosk so far: there is nothing to set. */
export function TerminalCard({ device }: { readonly device: DeviceOf<'card-terminal'> }) {
  const { t } = useWords();
  return (
    <DeviceCard
      icon={CreditCard}
      name={t('devices.name.terminal')}
      text={device.address === 'virtual' ? t('devices.attached.virtual') : device.address}
      badge={<HealthBadge health={device.health} />}
    >
      <Problems health={device.health} />
    </DeviceCard>
  );
}
