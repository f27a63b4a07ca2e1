import type { IngredientRecord } from '#shared/domain/catalog/ingredient.ts';
import { ingredient, scented } from './ingredient.ts';

/** Typical contents of the oils, in percent; a real supplier's certificate gives them per lot. */
const essentialOils: readonly IngredientRecord[] = [
  scented('bergamot-oil', 'Citrus Aurantium Bergamia Peel Oil', {
    'citrus-aurantium-bergamia': 100,
    limonene: 38,
    'linalyl-acetate': 29,
    linalool: 10,
    pinene: 8,
    citral: 0.7,
    'geranyl-acetate': 0.4,
  }),
  scented('lemon-oil', 'Citrus Limon Peel Oil', {
    'citrus-limon-peel': 100,
    limonene: 68,
    pinene: 14,
    citral: 2.2,
    terpinolene: 0.3,
    'geranyl-acetate': 0.4,
  }),
  scented('orange-oil', 'Citrus Aurantium Dulcis Peel Oil', {
    'citrus-aurantium-peel': 100,
    limonene: 94,
    linalool: 0.4,
    citral: 0.2,
    pinene: 0.5,
  }),
  scented('neroli-oil', 'Citrus Aurantium Amara Flower Oil', {
    'citrus-aurantium-flower': 100,
    linalool: 36,
    limonene: 14,
    pinene: 13,
    'linalyl-acetate': 7,
    terpineol: 4.5,
    geraniol: 2.5,
    'geranyl-acetate': 2.5,
    farnesol: 2,
  }),
  scented('lavender-oil', 'Lavandula Angustifolia Oil', {
    lavandula: 100,
    linalool: 32,
    'linalyl-acetate': 36,
    'beta-caryophyllene': 4,
    terpineol: 1,
    limonene: 0.5,
    camphor: 0.5,
    'geranyl-acetate': 0.8,
  }),
  scented('rose-oil', 'Rosa Damascena Flower Oil', {
    'rose-flower': 100,
    citronellol: 30,
    geraniol: 18,
    eugenol: 1.2,
    farnesol: 1.5,
    linalool: 1.8,
    'rose-ketones': 0.05,
  }),
  scented('geranium-oil', 'Pelargonium Graveolens Flower Oil', {
    'pelargonium-graveolens': 100,
    citronellol: 28,
    geraniol: 16,
    linalool: 6,
    citral: 0.6,
    pinene: 0.4,
  }),
  scented('jasmine-extract', 'Jasminum Grandiflorum Flower Extract', {
    jasmine: 100,
    'benzyl-benzoate': 15,
    linalool: 6,
    eugenol: 2.5,
    'benzyl-alcohol': 1.5,
    farnesol: 0.5,
  }),
  scented('ylang-oil', 'Cananga Odorata Flower Oil', {
    'cananga-odorata': 100,
    'beta-caryophyllene': 12,
    linalool: 10,
    'geranyl-acetate': 8,
    'benzyl-benzoate': 6,
    'benzyl-salicylate': 4,
    farnesol: 2,
    geraniol: 1.5,
    eugenol: 0.5,
    isoeugenol: 0.4,
  }),
  scented('clove-oil', 'Eugenia Caryophyllus Bud Oil', {
    'eugenia-caryophyllus': 100,
    eugenol: 80,
    'eugenyl-acetate': 9,
    'beta-caryophyllene': 8,
  }),
  scented('peppermint-oil', 'Mentha Piperita Oil', {
    'mentha-piperita': 100,
    menthol: 42,
    limonene: 2.5,
    'beta-caryophyllene': 2,
    pinene: 1.5,
    carvone: 0.3,
  }),
  scented('rosemary-oil', 'Rosmarinus Officinalis Leaf Oil', {
    pinene: 18,
    camphor: 14,
    'beta-caryophyllene': 3,
    limonene: 3,
    terpineol: 1.5,
    linalool: 1,
  }),
  scented('eucalyptus-oil', 'Eucalyptus Globulus Leaf Oil', {
    'eucalyptus-globulus': 100,
    pinene: 14,
    limonene: 4,
  }),
  scented('patchouli-oil', 'Pogostemon Cablin Oil', {
    'pogostemon-cablin': 100,
    'beta-caryophyllene': 3.5,
    pinene: 0.3,
  }),
  scented('sandalwood-oil', 'Santalum Album Oil', { 'santalum-album': 100, santalol: 70 }),
  scented('cedarwood-oil', 'Cedrus Atlantica Wood Oil', { 'cedrus-atlantica': 100 }),
  // The supplier names what is in these two and not how much: the allergen sums fail closed.
  scented('chamomile-oil', 'Anthemis Nobilis Flower Oil', { pinene: null }),
  scented('labdanum-resin', 'Cistus Ladaniferus Resin', { pinene: null }),
];

const absolutesAndSingles: readonly IngredientRecord[] = [
  scented('oakmoss-extract', 'Evernia Prunastri Extract', { 'evernia-prunastri': 100 }),
  scented(
    'vanilla-extract',
    'Vanilla Planifolia Fruit Extract',
    { vanillin: 12, 'anise-alcohol': 0.2, benzaldehyde: 0.1 },
    'Vanilla',
  ),
  scented('menthol', 'Menthol', { menthol: 100 }),
  scented('vanillin', 'Vanillin', { vanillin: 100 }),
  ingredient('pink-pepper-oil', 'Schinus Terebinthifolia Fruit Extract', 'Pink Pepper'),
  ingredient('alcohol-denat', 'Alcohol Denat.', 'SD Alcohol'),
];

/** Compounds are labelled `Parfum` (in lip products `Aroma`), whatever is in them. */
const compounds: readonly IngredientRecord[] = [
  scented('parfum-skin-musk', 'Parfum', {
    hexamethylindanopyran: 18,
    'tetramethyl-acetyloctahydronaphthalenes': 22,
    hexadecanolactone: 4,
    'benzyl-salicylate': 6,
  }),
  scented('parfum-amber', 'Parfum', {
    vanillin: 6,
    coumarin: 4,
    'benzyl-salicylate': 9,
    'acetyl-cedrene': 5,
  }),
  scented('parfum-green-fig', 'Parfum', { linalool: 3, 'benzyl-alcohol': 1, coumarin: 0.8 }),
  scented('parfum-powder', 'Parfum', {
    'alpha-isomethyl-ionone': 12,
    coumarin: 2,
    'hexyl-cinnamal': 8,
    citronellol: 2,
  }),
  scented('parfum-linen', 'Parfum', {
    linalool: 7,
    'hexyl-cinnamal': 10,
    limonene: 4,
    hydroxycitronellal: 2,
    hexamethylindanopyran: 9,
  }),
  scented('parfum-tea', 'Parfum', { limonene: 6, linalool: 5, citral: 0.6, 'linalyl-acetate': 4 }),
  scented('aroma-vanilla', 'Aroma', { vanillin: 15, benzaldehyde: 0.2 }),
  scented('aroma-rose', 'Aroma', { citronellol: 9, geraniol: 7, 'rose-ketones': 0.02 }),
];

export const fragranceIngredients: readonly IngredientRecord[] = [
  ...essentialOils,
  ...absolutesAndSingles,
  ...compounds,
];
