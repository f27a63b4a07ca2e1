import { Columns2, Redo2, Undo2 } from 'lucide-react';
import { useDeferredValue } from 'react';
import type { TemplateRecord } from '#shared/domain/catalog/template.ts';
import { Action } from '../../components/Action.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { changesBetween } from '../../lib/design-history.ts';
import type { Selections } from '../../lib/selections.ts';
import { openCompare } from '../../stores/compare.ts';
import { keepBeside, redo, undo, useCustomizer } from '../../stores/customizer.ts';
import { CompareSheet } from './CompareSheet.tsx';
import { changeWords } from './words.ts';

/** What was changed last can be taken back, and a design be kept beside the next. UIX-90, UIX-91 */
export function HistoryStrip({ template }: { readonly template: TemplateRecord }) {
  const words = useWords();
  const { t } = words;
  // What was typed or chosen shows before the way back from it does.
  const selections = useDeferredValue(useCustomizer((state) => state.selections));
  const { past, future } = useDeferredValue(useCustomizer((state) => state.history));
  const pinned = useCustomizer((state) => state.pinned);
  const [before, after] = [past.at(-1), future.at(-1)];
  const isBegun = Object.keys(selections).length > 0;
  if (!isBegun && before === undefined && after === undefined && pinned === null) return null;
  const change = (from: Selections, to: Selections) =>
    words.list(changesBetween(from, to).map((each) => changeWords(words, template, from, each)));
  return (
    <div
      data-scan-group
      className="flex shrink-0 flex-wrap items-center gap-x-2 pe-gutter pb-2 ps-9 text-sm typing:reach:larger:hidden"
    >
      {before !== undefined && (
        <Action variant="quiet" className="min-w-0 shrink! text-sm!" onPress={undo}>
          <Undo2 aria-hidden size="1.25em" className="rtl:-scale-x-100" />
          <span className="truncate">
            {t('compare.undo', { change: change(before, selections) })}
          </span>
        </Action>
      )}
      {after !== undefined && (
        <Action variant="quiet" className="min-w-0 shrink! text-sm!" onPress={redo}>
          <Redo2 aria-hidden size="1.25em" className="rtl:-scale-x-100" />
          <span className="truncate">
            {t('compare.redo', { change: change(selections, after) })}
          </span>
        </Action>
      )}
      {pinned !== null ? (
        <Action className="ms-auto text-sm!" onPress={() => void openCompare()}>
          <Columns2 aria-hidden size="1.25em" />
          {t('compare.open')}
        </Action>
      ) : (
        isBegun && (
          <Action
            variant="quiet"
            className="ms-auto text-sm!"
            onPress={() => keepBeside(useCustomizer.getState().selections)}
          >
            <Columns2 aria-hidden size="1.25em" />
            {t('compare.keep')}
          </Action>
        )
      )}
      <CompareSheet />
    </div>
  );
}
