import { ArrowBigUp, ArrowBigUpDash, Check, Delete, Search, Space } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useWords } from '../../i18n/use-words.ts';
import { keyFace, keyName } from '../../lib/typing/key-words.ts';
import type { Key, Shift } from '../../lib/typing/keys.ts';
import { useComfort } from '../../stores/comfort.ts';
import { sayAloud } from '../../stores/read-aloud.ts';
import { pressTypingKey } from '../../stores/typing.ts';
import { PressButton } from '../PressButton.tsx';

interface KeyButtonProps {
  readonly value: Key;
  /** Done begins a search. */
  readonly searches: boolean;
  /** The field does not take what the key types. */
  readonly isForbidden: boolean;
  readonly shift: Shift;
  readonly latin: boolean;
}

const wide: ReadonlySet<Key['does']> = new Set([
  'shift',
  'letters',
  'signs',
  'accents',
  'script',
  'backspace',
  'done',
]);

/** One key: reached by touch and by arrows, not by Tab, which stays with the fields. */
export function KeyButton({ value, searches, isForbidden, shift, latin }: KeyButtonProps) {
  const { t } = useWords();
  if (value.does === 'nothing') return <span className="key invisible" />;
  const name = value.does === 'done' && searches ? t('search.start') : keyName(t, value, latin);
  const classes = [
    'key',
    wide.has(value.does) ? 'key-wide' : '',
    value.does === 'space' ? 'key-wide key-space' : '',
    value.does === 'done' ? 'key-done' : '',
  ];
  // What is typed is seen at once; the last key changes more than a letter.
  const KeyPress = value.does === 'done' ? PressButton : Button;
  return (
    <KeyPress
      excludeFromTabOrder
      isDisabled={isForbidden}
      aria-label={name}
      {...(value.does === 'shift' && { 'aria-pressed': shift !== 'off' })}
      className={classes.join(' ')}
      onPress={() => {
        pressTypingKey(value);
        sayAloud(name);
      }}
    >
      <Face value={value} name={name} searches={searches} shift={shift} latin={latin} />
    </KeyPress>
  );
}

interface FaceProps extends Omit<KeyButtonProps, 'isForbidden'> {
  readonly name: string;
}

function Face({ value, name, searches, shift, latin }: FaceProps) {
  const { t } = useWords();
  switch (value.does) {
    case 'type':
      return value.text;
    case 'shift':
      return shift === 'locked' ? (
        <ArrowBigUpDash aria-hidden size="1.3em" />
      ) : (
        <ArrowBigUp aria-hidden size="1.3em" />
      );
    case 'backspace':
      return <Delete aria-hidden size="1.3em" className="rtl:-scale-x-100" />;
    case 'space':
      return <Space aria-hidden size="1.3em" />;
    case 'done':
      return <Done name={name} searches={searches} />;
    case 'mark':
      return marks[value.mark];
    case 'letters':
    case 'signs':
    case 'accents':
    case 'script':
      return keyFace(t, value.does, latin);
    case 'nothing':
      return null;
  }
}

const marks = { dakuten: '゛', handakuten: '゜', small: '小' } as const;

function Done({
  name,
  searches,
}: {
  readonly name: string;
  readonly searches: boolean;
}): ReactNode {
  // Its sign alone leaves the others their width; the name is told all the same.
  const hasRoom = useComfort((state) => state.textSize === 'normal');
  return (
    <>
      {searches ? <Search aria-hidden size="1.1em" /> : <Check aria-hidden size="1.1em" />}
      {hasRoom && <span>{name}</span>}
    </>
  );
}
