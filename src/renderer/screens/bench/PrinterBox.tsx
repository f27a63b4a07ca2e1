import { Scissors } from 'lucide-react';
import { Action } from '../../components/Action.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { tearPaper, useBench } from '../../stores/bench.ts';
import { useDevice } from '../../stores/devices.ts';
import { PaperTape } from './PaperTape.tsx';
import { PrinterSwitches } from './PrinterSwitches.tsx';

/** The virtual printer: its paper, and what can go wrong with it. Beside each other where there is room. */
export function PrinterBox() {
  const { t, number } = useWords();
  const printer = useBench((state) => state.state?.printer);
  const attached = useDevice('receipt-printer');
  if (printer === undefined) return null;
  const isUsed = attached === undefined || attached.settings.connection.kind === 'virtual';
  return (
    <section
      aria-labelledby="paper-title"
      className="@container flex min-h-0 min-w-0 flex-1 flex-col gap-4"
    >
      <div className="flex items-center justify-between gap-4">
        <div className="min-w-0">
          <h2 id="paper-title" className="text-xl">
            {t('bench.printer')}
          </h2>
          <p className="text-sm text-soft">
            {isUsed ? t(`devices.printers.${printer.profile}`) : t('bench.otherPrinter')}
          </p>
        </div>
        <Action isDisabled={printer.paper.length === 0} onPress={() => void tearPaper()}>
          <Scissors aria-hidden size="1.1em" />
          {t('bench.tear')}
        </Action>
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-4 @min-[36em]:flex-row @min-[36em]:gap-8">
        <div className="flex min-h-60 min-w-0 flex-1 flex-col gap-2">
          <PaperTape printer={printer} className="flex-1" />
          <p className="tabular text-sm text-soft">
            {t('bench.bytes', {
              bytes: number(printer.bytesReceived),
              columns: printer.columns,
            })}
          </p>
        </div>
        <PrinterSwitches switches={printer.switches} />
      </div>
    </section>
  );
}
