import type { TemplateRecord } from '#shared/domain/catalog/template.ts';
import type { Evaluation } from '#shared/domain/customization/evaluation.ts';
import type { Selections } from './selections.ts';

/** Groups whose choice has a part in what the design breaks. */
export function refusedGroups(evaluation: Evaluation | null): ReadonlySet<string> {
  const violations = evaluation?.violations ?? [];
  return new Set(violations.flatMap(({ conflict }) => conflict.map(({ group }) => group)));
}

/** What may be drawn: a refused text is not cut into anything. */
export function drawnSelections(
  template: TemplateRecord,
  selections: Selections,
  evaluation: Evaluation | null,
): Selections {
  const refused = refusedGroups(evaluation);
  const texts = new Set(
    template.groups
      .filter(({ id, type }) => type === 'text' && refused.has(id))
      .map(({ id }) => id),
  );
  return Object.fromEntries(Object.entries(selections).filter(([group]) => !texts.has(group)));
}
