import {
  type KeyboardEvent,
  memo,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { allowedPattern } from '#shared/domain/customization/text-rules.ts';
import { useWords } from '../../i18n/use-words.ts';
import { type Field, typeText } from '../../lib/type-text.ts';
import { isTaken, keyRows, type Page, type Shift } from '../../lib/typing/keys.ts';
import type { Layout } from '../../lib/typing/layout.ts';
import { hasOwnScript, loadLayout } from '../../lib/typing/load-layout.ts';
import { useComfort } from '../../stores/comfort.ts';
import { closeKeyboard, kindOf, leaveKeyboard, useTyping } from '../../stores/typing.ts';
import { KeyButton } from './KeyButton.tsx';
import { nextKey } from './next-key.ts';

/** Letters to touch, for every field that is not for digits alone. It covers the bar below while it is there. UIX-70 */
export function Keyboard() {
  const { t } = useWords();
  const { language } = useComfort();
  const { field: wanted, page, shift: wantedShift, latin, byKeys } = useTyping();
  // A touch of the field, or a letter, shows before forty keys do.
  const field = useDeferredValue(wanted);
  const shift = useDeferredValue(wantedShift);
  const layout = useLayout(language, latin, field !== null);
  const section = useRef<HTMLElement>(null);
  const isShown = field !== null && layout !== null;
  useRoom(section, layout === null ? null : field);
  useGoneWith(field);
  useEffect(() => {
    if (!isShown) return;
    if (byKeys) section.current?.querySelector('button')?.focus();
  }, [isShown, byKeys]);
  if (!isShown) return null;

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, currentTarget } = event;
    if (key === 'Escape') leaveKeyboard();
    else if (key.startsWith('Arrow')) nextKey(currentTarget, key)?.focus();
    // From a keyboard or a scanner, while a key here has the focus.
    else if ([...key].length === 1 && key !== ' ') typeText(field, key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section
      ref={section}
      data-keyboard
      // Part of every dialog that it types into.
      data-react-aria-top-layer="true"
      aria-label={t('keyboard.title')}
      className="keyboard"
      onKeyDown={onKeyDown}
      // The focus stays in the field.
      onMouseDownCapture={(event) => event.preventDefault()}
    >
      <KeyRows
        layout={layout}
        page={page}
        shift={shift}
        latin={latin}
        field={field}
        hasScripts={hasOwnScript(language)}
      />
    </section>
  );
}

interface KeyRowsProps {
  readonly layout: Layout;
  readonly page: Page;
  readonly shift: Shift;
  readonly latin: boolean;
  readonly field: Field;
  readonly hasScripts: boolean;
}

/** Memoized: forty keys are not gone through because a letter was typed. */
const KeyRows = memo(function KeyRows(props: KeyRowsProps) {
  const { layout, page, shift, latin, field, hasScripts } = props;
  const allowed = allowedIn(field.dataset.allowed);
  const rows = keyRows(layout, { page, shift, kind: kindOf(field), hasScripts });
  const columns = Math.max(...rows.slice(0, -1).map((row) => row.length));
  return (
    <div
      dir="ltr"
      className="keyboard-rows"
      // A custom property that the type does not know.
      style={{ '--bb-columns': columns } as React.CSSProperties}
    >
      {rows.map((row, index) => (
        // Rows have nothing but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index} data-scan-row className="keyboard-row">
          {row.map((key, place) => (
            <KeyButton
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              key={place}
              value={key}
              searches={field.enterKeyHint === 'search'}
              isForbidden={!isTaken(key, allowed)}
              shift={shift}
              latin={latin}
            />
          ))}
        </div>
      ))}
    </div>
  );
});

function allowedIn(body: string | undefined): RegExp | null {
  return body === undefined ? null : allowedPattern(body);
}

/** The keys of a language, once they are loaded; until then those before. */
function useLayout(language: string, latin: boolean, isWanted: boolean): Layout | null {
  const [layout, setLayout] = useState<Layout | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let isLast = true;
    void loadLayout(language, latin).then((loaded) => {
      if (isLast) setLayout(loaded);
    });
    return () => {
      isLast = false;
    };
  }, [language, latin, isWanted]);
  return layout;
}

/** A field that is taken off the screen takes the keyboard along. */
function useGoneWith(field: Field | null): void {
  useEffect(() => {
    if (field === null) return;
    const leave = () => {
      if (!field.isConnected && useTyping.getState().field === field) closeKeyboard();
    };
    const changes = new MutationObserver(leave);
    changes.observe(document.body, { childList: true, subtree: true });
    return () => changes.disconnect();
  }, [field]);
}

/** Keeps free at the lower edge what the keyboard takes of it, and the field in sight above it. */
function useRoom(section: React.RefObject<HTMLElement | null>, field: Field | null): void {
  useLayoutEffect(() => {
    const node = section.current;
    if (field === null || node === null) return;
    const { style, dataset } = document.documentElement;
    dataset.typing = 'true';
    const keep = () => {
      style.setProperty('--bb-keyboard', `${node.offsetHeight}px`);
      field.scrollIntoView({ block: 'center' });
    };
    keep();
    const size = new ResizeObserver(keep);
    size.observe(node);
    return () => {
      size.disconnect();
      style.removeProperty('--bb-keyboard');
      delete dataset.typing;
    };
  }, [field, section]);
}
