import { useState } from 'react';
import { errorCodes } from '#shared/lib/errors.ts';
import { Action } from '../../components/Action.tsx';
import { Keypad } from '../../components/Keypad.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { bringIntoSight } from '../../lib/into-sight.ts';
import { useComposition } from '../../lib/use-composition.ts';
import { readSkin, useShades } from '../../stores/shades.ts';
import { emptyReadings, labOf, parts, type TypedReading, typeInto } from './typed-readings.ts';

/** What an instrument says of somebody's skin, typed: three readings of one spot. UIX-63 */
export function ReadingsSheet({ onClose }: { readonly onClose: () => void }) {
  const { t, number, list } = useWords();
  const refused = useShades((state) => state.readingsFault);
  const [readings, setReadings] = useState(emptyReadings);
  const [at, setAt] = useState({ row: 0, part: 0 });
  const whole = readings.map(labOf).filter((lab) => lab !== null);
  const field = readings[at.row]?.[at.part] ?? '';
  const send = async () => {
    if (await readSkin(whole)) onClose();
  };
  return (
    <Sheet
      title={t('shades.readings.title')}
      isOpen
      onClose={onClose}
      footer={
        <Action
          variant="primary"
          size="large"
          isDisabled={whole.length < readings.length}
          onPress={() => void send()}
        >
          {t('shades.readings.find')}
        </Action>
      }
    >
      <div className="grid gap-8 landscape:grid-cols-2">
        <div className="flex flex-col gap-5">
          <p className="text-soft">{t('shades.readings.text')}</p>
          <div
            data-scan-group
            className="grid grid-cols-[auto_repeat(3,minmax(0,1fr))] items-center gap-3"
          >
            <span />
            {parts.map((part) => (
              <bdi key={part} aria-hidden className="text-center text-soft">
                {part}
              </bdi>
            ))}
            {readings.map((reading, row) => (
              <ReadingRow
                // Rows neither come nor go.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                key={row}
                label={number(row + 1)}
                reading={reading}
                isRefused={refused?.readings.includes(row) ?? false}
                onFocus={(part) => setAt({ row, part })}
                onChange={(part, typed) => setReadings(typeInto(readings, { row, part }, typed))}
              />
            ))}
          </div>
          <p role="alert" className="min-h-[2lh] text-danger">
            {refused !== null && (
              <span ref={bringIntoSight} className="block scroll-mb-4">
                {t(errorCodes[refused.code].messageKey)}{' '}
                {t('shades.readings.which', {
                  which: list(refused.readings.map((one) => number(one + 1))),
                })}
              </span>
            )}
          </p>
        </div>
        <div className="landscape:sticky landscape:top-0 landscape:self-start">
          <Keypad
            label={t('shades.readings.keypad')}
            digits={field}
            extraKey="."
            onChange={(typed) => setReadings(typeInto(readings, at, typed))}
          />
        </div>
      </div>
    </Sheet>
  );
}

interface ReadingRowProps {
  readonly label: string;
  readonly reading: TypedReading;
  readonly isRefused: boolean;
  readonly onFocus: (part: number) => void;
  readonly onChange: (part: number, typed: string) => void;
}

function ReadingRow({ label, reading, isRefused, onFocus, onChange }: ReadingRowProps) {
  const { t } = useWords();
  return (
    <>
      <span aria-hidden className="font-semibold">
        {label}
      </span>
      {parts.map((part, index) => (
        <ReadingInput
          key={part}
          label={t('shades.readings.field', { part, number: label })}
          value={reading[index] ?? ''}
          isRefused={isRefused}
          onFocus={() => onFocus(index)}
          onChange={(typed) => onChange(index, typed)}
        />
      ))}
    </>
  );
}

interface ReadingInputProps {
  readonly label: string;
  readonly value: string;
  readonly isRefused: boolean;
  readonly onFocus: () => void;
  readonly onChange: (typed: string) => void;
}

function ReadingInput({ label, value, isRefused, onFocus, onChange }: ReadingInputProps) {
  const { field, input } = useComposition(value, onChange);
  return (
    <input
      {...input}
      data-scan-stop
      dir="ltr"
      aria-label={label}
      aria-invalid={isRefused}
      inputMode="none"
      autoComplete="off"
      value={field.value}
      onFocus={onFocus}
      onChange={(event) => field.onChange(event.target.value)}
      className={`field tabular min-w-0 text-center ${isRefused ? 'border-danger!' : ''}`}
    />
  );
}
