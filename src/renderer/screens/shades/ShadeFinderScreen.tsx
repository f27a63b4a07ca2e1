import { Pipette } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Action } from '../../components/Action.tsx';
import { Chips } from '../../components/Chips.tsx';
import { FaultScreen } from '../../components/FaultState.tsx';
import { Screen } from '../../components/Screen.tsx';
import { WaitingScreen } from '../../components/Waiting.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { loadShades, lookIn, useShades } from '../../stores/shades.ts';
import { FoundShades } from './FoundShades.tsx';
import { Nudges } from './Nudges.tsx';
import { ReadingsSheet } from './ReadingsSheet.tsx';
import { ToneGrid } from './ToneGrid.tsx';

/** From a tone of skin, touched or measured, to the nearest shades that are sold here. UIX-60 to UIX-64 */
export function ShadeFinderScreen() {
  const words = useWords();
  const { t } = words;
  const { grid, fault, answer, undertone, category } = useShades();
  const [measuring, setMeasuring] = useState(false);
  useEffect(() => {
    void loadShades();
  }, []);
  if (fault !== null) return <FaultScreen code={fault} onRetry={() => void loadShades()} />;
  if (grid === null) return <WaitingScreen label={t('common.loading')} />;
  return (
    <Screen className="gap-8 px-gutter landscape:grid landscape:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] landscape:gap-14">
      <div className="flex flex-col gap-5 portrait:h-[46vh] eased:h-auto! landscape:min-h-0">
        <div className="flex items-start justify-between gap-6 larger:flex-wrap">
          <div className="flex min-w-0 flex-col gap-2">
            <h1 tabIndex={-1} className="text-3xl">
              {t('shades.title')}
            </h1>
            <p className="text-soft">{t('shades.text')}</p>
          </div>
          <Action onPress={() => setMeasuring(true)}>
            <Pipette aria-hidden size="1.2em" />
            {t('shades.measured')}
          </Action>
        </div>
        <ToneGrid rows={grid.rows} />
      </div>
      <section
        aria-label={t('shades.found')}
        className="scroll-quiet fade-below flex min-h-0 flex-1 flex-col gap-6 landscape:pt-2"
      >
        {answer === null ? (
          <p className="text-lg text-soft">{t('shades.begin')}</p>
        ) : (
          <>
            <Nudges tone={answer.tone} said={undertone} />
            {grid.categories.length > 1 && category !== null && (
              <Chips
                label={t('shades.in')}
                value={category}
                chips={grid.categories.map(({ value }) => ({
                  value,
                  label: words.category(value),
                }))}
                onChange={lookIn}
              />
            )}
            <FoundShades shades={answer.shades} />
          </>
        )}
      </section>
      {measuring && <ReadingsSheet onClose={() => setMeasuring(false)} />}
    </Screen>
  );
}
