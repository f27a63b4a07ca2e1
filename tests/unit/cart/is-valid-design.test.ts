import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileTemplate } from '#shared/domain/customization/compile.ts';
import { evaluateDesign } from '#shared/domain/customization/evaluate.ts';
import { isValidDesign } from '#shared/domain/customization/is-valid.ts';
import { memoryCatalog } from '../../helpers/memory-catalog.ts';
import { openingTime, saleCatalog } from '../../helpers/sale-catalog.ts';

const option = fc.constantFrom('light', 'rich', 'unknown');
const actives = fc.subarray(['niacinamide', 'vitamin-c', 'rose-oil']);
const engraving = fc.constantFrom('Zoé', 'far too long a text', '12');
const selections = fc.record({ texture: option, actives, engraving }, { requiredKeys: [] });

test('SAL-7 the quick question whether a design is valid has the answer of the full evaluation', () => {
  const catalog = memoryCatalog();
  catalog.publish(saleCatalog);
  const source = catalog.template(1, 'serum');
  if (source === null) throw new Error('the template is gone');
  const compiled = compileTemplate(source);
  const seen = new Set<string>();
  fc.assert(
    fc.property(selections, fc.subarray(['citral']), (chosen, allergies) => {
      const design = { template: 'serum', selections: chosen };
      const context = { allergies, jurisdictions: ['EU', 'DE'], at: openingTime };
      const evaluated = evaluateDesign(compiled, design, context);
      const status = evaluated.ok ? evaluated.value.status : 'malformed';
      seen.add(status);
      expect(isValidDesign(compiled, design, context)).toBe(status === 'valid');
    }),
    { seed: 20_260_305, numRuns: 400 },
  );
  expect([...seen].sort()).toEqual(['incomplete', 'invalid', 'malformed', 'valid']);
});
