import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { FaultState } from '../../components/FaultState.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useKioskInfo } from '../../stores/kiosk-info.ts';
import { PaperTape } from './PaperTape.tsx';
import { ScanBox } from './ScanBox.tsx';
import { TerminalBox } from './TerminalBox.tsx';

/** The virtual devices on a screen of their own. */
export function BenchScreen() {
  const { t } = useWords();
  const hasBench = useKioskInfo((state) => state.info?.bench ?? false);
  if (!hasBench) return <FaultState code="bench.disabled" />;
  return (
    <Screen className="gap-8 px-gutter pb-gutter">
      <h1 tabIndex={-1} className="text-3xl">
        {t('bench.title')}
      </h1>
      <div className="grid min-h-0 flex-1 gap-8 portrait:grid-rows-[auto_minmax(0,1fr)] landscape:grid-cols-2">
        <div className="flex min-h-0 flex-col gap-8 portrait:grid portrait:grid-cols-2">
          <TerminalBox />
          <ScanBox />
        </div>
        <PaperTape />
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
      className="w-[27rem] shrink-0 border-line border-l bg-sunk p-6 portrait:hidden"
    >
      <Tabs className="flex h-full flex-col gap-6">
        <TabList aria-label={t('bench.title')} className="flex gap-2">
          <DeviceTab id="terminal" label={t('bench.tab.terminal')} />
          <DeviceTab id="scanner" label={t('bench.tab.scanner')} />
          <DeviceTab id="printer" label={t('bench.tab.printer')} />
        </TabList>
        <TabPanel id="terminal">
          <TerminalBox />
        </TabPanel>
        <TabPanel id="scanner">
          <ScanBox />
        </TabPanel>
        <TabPanel id="printer" className="flex min-h-0 flex-1">
          <PaperTape />
        </TabPanel>
      </Tabs>
    </aside>
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
