import type { OptionGroup, TemplateRecord } from '#shared/domain/catalog/template.ts';
import { asPrinted, en, euros, type Percents, shares } from '../build.ts';
import { doseOf, engraving, optionsFor } from './parts.ts';

const fillMg = 30_000;
const option = optionsFor(fillMg);

/** Water makes up whatever the choices leave. */
const base: Percents = {
  aqua: 34,
  glycerin: 4,
  'pentylene-glycol': 3,
  propanediol: 2,
  phenoxyethanol: 0.8,
  ethylhexylglycerin: 0.2,
};

const actives: OptionGroup = {
  id: 'actives',
  type: 'multi',
  name: en('Actives'),
  help: en('Up to three. One is in the price.'),
  min: 1,
  max: 3,
  price: {
    kind: 'tiered',
    tiers: [
      { from: 2, amountMinor: euros(6) },
      { from: 3, amountMinor: euros(11) },
    ],
  },
  options: [
    option('peptides', 'Peptides', {
      about: 'Firmness, for skin that has stopped bouncing back.',
      formula: { 'palmitoyl-tripeptide-1': 0.01, 'palmitoyl-tetrapeptide-7': 0.005 },
      takes: 'CMP-PEPTIDES',
    }),
    option('ceramide', 'Ceramide', {
      about: 'Rebuilds a barrier that stings.',
      formula: { 'ceramide-np': 0.5, cholesterol: 0.3 },
      takes: 'CMP-CERAMIDE',
    }),
    option('niacinamide-5', 'Niacinamide 5%', {
      about: 'Pores, redness, uneven tone.',
      formula: { niacinamide: 5 },
      takes: 'CMP-NIACINAMIDE',
    }),
    option('niacinamide-10', 'Niacinamide 10%', {
      about: 'The strong one, for oily skin that is used to it.',
      formula: { niacinamide: 10 },
      takes: 'CMP-NIACINAMIDE',
    }),
    option('vitamin-c', 'Vitamin C 12%', {
      about: 'Pure ascorbic acid with ferulic acid: brightness, at a sour pH.',
      extra: 4,
      formula: { 'ascorbic-acid': 12, 'ferulic-acid': 0.5 },
      takes: 'CMP-VITAMIN-C',
    }),
    option('vitamin-c-gentle', 'Vitamin C, gentle', {
      about: 'Ascorbyl glucoside, stable at the pH of skin.',
      formula: { 'ascorbyl-glucoside': 2 },
      takes: 'CMP-ASCORBYL',
    }),
    option('azelaic', 'Azelaic acid 8%', {
      about: 'Calms blemishes and the marks that they leave.',
      formula: { 'azelaic-acid': 8 },
      takes: 'CMP-AZELAIC',
    }),
    option('salicylic', 'Salicylic acid 1.5%', {
      about: 'Loosens what blocks a pore.',
      formula: { 'salicylic-acid': 1.5 },
      takes: 'CMP-SALICYLIC',
    }),
    option('glycolic', 'Glycolic acid 6%', {
      about: 'Smooths, overnight, three times a week.',
      formula: { 'glycolic-acid': 6 },
      takes: 'CMP-GLYCOLIC',
    }),
    option('arbutin', 'Alpha-arbutin 1.5%', {
      about: 'Fades spots that the sun left.',
      formula: { 'alpha-arbutin': 1.5 },
      takes: 'CMP-ARBUTIN',
    }),
    option('copper', 'Copper peptide', {
      about: 'Blue, rich in copper, loved by tired skin.',
      extra: 8,
      formula: { 'copper-tripeptide-1': 0.1 },
      takes: 'CMP-COPPER',
    }),
  ],
};

