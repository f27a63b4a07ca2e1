import { useWords } from '../i18n/use-words.ts';
import { leave, stay, useIdle, warningS } from '../stores/idle.ts';
import { Action } from './Action.tsx';
import { Sheet } from './Sheet.tsx';

/** How often the seconds that are left are read out. */
const spokenEveryS = 10;

/** Asks whether somebody is still there, and counts down to the end of the session. UIX-51 */
export function IdleWarning() {
  const { t } = useWords();
  const leftS = useIdle((state) => state.leftS);
  const shownS = leftS ?? warningS;
  const spokenS = Math.ceil(shownS / spokenEveryS) * spokenEveryS;
  return (
    <Sheet
      role="alertdialog"
      title={t('idle.title')}
      isOpen={leftS !== null}
      onClose={stay}
      footer={
        <>
          <Action size="large" onPress={() => void leave()}>
            {t('idle.leave')}
          </Action>
          <Action variant="primary" size="large" onPress={stay} autoFocus>
            {t('idle.stay')}
          </Action>
        </>
      }
    >
      <div className="flex items-center gap-8 larger:flex-col larger:items-start">
        <Countdown leftS={shownS} />
        <p aria-hidden className="text-lg">
          {t('idle.text', { count: shownS })}
        </p>
        <p role="status" className="sr-only">
          {t('idle.text', { count: spokenS })}
        </p>
      </div>
    </Sheet>
  );
}

/** A ring that empties around the seconds. */
function Countdown({ leftS }: { readonly leftS: number }) {
  const { number } = useWords();
  const radius = 44;
  const circumference = 2 * Math.PI * radius;
  return (
    <svg
      viewBox="0 0 100 100"
      aria-hidden
      className="h-[max(6.4rem,6em)] w-[max(6.4rem,6em)] shrink-0 text-accent"
    >
      <circle cx="50" cy="50" r={radius} className="countdown-track" />
      <circle
        cx="50"
        cy="50"
        r={radius}
        className="countdown-left"
        strokeDasharray={circumference}
        strokeDashoffset={circumference * (1 - leftS / warningS)}
        transform="rotate(-90 50 50)"
      />
      <text x="50" y="61" textAnchor="middle" className="countdown-number">
        {number(leftS)}
      </text>
    </svg>
  );
}
