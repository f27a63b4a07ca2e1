import { Check } from 'lucide-react';
import { memo } from 'react';
import { PressButton } from '../../components/PressButton.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { pickTone, type Tone, useShades } from '../../stores/shades.ts';
import { depthOf } from './depth.ts';

/** Every other row: what lies between is a step lighter or deeper away. */
const rowStep = 2;

/** Tones of skin from light to deep, each row from cool to warm; each is named, never color alone. */
export function ToneGrid({ rows }: { readonly rows: readonly (readonly Tone[])[] }) {
  const { t } = useWords();
  const from = useShades((state) => state.from);
  const shown = rows.filter((_, index) => index % rowStep === 0);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2 landscape:pb-6">
      <div aria-hidden className="flex justify-between ps-[calc(6.2em+0.5rem)] text-sm text-soft">
        <span>{t('shades.cooler')}</span>
        <span>{t('shades.warmer')}</span>
      </div>
      <ul className="flex min-h-0 flex-1 flex-col gap-2">
        {shown.map((row, index) => {
          const depth = depthOf(row[0]?.lab.l ?? 0);
          const before = shown[index - 1]?.[0];
          const isNew = before === undefined || depthOf(before.lab.l) !== depth;
          return (
            <li key={row[0]?.hex} className="flex flex-1 items-center gap-2">
              <span aria-hidden className="w-[6.2em] shrink-0 font-semibold text-sm">
                {isNew && t(`shades.depth.${depth}`)}
              </span>
              {row.map((tone, place) => (
                <ToneButton
                  key={tone.hex}
                  tone={tone}
                  name={t('shades.tone', {
                    depth: t(`shades.depth.${depth}`),
                    undertone: t(`undertone.${tone.undertone}`),
                    number: index * row.length + place + 1,
                  })}
                  isPicked={from?.kind === 'lab' && from.lab === tone.lab}
                />
              ))}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface ToneButtonProps {
  readonly tone: Tone;
  readonly name: string;
  readonly isPicked: boolean;
}

const ToneButton = memo(function ToneButton({ tone, name, isPicked }: ToneButtonProps) {
  return (
    <PressButton
      aria-label={name}
      aria-pressed={isPicked}
      onPress={() => pickTone(tone)}
      className={`flex h-full min-h-target min-w-target flex-1 cursor-pointer items-center justify-center rounded-md ${isPicked ? 'outline-4 outline-accent outline-offset-2' : ''}`}
      style={{ backgroundColor: tone.hex }}
    >
      {isPicked && (
        <span className="flex h-9 w-9 items-center justify-center rounded-full bg-accent text-[1rem] text-on-accent">
          <Check aria-hidden size="1.1em" strokeWidth={2.8} />
        </span>
      )}
    </PressButton>
  );
});
