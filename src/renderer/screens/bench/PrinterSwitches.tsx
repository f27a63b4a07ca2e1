import type { PrinterSwitches as Switches } from '#shared/contract/ipc/bench.ts';
import { Chips } from '../../components/Chips.tsx';
import { Toggle } from '../../components/Toggle.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { setPrinter } from '../../stores/bench.ts';

const papers = ['ok', 'nearEnd', 'out'] as const;
const toggles = [
  'coverOpen',
  'cutterError',
  'drawerOpen',
  'unplugged',
  'silent',
  'falseFailure',
] as const;
const lineRates = ['9600', '19200', '115200'] as const;
const fastest = 'fastest';
/** In the middle of any receipt. */
const middleBytes = 700;

/** What a person or a bad day does to a printer. */
export function PrinterSwitches({ switches }: { readonly switches: Switches }) {
  const { t, number } = useWords();
  const rate = lineRates.find((candidate) => Number(candidate) === switches.baudRate);
  return (
    <div className="flex shrink-0 flex-col gap-3 @min-[36em]:w-[22rem]">
      <Chips
        label={t('bench.paperIs')}
        chips={papers.map((value) => ({ value, label: t(`bench.paperOf.${value}`) }))}
        value={switches.paper}
        onChange={(paper) => void setPrinter({ paper })}
      />
      <div className="grid grid-cols-2 gap-x-2 text-sm">
        {toggles.map((name) => (
          <Toggle
            key={name}
            isOn={switches[name]}
            onChange={(isOn) => void setPrinter({ [name]: isOn })}
          >
            {t(`bench.switch.${name}`)}
          </Toggle>
        ))}
        <Toggle
          isOn={switches.unplugAfterBytes !== null}
          onChange={(isOn) => void setPrinter({ unplugAfterBytes: isOn ? middleBytes : null })}
        >
          {t('bench.unplugInMiddle')}
        </Toggle>
      </div>
      <Chips
        label={t('bench.line')}
        chips={[
          { value: fastest, label: t('bench.lineFastest') },
          ...lineRates.map((value) => ({ value, label: number(Number(value)) })),
        ]}
        value={rate ?? fastest}
        onChange={(value) =>
          void setPrinter({ baudRate: value === fastest ? null : Number(value) })
        }
      />
    </div>
  );
}
