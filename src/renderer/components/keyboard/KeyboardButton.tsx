import { Keyboard } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useWords } from '../../i18n/use-words.ts';
import type { Field } from '../../lib/type-text.ts';
import { closeKeyboard, openKeyboard, useTyping } from '../../stores/typing.ts';

interface KeyboardButtonProps {
  /** The field that it stands at. */
  readonly fieldOf: () => Field | null;
  readonly className?: string;
}

/** Shows the keyboard on the screen, or puts it away. By keys the focus goes onto it. UIX-71 */
export function KeyboardButton({ fieldOf, className = '' }: KeyboardButtonProps) {
  const { t } = useWords();
  const open = useTyping((state) => state.field);
  return (
    <Button
      slot={null}
      aria-label={t('keyboard.open')}
      data-scan="no"
      className={`action action-quiet ${className}`}
      onPress={({ pointerType }) => {
        const field = fieldOf();
        if (field === null) return;
        if (open === field) {
          closeKeyboard();
          return;
        }
        const byKeys = pointerType === 'keyboard';
        openKeyboard(field, byKeys);
        if (!byKeys) field.focus();
      }}
    >
      <Keyboard aria-hidden size="1.3em" strokeWidth={1.75} />
    </Button>
  );
}