export const serum: TemplateRecord = {
  kind: 'template',
  id: 'serum',
  name: en('Serum, composed for you'),
  description: en(
    'Tell us about your skin, choose what should work on it, and we keep the chemistry at peace.',
  ),
  use: 'leaveOn',
  ingredients: shares(base),
  doses: [doseOf('CMP-BASE-SRM', base, fillMg)],
  groups: [
    {
      id: 'skin',
      type: 'single',
      name: en('Your skin'),
      required: true,
      options: [
        option('balanced', 'Balanced'),
        option('dry', 'Dry'),
        option('oily', 'Oily'),
        option('sensitive', 'Sensitive', { about: 'Reddens or stings easily.' }),
      ],
    },
    {
      id: 'base',
      type: 'single',
      name: en('Texture'),
      required: true,
      options: [
        option('gel', 'Water gel', {
          about: 'Gone in seconds.',
          formula: { hydroxyethylcellulose: 0.8 },
          takes: 'CMP-TEX-GEL',
        }),
        option('milk', 'Milk', {
          about: 'Light, with squalane and a drop of olive emulsifier.',
          formula: { squalane: 6, 'cetearyl-olivate': 2, 'sorbitan-olivate': 1 },
          takes: 'CMP-TEX-MILK',
        }),
        option('clear', 'Clarifying gel', {
          about: 'With zinc and a little salicylic acid already in it.',
          extra: 2,
          formula: { 'zinc-pca': 1, 'salicylic-acid': 0.6, hydroxyethylcellulose: 0.8 },
          takes: 'CMP-TEX-CLEAR',
        }),
        option('night', 'Night emulsion', {
          about: 'Rich, with bakuchiol and a first touch of retinol.',
          extra: 5,
          formula: { squalane: 10, 'cetearyl-olivate': 3, bakuchiol: 0.5, retinol: 0.05 },
          takes: 'CMP-TEX-NIGHT',
        }),
      ],
    },
    actives,
    {
      id: 'retinol',
      type: 'amount',
      name: en('Retinol'),
      help: en('In steps of 0.1%. Begin low; your skin decides the pace.'),
      required: false,
      min: 0,
      max: 3,
      step: 1,
      unit: asPrinted('%'),
      shownPerUnit: { value: 1, decimals: 1 },
      price: { kind: 'perUnit', amountMinor: euros(4), included: 0 },
      ingredientsPerUnit: shares({ retinol: 0.1, 'caprylic-capric-triglyceride': 0.9 }),
      dosesPerUnit: [doseOf('CMP-RETINOL', { retinol: 1 }, fillMg)],
    },
    {
      id: 'hydration',
      type: 'amount',
      name: en('Hyaluronic acid'),
      help: en('In steps of 0.25%; the first 0.5% is in the price.'),
      required: false,
      min: 0,
      max: 6,
      step: 1,
      unit: asPrinted('%'),
      shownPerUnit: { value: 25, decimals: 2 },
      price: { kind: 'perUnit', amountMinor: euros(1.5), included: 2 },
      ingredientsPerUnit: shares({ 'sodium-hyaluronate': 0.25 }),
      dosesPerUnit: [doseOf('CMP-HYALURONIC', { 'sodium-hyaluronate': 0.25 }, fillMg)],
    },
    {
      id: 'scent',
      type: 'single',
      name: en('Scent'),
      required: true,
      options: [
        option('none', 'Unscented'),
        option('lavender', 'Lavender', {
          formula: { 'lavender-oil': 0.1 },
          takes: 'CMP-OIL-LAVENDER',
        }),
        option('neroli', 'Neroli', { formula: { 'neroli-oil': 0.08 }, takes: 'CMP-OIL-NEROLI' }),
        option('chamomile', 'Roman chamomile', {
          formula: { 'chamomile-oil': 0.1 },
          takes: 'CMP-OIL-CHAMOMILE',
        }),
      ],
    },
    {
      id: 'vessel',
      type: 'single',
      name: en('Bottle'),
      artRole: 'vessel',
      required: true,
      options: [
        option('pump', 'Airless pump, dark glass', { takes: 'CMP-VSL-PUMP-30' }),
        option('dropper', 'Dropper, clear glass', { takes: 'CMP-VSL-DROPPER-30' }),
        option('jar', 'Jar', { takes: 'CMP-VSL-JAR-30' }),
      ],
    },
    {
      id: 'cap',
      type: 'single',
      name: en('Cap'),
      artRole: 'cap',
      required: true,
      options: [
        option('black', 'Black', { color: '#24211F', takes: 'CMP-CAP-BLACK' }),
        option('bone', 'Bone white', { color: '#EEE6DA', takes: 'CMP-CAP-BONE' }),
        option('brass', 'Brushed brass', { color: '#B08D57', extra: 6, takes: 'CMP-CAP-BRASS' }),
        option('steel', 'Brushed steel', { color: '#B9BEC2', extra: 6, takes: 'CMP-CAP-STEEL' }),
      ],
    },
    engraving(12, 'on a metal cap'),
  ],
};
