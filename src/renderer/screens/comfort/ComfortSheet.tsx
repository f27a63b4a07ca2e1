import { Chips } from '../../components/Chips.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Toggle } from '../../components/Toggle.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { makeComfortable, textSizes, useComfort } from '../../stores/comfort.ts';

interface ComfortSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Larger text, stronger contrast, everything within reach: at once, until the shopper leaves. UIX-53 */
export function ComfortSheet({ isOpen, onClose }: ComfortSheetProps) {
  const { t } = useWords();
  const { textSize, highContrast, reach, readAloud } = useComfort();
  return (
    <Sheet title={t('comfort.title')} isOpen={isOpen} onClose={onClose}>
      <div className="flex flex-col gap-8">
        <Chips
          label={t('comfort.textSize')}
          value={textSize}
          chips={textSizes.map((value) => ({ value, label: t(`comfort.size.${value}`) }))}
          onChange={(value) => makeComfortable({ textSize: value })}
        />
        <Toggle isOn={highContrast} onChange={(isOn) => makeComfortable({ highContrast: isOn })}>
          <Wish title={t('comfort.contrast')} text={t('comfort.contrastText')} />
        </Toggle>
        <Toggle isOn={reach} onChange={(isOn) => makeComfortable({ reach: isOn })}>
          <Wish title={t('comfort.reach')} text={t('comfort.reachText')} />
        </Toggle>
        <Toggle isOn={readAloud} onChange={(isOn) => makeComfortable({ readAloud: isOn })}>
          <Wish title={t('comfort.readAloud')} text={t('comfort.readAloudText')} />
        </Toggle>
        <p className="text-soft">{t('comfort.forgotten')}</p>
      </div>
    </Sheet>
  );
}

function Wish({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <span className="flex flex-col">
      <span className="font-semibold">{title}</span>
      <span className="text-soft">{text}</span>
    </span>
  );
}
