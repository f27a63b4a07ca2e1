import type { RuleCondition, RuleRecord } from '#shared/domain/catalog/rule.ts';
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

const write = ruleBook('serum');

const acids = oneOf('actives', 'glycolic', 'salicylic');
const anyRetinol: RuleCondition = {
  kind: 'ingredientSum',
  ingredient: 'retinol',
  op: 'gt',
  ppm: 0,
};

const chemistry: readonly RuleRecord[] = [
  write(
    'vitamin-c-and-niacinamide',
    'Pure vitamin C needs a sour pH and niacinamide a neutral one: at 10% they would flush the skin. The gentle vitamin C gets along with it.',
    forbid(chosen('actives', 'niacinamide-10')),
    chosen('actives', 'vitamin-c'),
  ),
  write(
    'one-niacinamide',
    'Five or ten percent niacinamide: one of the two is enough.',
    forbid(chosen('actives', 'niacinamide-10')),
    chosen('actives', 'niacinamide-5'),
  ),
  write(
    'one-vitamin-c',
    'Pure or gentle vitamin C: they need different pH, so the bottle can hold only one.',
    forbid(chosen('actives', 'vitamin-c-gentle')),
    chosen('actives', 'vitamin-c'),
  ),
  write(
    'retinol-and-acids',
    'Retinol and an exfoliating acid in one bottle are too much for one evening; choose one and alternate.',
    forbid(acids),
    amountAtLeast('retinol', 1),
  ),
  write(
    'vitamin-c-and-copper',
    'Copper makes pure vitamin C rust, so to speak: both lose what you paid for.',
    forbid(chosen('actives', 'copper')),
    chosen('actives', 'vitamin-c'),
  ),
  write(
    'peptides-and-glycolic',
    'The sour pH of glycolic acid takes peptides apart within weeks.',
    forbid(oneOf('actives', 'peptides', 'copper')),
    chosen('actives', 'glycolic'),
  ),
  write(
    'vitamin-c-away-from-air',
    'Pure vitamin C turns brown in an open jar; a pump or a dropper keeps the air out.',
    forbid(chosen('vessel', 'jar')),
    chosen('actives', 'vitamin-c'),
  ),
  write(
    'retinol-in-the-dark',
    'Light takes retinol apart, so we fill it into the dark airless pump only.',
    require(chosen('vessel', 'pump')),
    anyRetinol,
  ),
  write(
    'night-emulsion-hydration',
    'The night emulsion holds up to 0.75% of hyaluronic acid; more would turn it to jelly.',
    { kind: 'limit', group: 'hydration', max: 3 },
    chosen('base', 'night'),
  ),
];

const skin: readonly RuleRecord[] = [
  write(
    'sensitive-without-acids',
    'On skin that stings easily we leave out exfoliating acids and pure vitamin C.',
    forbid(oneOf('actives', 'glycolic', 'salicylic', 'vitamin-c')),
    chosen('skin', 'sensitive'),
  ),
  write(
    'sensitive-retinol',
    'For sensitive skin retinol stops at 0.1%, which is where everyone should begin.',
    { kind: 'limit', group: 'retinol', max: 1 },
    chosen('skin', 'sensitive'),
  ),
  write(
    'sensitive-unscented',
    'Scent is the most common cause of a reaction, so for sensitive skin we keep the serum unscented.',
    require(chosen('scent', 'none')),
    chosen('skin', 'sensitive'),
  ),
  write(
    'dry-actives',
    'Dry skin does better with two actives than with three.',
    { kind: 'limit', group: 'actives', max: 2 },
    chosen('skin', 'dry'),
  ),
];

const law: readonly RuleRecord[] = [
  write(
    'retinol-limit',
    'EU law allows 0.3% retinol in a face serum; 0.3% on top of what the night emulsion brings would be more.',
    { kind: 'limitIngredient', ingredient: 'retinol', maxPpm: 3_000 },
    inTheEu,
  ),
  write('retinol-warning', 'Contains Vitamin A. Consider your daily intake before use.', warn, {
    kind: 'all',
    of: [inTheEu, anyRetinol],
  }),
  write(
    'salicylic-limit',
    'EU law allows 2% salicylic acid here, and the clarifying gel brings some of its own.',
    { kind: 'limitIngredient', ingredient: 'salicylic-acid', maxPpm: 20_000 },
    inTheEu,
  ),
  write(
    'retinol-age',
    'Retinol is for skin of eighteen years and older. Tell us your age to choose it.',
    require({ kind: 'age', op: 'ge', years: 18 }),
    anyRetinol,
  ),
  write(
    'peel-age',
    'Exfoliating acids are for skin of sixteen years and older. Tell us your age to choose them.',
    require({ kind: 'age', op: 'ge', years: 16 }),
    acids,
  ),
  write(
    'acids-and-sun',
    'Acids make skin more sensitive to the sun: wear sunscreen by day.',
    warn,
    acids,
  ),
];

export const serumRules: readonly RuleRecord[] = [
  noDeclaredAllergen(write),
  ...chemistry,
  ...skin,
  ...law,
  write(
    'engraving-on-metal',
    'We can engrave brass and steel; the lacquered caps would chip.',
    require(oneOf('cap', 'brass', 'steel')),
    filled('engraving'),
  ),
];
