import { Delete } from 'lucide-react';
import { base32Alphabet } from '#shared/lib/base32.ts';
import { Action } from '../../components/Action.tsx';
import { useWords } from '../../i18n/use-words.ts';

interface CodePadProps {
  readonly typed: string;
  readonly onChange: (typed: string) => void;
}

/** The symbols of codes to touch, and no other: there is no O to be taken for a zero. CRD-30 */
export function CodePad({ typed, onChange }: CodePadProps) {
  const { t } = useWords();
  return (
    <fieldset
      dir="ltr"
      className="grid grid-cols-8 gap-2 larger:grid-cols-6"
      aria-label={t('card.find.pad')}
    >
      {[...base32Alphabet].map((symbol) => (
        <Action
          key={symbol}
          className="tabular min-h-20 px-0! text-xl! reach:min-h-14"
          onPress={() => onChange(`${typed}${symbol}`)}
        >
          {symbol}
        </Action>
      ))}
      <Action
        className="col-span-full min-h-16! px-0! reach:min-h-14!"
        aria-label={t('card.find.delete')}
        onPress={() => onChange(typed.slice(0, -1))}
      >
        <Delete aria-hidden size="1.5em" />
      </Action>
    </fieldset>
  );
}
