import { ArrowRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { TemplateRecord } from '#shared/domain/catalog/template.ts';
import type { Selection } from '#shared/domain/customization/design.ts';
import { Action } from '../../components/Action.tsx';
import { PressButton } from '../../components/PressButton.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { useWords } from '../../i18n/use-words.ts';
import type { Change } from '../../lib/selections.ts';
import { change, showPanel, useCustomizer } from '../../stores/customizer.ts';
import { type Explanation, explain } from '../../stores/explain.ts';
import { changeWords, choiceWords, groupIn, reasonWords, selectionWords } from './words.ts';

interface ImpossibleSheetProps {
  readonly template: TemplateRecord;
  readonly wanted: { readonly group: string; readonly selection: Selection } | null;
  readonly onClose: () => void;
}

/** Why something cannot be chosen, and the ways to have it all the same. */
export function ImpossibleSheet({ template, wanted, onClose }: ImpossibleSheetProps) {
  const words = useWords();
  const selections = useCustomizer((state) => state.selections);
  const [explanation, setExplanation] = useState<Explanation | null>(null);
  useEffect(() => {
    setExplanation(null);
    if (wanted === null) return;
    let current = true;
    void explain(wanted).then((found) => {
      if (current) setExplanation(found);
    });
    return () => {
      current = false;
    };
  }, [wanted]);
  const group = wanted === null ? undefined : groupIn(template, wanted.group);
  const name =
    wanted === null || group === undefined ? '' : newlyWanted(words, group, selections, wanted);
  const needsAge = explanation?.needsAge ?? false;
  const take = (changes: readonly Change[]) => {
    change(changes);
    onClose();
  };
  return (
    <Sheet
      title={words.t('impossible.title', { name })}
      isOpen={wanted !== null}
      onClose={onClose}
      footer={
        <>
          <Action variant={needsAge ? 'secondary' : 'primary'} size="large" onPress={onClose}>
            {words.t('impossible.keep')}
          </Action>
          {needsAge && (
            <Action
              variant="primary"
              size="large"
              onPress={() => {
                onClose();
                showPanel('aboutYou');
              }}
            >
              {words.t('impossible.age')}
            </Action>
          )}
        </>
      }
    >
      <div aria-live="polite" className="flex flex-col gap-6">
        {explanation === null ? (
          <p className="text-soft">{words.t('common.loading')}</p>
        ) : (
          <>
            <ul className="flex flex-col gap-3">
              {explanation.violations.map(({ reason, conflict }) => (
                <li key={reason.rule} className="rounded-md bg-notice-wash px-6 py-4 text-notice">
                  <p className="text-lg">{reasonWords(words, template, reason)}</p>
                  {conflict.length > 1 && (
                    <p className="pt-1 text-sm">
                      {words.t('impossible.conflict', {
                        choices: words.list(
                          conflict.map((choice) => choiceWords(words, template, choice)),
                        ),
                      })}
                    </p>
                  )}
                </li>
              ))}
            </ul>
            {explanation.ways.length > 0 ? (
              <div className="flex flex-col gap-3">
                <h3 className="font-sans font-semibold text-lg">
                  {words.t('impossible.ways', { name })}
                </h3>
                {explanation.ways.map((changes) => (
                  <PressButton
                    key={JSON.stringify(changes)}
                    onPress={() => take(changes)}
                    className="choice min-h-primary w-full items-center justify-between gap-4 px-6 py-3 text-start"
                  >
                    <span>
                      {words.list(
                        changes
                          .filter((each) => each.group !== wanted?.group)
                          .map((each) => changeWords(words, template, selections, each)),
                      )}
                    </span>
                    <ArrowRight
                      aria-hidden
                      size="1.3em"
                      className="shrink-0 text-accent rtl:-scale-x-100"
                    />
                  </PressButton>
                ))}
              </div>
            ) : (
              <p>{words.t(needsAge ? 'aboutYou.privacy' : 'impossible.noWay')}</p>
            )}
          </>
        )}
      </div>
    </Sheet>
  );
}

/** What was tapped, without what the group holds already. */
function newlyWanted(
  words: ReturnType<typeof useWords>,
  group: Parameters<typeof selectionWords>[1],
  selections: Readonly<Record<string, Selection>>,
  wanted: { readonly selection: Selection },
): string {
  const held = selections[group.id];
  if (Array.isArray(wanted.selection) && Array.isArray(held)) {
    const added = wanted.selection.filter((id) => !held.includes(id));
    if (added.length > 0) return selectionWords(words, group, added);
  }
  const name = selectionWords(words, group, wanted.selection);
  if (group.type !== 'amount') return name;
  return words.t('customizer.choice', { group: words.text(group.name), value: name });
}
