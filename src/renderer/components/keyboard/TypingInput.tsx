import { useRef } from 'react';
import { Input, TextArea } from 'react-aria-components';
import type { TypingKind } from '../../lib/typing/keys.ts';
import { KeyboardButton } from './KeyboardButton.tsx';
import { typingField } from './typing-field.ts';

interface TypingInputProps {
  /** What is typed; words in the shopper's language unless it says otherwise. */
  readonly kind?: TypingKind;
  /** What the field takes: a character class body, as in a text group. Other keys are dimmed. */
  readonly allowed?: string;
  /** More than one line. */
  readonly rows?: number;
  readonly className?: string;
  readonly placeholder?: string;
  /** In UTF-16 units. */
  readonly maxLength?: number;
  /** `words` begins with a capital. */
  readonly autoCapitalize?: 'words' | 'none';
}

/**
 * The place to type in a `TextField` or `SearchField`: a touch shows the keyboard on the screen, and so does the
 * button at its end for whoever came by keys.
 */
export function TypingInput({ kind, allowed, rows, className = '', ...props }: TypingInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const classes = `field pe-[calc(1.6rem+1.4em)]! ${className}`;
  const marks = typingField(kind, allowed);
  return (
    <div className="relative w-full min-w-0">
      {rows === undefined ? (
        <Input {...props} {...marks} ref={input} className={classes} />
      ) : (
        <TextArea {...props} {...marks} ref={area} rows={rows} className={classes} />
      )}
      <KeyboardButton
        fieldOf={() => input.current ?? area.current}
        className="absolute end-1 top-2"
      />
    </div>
  );
}
