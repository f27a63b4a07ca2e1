import type { TemplateRecord } from '#shared/domain/catalog/template.ts';
import { en, euros, type Percents, shares } from '../build.ts';
import { doseOf, engraving, optionsFor } from './parts.ts';

const fillMg = 255_000;
const option = optionsFor(fillMg);

/** Water makes up whatever the choices leave. */
const base: Percents = {
  aqua: 52,
  glycerin: 3,
  'sodium-benzoate': 0.5,
  'citric-acid': 0.4,
  'sodium-chloride': 0.8,
};

export const shampoo: TemplateRecord = {
  kind: 'template',
  id: 'shampoo',
  name: en('Shampoo, mixed for you'),
  description: en(
    'For your hair, your scalp and whoever else is in the shower. 250 ml, refillable.',
  ),
  use: 'rinseOff',
  ingredients: shares(base),
  doses: [doseOf('CMP-BASE-SHP', base, fillMg)],
  groups: [
    {
      id: 'wearer',
      type: 'single',
      name: en('Who is it for?'),
      required: true,
      options: [
        option('adult', 'An adult'),
        option('child', 'A child from 3 years'),
        option('toddler', 'A child under 3'),
      ],
    },
    {
      id: 'hair',
      type: 'single',
      name: en('Hair'),
      required: true,
      options: [
        option('straight', 'Straight'),
        option('fine', 'Fine'),
        option('wavy', 'Wavy'),
        option('curly', 'Curly'),
        option('coily', 'Coily'),
      ],
    },
    {
      id: 'wash',
      type: 'single',
      name: en('Wash'),
      required: true,
      options: [
        option('gentle', 'Gentle glucosides', {
          about: 'Little foam, kind to skin and eyes.',
          formula: { 'decyl-glucoside': 8, 'coco-glucoside': 6, 'cocamidopropyl-betaine': 4 },
          takes: 'CMP-WASH-GENTLE',
        }),
        option('daily', 'Daily foam', {
          about: 'Sulfate-free, with a proper lather.',
          formula: { 'sodium-cocoyl-isethionate': 9, 'cocamidopropyl-betaine': 7 },
          takes: 'CMP-WASH-DAILY',
        }),
        option('cream', 'Cream wash', {
          about: 'Conditions while it cleans.',
          extra: 2,
          formula: {
            'sodium-cocoyl-isethionate': 6,
            'cetearyl-alcohol': 4,
            'behentrimonium-chloride': 1.5,
            'glycol-distearate': 1,
          },
          takes: 'CMP-WASH-CREAM',
        }),
        option('clarify', 'Clarifying', {
          about: 'Charcoal and salicylic acid against residue and oil.',
          extra: 2,
          formula: {
            'sodium-olefin-sulfonate': 12,
            'charcoal-powder': 0.5,
            'salicylic-acid': 1.2,
            'piroctone-olamine': 0.3,
          },
          takes: 'CMP-WASH-CLARIFY',
        }),
      ],
    },
    {
      id: 'care',
      type: 'multi',
      name: en('Boosters'),
      help: en('Up to three. The first is in the price.'),
      min: 0,
      max: 3,
      price: { kind: 'perUnit', amountMinor: euros(2.5), included: 1 },
      options: [
        option('rice', 'Rice protein', {
          about: 'Body without weight.',
          formula: { 'hydrolyzed-rice-protein': 1 },
          takes: 'CMP-PROTEIN-RICE',
        }),
        option('keratin', 'Keratin', {
          about: 'Fills what bleach has opened.',
          formula: { 'hydrolyzed-keratin': 1.5 },
          takes: 'CMP-PROTEIN-KERATIN',
        }),
        option('argan', 'Argan oil', {
          about: 'Softness and shine.',
          formula: { 'argania-spinosa-kernel-oil': 1.5 },
          takes: 'CMP-ARGAN',
        }),
        option('shea', 'Shea butter', {
          about: 'For curls and coils that drink.',
          formula: { 'butyrospermum-parkii-butter': 2 },
          takes: 'CMP-SHEA',
        }),
        option('color-shield', 'Color shield', {
          about: 'Keeps a dye bright for longer.',
          formula: { 'polyquaternium-10': 0.5 },
          takes: 'CMP-SHIELD',
        }),
        option('flake-care', 'Flake care', {
          about: 'Piroctone olamine against dandruff.',
          formula: { 'piroctone-olamine': 0.8 },
          takes: 'CMP-PIROCTONE',
        }),
        option('scalp-peel', 'Scalp peel', {
          about: 'Salicylic acid for a scalp that builds up.',
          formula: { 'salicylic-acid': 2 },
          takes: 'CMP-SALICYLIC',
        }),
        option('caffeine', 'Caffeine', {
          about: 'A morning ritual for the roots.',
          formula: { caffeine: 1 },
          takes: 'CMP-CAFFEINE',
        }),
      ],
    },
    {
      id: 'scent',
      type: 'single',
      name: en('Scent'),
      required: true,
      options: [
        option('none', 'Unscented'),
        option('linen', 'Clean linen', {
          formula: { 'parfum-linen': 0.1 },
          takes: 'CMP-ACC-LINEN',
        }),
        option('lavender', 'Lavender', {
          formula: { 'lavender-oil': 0.03 },
          takes: 'CMP-OIL-LAVENDER',
        }),
        option('citrus', 'Orange and lemon', {
          formula: { 'orange-oil': 0.06, 'lemon-oil': 0.03 },
          takes: 'CMP-OIL-CITRUS',
        }),
        option('mint', 'Peppermint', {
          formula: { 'peppermint-oil': 0.1, menthol: 0.1 },
          takes: 'CMP-AROMA-MINT',
        }),
        option('forest', 'Rosemary and eucalyptus', {
          formula: { 'rosemary-oil': 0.05, 'eucalyptus-oil': 0.05 },
          takes: 'CMP-OIL-FOREST',
        }),
      ],
    },
    {
      id: 'linen',
      type: 'amount',
      name: en('Linen drops'),
      help: en('A clean trail that lingers on the towel. Zero is how most people like it.'),
      required: false,
      min: 0,
      max: 4,
      step: 1,
      unit: en('drops'),
      unitOne: en('drop'),
      ingredientsPerUnit: shares({ 'parfum-linen': 0.1 }),
      dosesPerUnit: [doseOf('CMP-ACC-LINEN', { 'parfum-linen': 0.1 }, fillMg)],
    },
    {
      id: 'bottle-color',
      type: 'color',
      name: en('Bottle color'),
      artRole: 'color',
      required: true,
      options: [
        option('sea', 'Sea glass', { color: '#BFD8D2', takes: 'CMP-BOTTLE-250' }),
        option('sand', 'Sand', { color: '#E2D2B8', takes: 'CMP-BOTTLE-250' }),
        option('clay', 'Clay', { color: '#C4836A', takes: 'CMP-BOTTLE-250' }),
        option('moss', 'Moss', { color: '#7A8B6A', takes: 'CMP-BOTTLE-250' }),
        option('dusk', 'Dusk', { color: '#5F6B85', takes: 'CMP-BOTTLE-250' }),
      ],
    },
    {
      id: 'vessel',
      type: 'single',
      name: en('Closure'),
      artRole: 'vessel',
      required: true,
      options: [
        option('bottle', 'Flip cap', { takes: 'CMP-CLOSE-FLIP' }),
        option('pump', 'Steel pump', { extra: 4, takes: 'CMP-CLOSE-PUMP' }),
      ],
    },
    {
      ...engraving(14, 'on the collar of the steel pump'),
      name: en('Name on the pump'),
    },
  ],
};
