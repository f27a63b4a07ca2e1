import { ArrowRight, Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { KeyboardButton } from './keyboard/KeyboardButton.tsx';
import { typingField } from './keyboard/typing-field.ts';

interface SearchBoxProps {
  readonly value: string;
  /** Called with every letter where the hits are on the same screen; else there is a button to search. */
  readonly onChange?: (text: string) => void;
  readonly onSubmit: (text: string) => void;
  readonly autoFocus?: boolean;
}

/** What the buttons at its end take. */
const roomFor = {
  one: 'pe-[calc(3.4rem+1.1em)]!',
  two: 'pe-[calc(6rem+2.2em)]!',
  three: 'pe-[calc(8.6rem+3.3em)]!',
} as const;

export function SearchBox({ value, onChange, onSubmit, autoFocus = false }: SearchBoxProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const searches = onChange === undefined;
  const field = useRef<HTMLInputElement>(null);
  const hasText = text !== '';
  const room = hasText ? (searches ? roomFor.three : roomFor.two) : roomFor.one;
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
        ref={field}
        {...typingField()}
        enterKeyHint="search"
        autoFocus={autoFocus}
        placeholder={t('search.placeholder')}
        className={`field rounded-full! ps-[calc(2.1rem+1.2em)]! ${room}`}
      />
      <div className="absolute top-1/2 end-2 flex -translate-y-1/2 gap-1">
        {hasText && (
          <Button className="action action-quiet" aria-label={t('search.clear')}>
            <X aria-hidden size="1.3em" />
          </Button>
        )}
        <KeyboardButton fieldOf={() => field.current} />
        {hasText && searches && (
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
    </SearchField>
  );
}
