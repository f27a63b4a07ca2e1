import { Cable, FileText, Printer, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { Action } from '../../components/Action.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useBusy } from '../../lib/use-busy.ts';
import { type DeviceOf, profileName, reconnect, useDevices } from '../../stores/devices.ts';
import { testPrint } from '../../stores/printing.ts';
import { ConnectionSheet } from './ConnectionSheet.tsx';
import { DeviceCard } from './DeviceCard.tsx';
import { Drawer } from './Drawer.tsx';
import { HealthBadge, Problems } from './HealthBadge.tsx';
import { connectionWords } from './words.ts';

/** The receipt printer, and the drawer that opens through it. */
export function PrinterCard({ device }: { readonly device: DeviceOf<'receipt-printer'> }) {
  const words = useWords();
  const { t } = words;
  const choices = useDevices((state) => state.choices);
  const [changing, setChanging] = useState(false);
  const [busy, run] = useBusy();
  const { health, settings, confirms } = device;
  const heard = health.state === 'disconnected' && health.lastAnswerAt !== null;
  return (
    <DeviceCard
      icon={Printer}
      name={t('devices.name.printer')}
      text={connectionWords(words, settings.connection, device.address)}
      badge={<HealthBadge health={health} />}
    >
      <Problems health={health} />
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-8 gap-y-2 text-sm">
        <Fact term={t('devices.model')} text={profileName(choices, settings.profile)} />
        <Fact term={t('devices.proof')} text={t(`devices.confirms.${confirms}`)} />
        {heard && <Fact term={t('devices.heard')} text={words.time(health.lastAnswerAt ?? 0)} />}
      </dl>
      <div className="flex flex-wrap gap-3">
        <Action isDisabled={busy} onPress={() => run(testPrint())}>
          <FileText aria-hidden size="1.15em" strokeWidth={1.9} />
          {t('devices.testPrint')}
        </Action>
        <Action isDisabled={busy} onPress={() => run(reconnect('receipt-printer'))}>
          <RefreshCw aria-hidden size="1.15em" strokeWidth={1.9} />
          {t('devices.reconnect')}
        </Action>
        <Action onPress={() => setChanging(true)}>
          <Cable aria-hidden size="1.15em" strokeWidth={1.9} />
          {t('devices.change')}
        </Action>
      </div>
      <Drawer health={health} />
      {changing && (
        <ConnectionSheet
          device="receipt-printer"
          connection={settings.connection}
          profile={settings.profile}
          onClose={() => setChanging(false)}
        />
      )}
    </DeviceCard>
  );
}

function Fact({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <>
      <dt className="text-soft">{term}</dt>
      <dd className="font-medium">{text}</dd>
    </>
  );
}
