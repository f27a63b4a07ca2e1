import { expect, test } from 'vitest';
import type { TemplateRecord } from '#shared/domain/catalog/template.ts';
import type { Evaluation, Violation } from '#shared/domain/customization/evaluation.ts';
import { drawnSelections, refusedGroups } from '../../../src/renderer/lib/refused-groups.ts';

const violation = (...groups: readonly string[]): Violation => ({
  reason: { rule: groups.join(), messageKey: 'k' },
  conflict: groups.map((group) => ({ group })),
});

// Only the violations are read.
const judged = (...violations: readonly Violation[]) => ({ violations }) as unknown as Evaluation;

// Only ids and types are read.
const template = {
  groups: [
    { id: 'cap', type: 'single' },
    { id: 'engraving', type: 'text' },
  ],
} as unknown as TemplateRecord;

const selections = { cap: 'brass', engraving: 'Élodie ♥' };

test('UIX-21 every group that has a part in what is broken is refused', () => {
  const refused = refusedGroups(judged(violation('cap', 'engraving'), violation('wax')));
  expect([...refused]).toEqual(['cap', 'engraving', 'wax']);
});

test('UIX-21 nothing is refused before the first answer', () => {
  expect(refusedGroups(null).size).toBe(0);
  expect(drawnSelections(template, selections, null)).toEqual(selections);
});

test('UIX-21 a refused text is not drawn, everything else is', () => {
  expect(drawnSelections(template, selections, judged(violation('engraving')))).toEqual({
    cap: 'brass',
  });
  expect(drawnSelections(template, selections, judged(violation('cap')))).toEqual(selections);
});
