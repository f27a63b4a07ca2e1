import { House } from 'lucide-react';
import { useEffect } from 'react';
import { Action } from '../../components/Action.tsx';
import { FaultState } from '../../components/FaultState.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { loadChoices, loadDevices, useDevice, useDevices } from '../../stores/devices.ts';
import { go } from '../../stores/navigation.ts';
import { HeadOfficeCard } from './HeadOfficeCard.tsx';
import { Jobs } from './Jobs.tsx';
import { ScannerCard, TerminalCard } from './OtherDevices.tsx';
import { PrinterCard } from './PrinterCard.tsx';

/** For associates and IT: what is attached and how it is, the line to head office, and every print. */
export function DevicesScreen() {
  const { t } = useWords();
  const isKnown = useDevices((state) => state.devices !== null);
  const fault = useDevices((state) => state.fault);
  useEffect(() => {
    void loadDevices();
    void loadChoices();
  }, []);
  if (!isKnown) {
    return fault === null ? (
      <Waiting label={t('common.loading')} />
    ) : (
      <Screen>
        <FaultState code={fault} onRetry={() => void loadDevices()} />
      </Screen>
    );
  }
  return (
    <Screen parts="beside" className="gap-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-gutter">
        <h1 tabIndex={-1} className="text-4xl">
          {t('devices.title')}
        </h1>
        <Action onPress={() => go({ screen: 'home' })}>
          <House aria-hidden size="1.15em" strokeWidth={1.9} />
          {t('devices.leave')}
        </Action>
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-6 px-[calc(var(--bb-gutter)-0.6rem)] landscape:grid landscape:grid-cols-2 landscape:gap-6">
        <Attached />
        <ScrollRegion
          label={t('devices.seeToTitle')}
          className="flex flex-1 flex-col gap-8 px-3 pb-gutter"
        >
          <HeadOfficeCard />
          <Jobs />
        </ScrollRegion>
      </div>
    </Screen>
  );
}

function Attached() {
  const { t } = useWords();
  const printer = useDevice('receipt-printer');
  const scanner = useDevice('scanner');
  const terminal = useDevice('card-terminal');
  return (
    <ScrollRegion
      label={t('devices.attachedTitle')}
      className="flex shrink-0 flex-col gap-5 px-3 portrait:max-h-[62%] eased:portrait:max-h-none portrait:pb-3 landscape:pb-gutter"
    >
      <h2 className="sr-only">{t('devices.attachedTitle')}</h2>
      {printer !== undefined && <PrinterCard device={printer} />}
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(max(22rem,20em),100%),1fr))] gap-5">
        {scanner !== undefined && <ScannerCard device={scanner} />}
        {terminal !== undefined && <TerminalCard device={terminal} />}
      </div>
    </ScrollRegion>
  );
}
