import type { RuleRecord } from '#shared/domain/catalog/rule.ts';
import {
  amountAtLeast,
  chosen,
  filled,
  forbid,
  inTheEu,
  noDeclaredAllergen,
  oneOf,
  require,
  ruleBook,
  warn,
} from './rule-book.ts';

const write = ruleBook('shampoo');

const littleOnes: readonly RuleRecord[] = [
  write(
    'toddler-unscented',
    'For children under three we leave out every scent and essential oil.',
    require(chosen('scent', 'none')),
    chosen('wearer', 'toddler'),
  ),
  write(
    'toddler-gentle',
    'For children under three we wash with the gentle glucosides only.',
    require(chosen('wash', 'gentle')),
    chosen('wearer', 'toddler'),
  ),
  write(
    'toddler-boosters',
    'Peels, flake care and caffeine are not for children under three.',
    forbid(oneOf('care', 'scalp-peel', 'flake-care', 'caffeine')),
    chosen('wearer', 'toddler'),
  ),
  write(
    'child-strong-oils',
    'Peppermint and eucalyptus are too strong for children; lavender, citrus and linen are mild.',
    forbid(oneOf('scent', 'mint', 'forest')),
    chosen('wearer', 'child'),
  ),
  write(
    'child-peel',
    'A scalp peel stings in the eyes, so we do not mix it for children.',
    forbid({ kind: 'ingredientSum', ingredient: 'salicylic-acid', op: 'gt', ppm: 0 }),
    chosen('wearer', 'child'),
  ),
  write(
    'child-linalool',
    'For children we keep linalool below the amount that must be named on the label; take fewer linen drops or another scent.',
    forbid({ kind: 'allergen', allergen: 'linalool' }),
    chosen('wearer', 'child'),
  ),
];

export const shampooRules: readonly RuleRecord[] = [
  noDeclaredAllergen(write),
  ...littleOnes,
  write(
    'unscented-without-linen',
    'Unscented means no linen drops either.',
    { kind: 'limit', group: 'linen', max: 0 },
    chosen('scent', 'none'),
  ),
  write(
    'linen-behind-herbs',
    'Peppermint and rosemary get lost behind linen: with them we stop at two drops.',
    { kind: 'limit', group: 'linen', max: 2 },
    oneOf('scent', 'mint', 'forest'),
  ),
  write(
    'fine-hair-oils',
    'Shea butter weighs fine hair down by noon.',
    forbid(chosen('care', 'shea')),
    chosen('hair', 'fine'),
  ),
  write(
    'coils-without-clarifying',
    'A clarifying wash takes from coily hair the oil that it keeps for itself; the cream wash cleans without that.',
    forbid(chosen('wash', 'clarify')),
    chosen('hair', 'coily'),
  ),
  write(
    'shield-without-clarifying',
    'A clarifying wash lifts the very dye that the color shield protects.',
    forbid(chosen('wash', 'clarify')),
    chosen('care', 'color-shield'),
  ),
  write(
    'cream-with-one-oil',
    'The cream wash carries one more rich thing: argan or shea, not both.',
    forbid({ kind: 'all', of: [chosen('care', 'argan'), chosen('care', 'shea')] }),
    chosen('wash', 'cream'),
  ),
  write(
    'piroctone-limit',
    'Piroctone olamine stops at 1% in a rinse-off product, and the clarifying wash holds some already.',
    { kind: 'limitIngredient', ingredient: 'piroctone-olamine', maxPpm: 10_000 },
    inTheEu,
  ),
  write(
    'salicylic-limit',
    'Hair products may hold 3% salicylic acid in the EU; the clarifying wash and the scalp peel together hold more.',
    { kind: 'limitIngredient', ingredient: 'salicylic-acid', maxPpm: 30_000 },
    inTheEu,
  ),
  write(
    'engraving-on-steel',
    'Only the steel pump can be engraved.',
    require(chosen('vessel', 'pump')),
    filled('engraving'),
  ),
  write(
    'too-much-protein',
    'Keratin and rice protein together can leave hair stiff. Use it every other wash.',
    warn,
    { kind: 'all', of: [chosen('care', 'keratin'), chosen('care', 'rice')] },
  ),
  write(
    'strong-scent',
    'This is a strong scent: it will fill the bathroom.',
    warn,
    amountAtLeast('linen', 4),
  ),
];
