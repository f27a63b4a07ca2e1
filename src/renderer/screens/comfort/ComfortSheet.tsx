import { Chips } from '../../components/Chips.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Toggle } from '../../components/Toggle.tsx';
import { useWords } from '../../i18n/use-words.ts';
import {
  makeComfortable,
  scanSpeeds,
  switchKeys,
  textSizes,
  useComfort,
} from '../../stores/comfort.ts';
import { chooseSwitchKey, isOpenKey, useOneSwitch } from '../../stores/one-switch.ts';

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
        <OneSwitch />
        <p className="text-soft">{t('comfort.forgotten')}</p>
      </div>
    </Sheet>
  );
}

/** The screen is gone through by itself. UIX-80 */
function OneSwitch() {
  const { t } = useWords();
  const { oneSwitch, scanSpeed, switchKey, switchTouch } = useComfort();
  const sends = useOneSwitch((state) => state.sends);
  const keys = switchKeys.filter((key) => isOpenKey(key, sends));
  return (
    <>
      <Toggle isOn={oneSwitch} onChange={(isOn) => makeComfortable({ oneSwitch: isOn })}>
        <Wish title={t('oneSwitch.title')} text={t('oneSwitch.text')} />
      </Toggle>
      {oneSwitch && (
        <>
          <Chips
            label={t('oneSwitch.speed.label')}
            value={scanSpeed}
            chips={scanSpeeds.map((value) => ({ value, label: t(`oneSwitch.speed.${value}`) }))}
            onChange={(value) => makeComfortable({ scanSpeed: value })}
          />
          <Chips
            label={t('oneSwitch.key.label')}
            value={switchKey}
            chips={keys.map((value) => ({ value, label: t(`oneSwitch.key.${value}`) }))}
            onChange={chooseSwitchKey}
          />
          <Toggle isOn={switchTouch} onChange={(isOn) => makeComfortable({ switchTouch: isOn })}>
            <Wish title={t('oneSwitch.touch')} text={t('oneSwitch.touchText')} />
          </Toggle>
        </>
      )}
    </>
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
