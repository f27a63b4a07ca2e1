import { FileText, Printer } from 'lucide-react';
import { Action } from '../../components/Action.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useBusy } from '../../lib/use-busy.ts';
import type { DeviceOf } from '../../stores/devices.ts';
import { testPrint } from '../../stores/printing.ts';
import { AttachedCard, ConnectionActions } from './AttachedCard.tsx';
import { Drawer } from './Drawer.tsx';
import { Fact, Facts } from './Facts.tsx';
import { connectionWords } from './words.ts';

/** The receipt printer, and the drawer that opens through it. */
export function PrinterCard({ device }: { readonly device: DeviceOf<'receipt-printer'> }) {
  const words = useWords();
  const { t } = words;
  const [busy, run] = useBusy();
  const { health, settings, confirms } = device;
  const heard = health.state === 'disconnected' && health.lastAnswerAt !== null;
  return (
    <AttachedCard
      icon={Printer}
      name={t('devices.name.printer')}
      text={connectionWords(words, settings.connection, device.address)}
      device={device}
    >
      <Facts>
        <Fact term={t('devices.model')}>{t(`devices.printers.${settings.profile}`)}</Fact>
        <Fact term={t('devices.proof')}>{t(`devices.confirms.${confirms}`)}</Fact>
        {heard && <Fact term={t('devices.heard')}>{words.time(health.lastAnswerAt ?? 0)}</Fact>}
      </Facts>
      <div className="flex flex-wrap gap-3">
        <Action isDisabled={busy} onPress={() => run(testPrint())}>
          <FileText aria-hidden size="1.15em" strokeWidth={1.9} />
          {t('devices.testPrint')}
        </Action>
        <ConnectionActions device={device} />
      </div>
      <Drawer health={health} />
    </AttachedCard>
  );
}
