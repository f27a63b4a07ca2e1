import { Delete } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Action } from './Action.tsx';

interface KeypadProps {
  readonly label: string;
  /** What was typed so far. */
  readonly digits: string;
  readonly onChange: (digits: string) => void;
  /** A key beside the zero, e.g. `00`; without it that place deletes everything. */
  readonly extraKey?: string;
  /** Height of the keys. */
  readonly keyClassName?: string;
}

const digitKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Digits to touch, for whoever has no keyboard: amounts, barcodes, ages. In the same order in every script. */
export function Keypad({
  label,
  digits,
  onChange,
  extraKey,
  keyClassName = 'min-h-24 reach:min-h-16',
}: KeypadProps) {
  const { t } = useTranslation();
  const key = (text: string) => (
    <Action
      key={text}
      size="large"
      className={`tabular px-0! text-2xl! ${keyClassName}`}
      onPress={() => onChange(`${digits}${text}`)}
    >
      {text}
    </Action>
  );
  return (
    <fieldset dir="ltr" className="grid grid-cols-3 gap-3" aria-label={label}>
      {digitKeys.map(key)}
      {extraKey === undefined ? (
        <Action size="large" className={`px-0! ${keyClassName}`} onPress={() => onChange('')}>
          {t('keypad.clear')}
        </Action>
      ) : (
        key(extraKey)
      )}
      {key('0')}
      <Action
        size="large"
        className={`px-0! ${keyClassName}`}
        aria-label={t('keypad.delete')}
        onPress={() => onChange(digits.slice(0, -1))}
      >
        <Delete aria-hidden size="1.5em" />
      </Action>
    </fieldset>
  );
}
