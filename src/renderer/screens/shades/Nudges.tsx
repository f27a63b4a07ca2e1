import { Flame, Moon, Snowflake, Sun } from 'lucide-react';
import { Action } from '../../components/Action.tsx';
import { Chips } from '../../components/Chips.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { nudge, sayUndertone, type Tone, type Undertone } from '../../stores/shades.ts';
import { depthOf } from './depth.ts';

const undertones = ['cool', 'neutral', 'warm', 'olive'] as const;

/** The tone that is looked for, in words, and how to come nearer to one's own. */
export function Nudges({ tone, said }: { readonly tone: Tone; readonly said: Undertone | null }) {
  const { t } = useWords();
  return (
    <div className="flex flex-col gap-5">
      <div className="flex items-center gap-5">
        <span
          aria-hidden
          className="h-24 w-24 shrink-0 rounded-full shadow-low"
          style={{ backgroundColor: tone.hex }}
        />
        <p aria-live="polite" className="text-lg">
          {t('shades.yours', {
            depth: t(`shades.depth.${depthOf(tone.lab.l)}`),
            undertone: t(`undertone.${tone.undertone}`),
          })}
        </p>
      </div>
      <div className="grid grid-cols-2 gap-3 portrait:grid-cols-4 larger:grid-cols-2!">
        <Action onPress={() => nudge({ lighter: 1 })}>
          <Sun aria-hidden size="1.2em" />
          {t('shades.lighter')}
        </Action>
        <Action onPress={() => nudge({ lighter: -1 })}>
          <Moon aria-hidden size="1.2em" />
          {t('shades.deeper')}
        </Action>
        <Action onPress={() => nudge({ warmer: 1 })}>
          <Flame aria-hidden size="1.2em" />
          {t('shades.warmer')}
        </Action>
        <Action onPress={() => nudge({ warmer: -1 })}>
          <Snowflake aria-hidden size="1.2em" />
          {t('shades.cooler')}
        </Action>
      </div>
      <Chips
        label={t('shades.undertone')}
        value={said ?? 'unsaid'}
        chips={[
          { value: 'unsaid' as const, label: t('shades.unsaid') },
          ...undertones.map((value) => ({ value, label: t(`undertone.${value}`) })),
        ]}
        onChange={(value) => sayUndertone(value === 'unsaid' ? null : value)}
      />
    </div>
  );
}
