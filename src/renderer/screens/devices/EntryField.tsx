import { FieldError, Label, Text, TextField } from 'react-aria-components';
import { TypingInput } from '../../components/keyboard/TypingInput.tsx';
import { useWords } from '../../i18n/use-words.ts';

interface EntryFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** Key of the text that says what is wrong. */
  readonly problem: string | undefined;
  readonly maxLength: number;
  readonly inputMode?: 'text' | 'numeric' | 'url';
  /** Shown in capitals, whatever is typed. */
  readonly isCode?: boolean;
  readonly onChange: (value: string) => void;
}

const kinds = { text: 'code', numeric: 'number', url: 'url' } as const;

/** Something that IT types: an address, a path. */
export function EntryField(props: EntryFieldProps) {
  const { label, hint, problem, inputMode = 'text', isCode = false, ...field } = props;
  const { t } = useWords();
  return (
    <TextField
      {...field}
      isInvalid={problem !== undefined}
      autoComplete="off"
      autoCorrect="off"
      spellCheck="false"
      className="flex flex-col gap-2"
    >
      <Label className="font-semibold">{label}</Label>
      <TypingInput
        kind={kinds[inputMode]}
        className={`tabular ${isCode ? 'uppercase tracking-wider' : ''}`}
      />
      {hint !== undefined && problem === undefined && (
        <Text slot="description" className="text-sm text-soft">
          {hint}
        </Text>
      )}
      <FieldError className="text-danger">{problem === undefined ? '' : t(problem)}</FieldError>
    </TextField>
  );
}
