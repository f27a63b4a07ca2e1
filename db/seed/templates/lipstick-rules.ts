import type { RuleRecord } from '#shared/domain/catalog/rule.ts';
import { carmineShades, darkLipShades } from './lipstick-shades.ts';
import {
  amountAtLeast,
  chosen,
  filled,
  forbid,
  noDeclaredAllergen,
  oneOf,
  require,
  ruleBook,
  warn,
} from './rule-book.ts';

const write = ruleBook('lipstick');

export const lipstickRules: readonly RuleRecord[] = [
  noDeclaredAllergen(write),
  write(
    'matte-without-butter',
    'Shea and jojoba keep the surface oily, so a soft matte would turn shiny.',
    forbid(oneOf('care', 'shea', 'jojoba')),
    chosen('finish', 'matte'),
  ),
  write(
    'gloss-comfort',
    'A gloss bullet is soft already; with more than one comfort ingredient it would not hold its shape.',
    { kind: 'limit', group: 'care', max: 1 },
    chosen('finish', 'gloss'),
  ),
  write(
    'vegan-without-carmine',
    'This red is made with carmine, which comes from insects; with the vegan wax we keep the whole bullet vegan.',
    forbid({ kind: 'ingredientSum', ingredient: 'ci-75470', op: 'gt', ppm: 0 }),
    chosen('wax', 'plant'),
  ),
  write(
    'menthol-limit',
    'Mint and a strong tingle add up to more menthol than lips find pleasant; we stop at 0.3%.',
    { kind: 'limitIngredient', ingredient: 'menthol', maxPpm: 3_000 },
  ),
  write(
    'tingle-age',
    'From step two the tingle is for lips of sixteen years and older. Tell us your age to choose it.',
    require({ kind: 'age', op: 'ge', years: 16 }),
    amountAtLeast('tingle', 2),
  ),
  write(
    'engraving-on-metal',
    'The engraving goes around a brass or silver case; lacquer and walnut cannot take it.',
    require(oneOf('cap', 'brass', 'silver')),
    filled('engraving'),
  ),
  write(
    'balsam-and-vanilla',
    'Skin that reacts to balsam of Peru often reacts to vanilla as well, so we leave the vanilla out.',
    forbid(chosen('scent', 'vanilla')),
    { kind: 'allergy', allergen: 'myroxylon-pereirae' },
  ),
  write(
    'sheer-dark',
    'Sheer lets your own lip color through: a very dark shade will look like a stain, not like the swatch.',
    warn,
    { kind: 'all', of: [chosen('finish', 'sheer'), oneOf('shade', ...darkLipShades)] },
  ),
  write(
    'carmine-note',
    'Colored with carmine, a pigment of animal origin.',
    warn,
    oneOf('shade', ...carmineShades),
  ),
];
