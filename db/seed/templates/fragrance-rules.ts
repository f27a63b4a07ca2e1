import type { RuleRecord } from '#shared/domain/catalog/rule.ts';
import {
  chosen,
  filled,
  forbid,
  noDeclaredAllergen,
  oneOf,
  require,
  ruleBook,
  warn,
} from './rule-book.ts';

const write = ruleBook('fragrance');

export const fragranceRules: readonly RuleRecord[] = [
  noDeclaredAllergen(write),
  write(
    'oakmoss-limit',
    'Perfumers keep oakmoss at 0.1% of what touches the skin; the fern heart and the oakmoss base together go beyond it.',
    { kind: 'limitIngredient', ingredient: 'oakmoss-extract', maxPpm: 1_000 },
  ),
  write(
    'eugenol-limit',
    'Clove in the top and carnation in the heart bring so much eugenol that skin may complain; choose one of the two.',
    forbid({ kind: 'allergen', allergen: 'eugenol', abovePpm: 5_000 }),
  ),
  write(
    'toilette-one-heart',
    'An eau de toilette is light: a second heart would drown the first.',
    { kind: 'limit', group: 'heart', max: 1 },
    chosen('strength', 'edt'),
  ),
  write(
    'toilette-one-base',
    'An eau de toilette carries one base note; two would weigh it down.',
    { kind: 'limit', group: 'base', max: 1 },
    chosen('strength', 'edt'),
  ),
  write(
    'extrait-size',
    'We fill extrait into 30 and 50 ml: a drop is enough, and it should be used while it is fresh.',
    forbid(chosen('size', '100')),
    chosen('strength', 'extrait'),
  ),
  write(
    'vanilla-tint',
    'Vanilla darkens to amber within weeks, so a clear, rosy or celadon tint would not stay as you chose it.',
    require(oneOf('tint', 'straw', 'cognac')),
    chosen('base', 'vanilla'),
  ),
  write(
    'white-flowers-musk',
    'Jasmine and ylang-ylang together grow loud; clean musk or sandalwood in the base gives them room.',
    require(oneOf('base', 'musk', 'sandalwood')),
    { kind: 'all', of: [chosen('heart', 'jasmine'), chosen('heart', 'ylang')] },
  ),
  write(
    'engraving-size',
    'The shoulder of the 30 ml flacon is too narrow for engraving.',
    forbid(chosen('size', '30')),
    filled('engraving'),
  ),
  write(
    'glass-stopper-size',
    'The ground glass stopper is fitted by hand to the 50 and 100 ml flacons.',
    forbid(chosen('size', '30')),
    chosen('cap', 'glass'),
  ),
  write(
    'ribbon-or-beech',
    'The beech stopper sits too low for a ribbon.',
    { kind: 'limit', group: 'ribbon', max: 0 },
    chosen('cap', 'beech'),
  ),
  write(
    'fig-without-patchouli',
    'Patchouli swallows green fig whole: you would not smell what you chose.',
    forbid(chosen('base', 'patchouli')),
    chosen('top', 'green-fig'),
  ),
  write(
    'citrus-extrait',
    'In an extrait a citrus top is gone in minutes. It is lovely, but short.',
    warn,
    { kind: 'all', of: [chosen('strength', 'extrait'), oneOf('top', 'bergamot', 'lemon')] },
  ),
];
