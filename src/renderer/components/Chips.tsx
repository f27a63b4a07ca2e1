import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { afterPaint } from '../lib/after-paint.ts';

interface Chip<V extends string> {
  readonly value: V;
  readonly label: string;
}

interface ChipsProps<V extends string> {
  readonly label: string;
  readonly chips: readonly Chip<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** One of a few short words. */
export function Chips<V extends string>({ label, chips, value, onChange }: ChipsProps<V>) {
  return (
    <RadioGroup
      value={value}
      onChange={(next) => {
        const chosen = chips.find((chip) => chip.value === next);
        if (chosen !== undefined) afterPaint(() => onChange(chosen.value));
      }}
      className="flex flex-col gap-2"
    >
      <Label className="text-sm text-soft">{label}</Label>
      <div className="flex flex-wrap gap-2">
        {chips.map((chip) => (
          <RadioField key={chip.value} value={chip.value}>
            <RadioButton className="choice tabular min-h-target min-w-target items-center justify-center rounded-full px-4 text-sm">
              {chip.label}
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
