import { ArrowRight, Search, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

interface SearchBoxProps {
  readonly value: string;
  /** Called with every letter where the hits are on the same screen; else there is a button to search. */
  readonly onChange?: (text: string) => void;
  readonly onSubmit: (text: string) => void;
  readonly autoFocus?: boolean;
}

export function SearchBox({ value, onChange, onSubmit, autoFocus = false }: SearchBoxProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const searches = onChange === undefined;
  const roomForButtons =
    text === '' ? '' : searches ? 'pe-[calc(6rem+2.2em)]!' : 'pe-[calc(3.4rem+1.1em)]!';
  return (
    <SearchField
      aria-label={t('search.label')}
      value={text}
      onChange={(next) => {
        setText(next);
        onChange?.(next);
      }}
      onSubmit={onSubmit}
      maxLength={200}
      className="relative w-full"
    >
      <Search
        aria-hidden
        size="1.4em"
        strokeWidth={1.75}
        className="pointer-events-none absolute top-1/2 start-6 -translate-y-1/2 text-soft"
      />
      <Input
        autoFocus={autoFocus}
        placeholder={t('search.placeholder')}
        className={`field rounded-full! ps-[calc(2.1rem+1.2em)]! ${roomForButtons}`}
      />
      {text !== '' && (
        <div className="absolute top-1/2 end-2 flex -translate-y-1/2 gap-1">
          <Button className="action action-quiet" aria-label={t('search.clear')}>
            <X aria-hidden size="1.3em" />
          </Button>
          {searches && (
            <Button
              slot={null}
              onPress={() => onSubmit(text)}
              className="action action-primary"
              aria-label={t('search.start')}
            >
              <ArrowRight aria-hidden size="1.3em" className="rtl:-scale-x-100" />
            </Button>
          )}
        </div>
      )}
    </SearchField>
  );
}
