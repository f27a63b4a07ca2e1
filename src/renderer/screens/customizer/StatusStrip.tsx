import { ArrowRight, Info, TriangleAlert } from 'lucide-react';
import type { TemplateRecord } from '#shared/domain/catalog/template.ts';
import { PressButton } from '../../components/PressButton.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { change, useCustomizer } from '../../stores/customizer.ts';
import { changeWords, groupIn, reasonWords } from './words.ts';

/** What stands in the way with the nearest ways out, and what is good to know. */
export function StatusStrip({ template }: { readonly template: TemplateRecord }) {
  const words = useWords();
  const evaluation = useCustomizer((state) => state.evaluation);
  const selections = useCustomizer((state) => state.selections);
  const step = useCustomizer((state) => state.step);
  // A text says what is wrong with it where it is typed.
  const typing = groupIn(template, step)?.type === 'text';
  const violations = (evaluation?.violations ?? []).filter(
    ({ conflict }) => !typing || conflict.some(({ group }) => group !== step),
  );
  const warnings = evaluation?.warnings ?? [];
  const ways = violations.length === 0 ? [] : (evaluation?.alternatives.slice(0, 2) ?? []);
  return (
    <div
      aria-live="polite"
      className="scroll-quiet flex max-h-72 eased:portrait:max-h-none shrink-0 flex-col gap-3 px-gutter empty:hidden [&:not(:empty)]:pb-5"
    >
      {violations.length > 0 && (
        <div className="rounded-md bg-danger-wash px-6 py-4 text-danger">
          {violations.map(({ reason }) => (
            <p key={reason.rule} className="flex gap-3">
              <TriangleAlert aria-hidden size="1.3em" className="mt-[0.1em] shrink-0" />
              {reasonWords(words, template, reason)}
            </p>
          ))}
          {ways.length > 0 && (
            <div className="flex flex-wrap gap-3 pt-4">
              {ways.map(({ changes }) => (
                <PressButton
                  key={JSON.stringify(changes)}
                  onPress={() => change(changes)}
                  className="choice min-h-target items-center gap-4 px-5 py-2 text-start font-semibold text-ink"
                >
                  {words.list(
                    changes.map((each) => changeWords(words, template, selections, each)),
                  )}
                  <ArrowRight aria-hidden size="1.1em" className="shrink-0 rtl:-scale-x-100" />
                </PressButton>
              ))}
            </div>
          )}
        </div>
      )}
      {warnings.map(({ reason }) => (
        <p
          key={reason.rule}
          className="flex gap-3 rounded-md bg-notice-wash px-6 py-3 text-notice text-sm"
        >
          <Info aria-hidden size="1.3em" className="shrink-0" />
          {reasonWords(words, template, reason)}
        </p>
      ))}
    </div>
  );
}
