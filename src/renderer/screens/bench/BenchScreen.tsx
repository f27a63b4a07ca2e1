import { Stethoscope } from 'lucide-react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { Action } from '../../components/Action.tsx';
import { FaultScreen } from '../../components/FaultState.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useKioskInfo } from '../../stores/kiosk-info.ts';
import { go } from '../../stores/navigation.ts';
import { PrinterBox } from './PrinterBox.tsx';
import { ScanBox } from './ScanBox.tsx';
import { TerminalBox } from './TerminalBox.tsx';

/** The virtual devices on a screen of their own. */
export function BenchScreen() {
  const { t } = useWords();
  const hasBench = useKioskInfo((state) => state.info?.bench ?? false);
  if (!hasBench) return <FaultScreen code="bench.disabled" />;
  return (
    <Screen className="gap-8 px-gutter pb-gutter">
      <div className="flex items-center justify-between gap-6">
        <h1 tabIndex={-1} className="text-3xl">
          {t('bench.title')}
        </h1>
        <DevicesLink />
      </div>
      <div className="grid min-h-0 flex-1 gap-8 portrait:grid-rows-[auto_minmax(0,1fr)] landscape:grid-cols-2">
        <div className="flex min-h-0 flex-col gap-8 portrait:grid portrait:grid-cols-2 larger:portrait:grid-cols-1 landscape:scroll-quiet">
          <TerminalBox />
          <ScanBox />
        </div>
        <PrinterBox />
      </div>
    </Screen>
  );
}

/** The same devices beside the shop, one at a time. */
export function BenchPanel() {
  const { t } = useWords();
  return (
    <aside
      aria-label={t('bench.title')}
      className="flex w-[27rem] shrink-0 flex-col gap-6 border-line border-s bg-sunk p-6 portrait:hidden"
    >
      <Tabs className="flex min-h-0 flex-1 flex-col gap-6">
        <TabList aria-label={t('bench.title')} className="flex gap-2">
          <DeviceTab id="terminal" label={t('bench.tab.terminal')} />
          <DeviceTab id="scanner" label={t('bench.tab.scanner')} />
          <DeviceTab id="printer" label={t('bench.tab.printer')} />
        </TabList>
        <TabPanel id="terminal" className="scroll-quiet min-h-0 flex-1">
          <TerminalBox />
        </TabPanel>
        <TabPanel id="scanner" className="scroll-quiet min-h-0 flex-1">
          <ScanBox />
        </TabPanel>
        <TabPanel id="printer" className="flex min-h-0 flex-1">
          <PrinterBox />
        </TabPanel>
      </Tabs>
      <DevicesLink />
    </aside>
  );
}

/** From the virtual devices to what the kiosk knows of its devices. */
function DevicesLink() {
  const { t } = useWords();
  return (
    <Action onPress={() => go({ screen: 'devices' })}>
      <Stethoscope aria-hidden size="1.15em" strokeWidth={1.9} />
      {t('devices.title')}
    </Action>
  );
}

function DeviceTab({ id, label }: { readonly id: string; readonly label: string }) {
  return (
    <Tab
      id={id}
      className="choice min-h-target flex-1 items-center justify-center rounded-full px-3 font-semibold text-sm"
    >
      {label}
    </Tab>
  );
}
