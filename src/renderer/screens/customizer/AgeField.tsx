import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { onlyDigits } from '#shared/lib/latin-digits.ts';
import { Keypad } from '../../components/Keypad.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useComposition } from '../../lib/use-composition.ts';
import { declareAge, useCustomizer } from '../../stores/customizer.ts';

/** No person that we know of was older. */
const oldest = 122;

/** The age in years, typed: two taps for most people. Empty means not told. */
export function AgeField() {
  const { t } = useWords();
  const ageYears = useCustomizer((state) => state.declaration.ageYears);
  const [digits, setDigits] = useState(ageYears === undefined ? '' : String(ageYears));
  const type = (typed: string) => {
    const next = onlyDigits(typed).replace(/^0+(?=\d)/, '');
    if (Number(next) > oldest) return;
    setDigits(next);
    declareAge(next === '' ? undefined : Number(next));
  };
  const { field, input } = useComposition(digits, type);
  return (
    <div className="grid content-start gap-6 self-start portrait:grid-cols-[minmax(0,1fr)_minmax(0,26rem)] larger:portrait:grid-cols-1 landscape:sticky landscape:top-0">
      <TextField {...field} inputMode="none" autoComplete="off" className="flex flex-col gap-3">
        <Label className="font-semibold text-lg">{t('aboutYou.age')}</Label>
        <Input {...input} className="field tabular w-36! text-center text-2xl!" placeholder="–" />
        <span className="text-sm text-soft">{t('aboutYou.ageHint')}</span>
      </TextField>
      <Keypad
        label={t('aboutYou.keypad')}
        digits={digits}
        onChange={type}
        keyClassName="min-h-16"
      />
    </div>
  );
}
