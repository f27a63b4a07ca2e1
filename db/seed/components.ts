import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { brands, categories } from './brands.ts';
import { asPrinted } from './build.ts';
import { colorants } from './ingredients/colorants.ts';

/** Stock behind the counter: what it is, and how much lies in the flagship's drawers. */
interface Component {
  readonly product: ProductRecord;
  /** In the component's stock unit: milligrams or pieces. */
  readonly onHand: number;
}

function component(
  sku: string,
  name: string,
  stockUnit: 'mg' | 'piece',
  onHand: number,
): Component {
  return {
    product: {
      kind: 'product',
      sku,
      type: 'component',
      name: asPrinted(name),
      brand: brands.house,
      category: categories.components,
      taxClass: 'standard',
      stockUnit,
    },
    onHand,
  };
}

/** Weighed out in milligrams; `grams` is what the jar holds. */
function bulk(sku: string, name: string, grams: number): Component {
  return component(sku, name, 'mg', grams * 1000);
}

function piece(sku: string, name: string, count: number): Component {
  return component(sku, name, 'piece', count);
}

const bases: readonly Component[] = [
  bulk('CMP-BASE-FND', 'Foundation base', 6_000),
  bulk('CMP-BASE-LIP', 'Lip oil base', 1_500),
  bulk('CMP-BASE-SRM', 'Serum base', 6_000),
  bulk('CMP-BASE-SHP', 'Shampoo base', 40_000),
  bulk('CMP-ALCOHOL', 'Perfumer’s alcohol', 9_000),
  bulk('CMP-BENTONITE', 'Lacquer suspension clay', 300),
  bulk('CMP-LACQUER-CLASSIC', 'Lacquer, classic', 3_000),
  bulk('CMP-LACQUER-WATER', 'Lacquer, water-based', 2_000),
  bulk('CMP-TEX-GEL', 'Water gel texture', 400),
  bulk('CMP-TEX-MILK', 'Milk texture', 900),
  bulk('CMP-TEX-CLEAR', 'Clarifying gel texture', 400),
  bulk('CMP-TEX-NIGHT', 'Night emulsion texture', 900),
  bulk('CMP-WASH-GENTLE', 'Gentle glucoside blend', 12_000),
  bulk('CMP-WASH-DAILY', 'Daily foam blend', 12_000),
  bulk('CMP-WASH-CREAM', 'Cream wash blend', 8_000),
  bulk('CMP-WASH-CLARIFY', 'Clarifying blend', 6_000),
];

const actives: readonly Component[] = [
  bulk('CMP-HYALURONIC', 'Sodium hyaluronate', 120),
  bulk('CMP-NIACINAMIDE', 'Niacinamide', 900),
  bulk('CMP-CERAMIDE', 'Ceramide NP with cholesterol', 80),
  bulk('CMP-ROSEHIP', 'Rosehip oil', 500),
  bulk('CMP-CENTELLA', 'Centella extract', 200),
  bulk('CMP-PEPTIDES', 'Peptide blend', 8),
  bulk('CMP-VITAMIN-C', 'Ascorbic acid with ferulic acid', 800),
  bulk('CMP-ASCORBYL', 'Ascorbyl glucoside', 300),
  bulk('CMP-AZELAIC', 'Azelaic acid', 500),
  bulk('CMP-SALICYLIC', 'Salicylic acid', 600),
  bulk('CMP-GLYCOLIC', 'Glycolic acid', 500),
  bulk('CMP-ARBUTIN', 'Alpha-arbutin', 150),
  bulk('CMP-COPPER', 'Copper tripeptide', 10),
  bulk('CMP-RETINOL', 'Retinol 10% in triglyceride', 150),
  bulk('CMP-CAFFEINE', 'Caffeine', 400),
  bulk('CMP-PIROCTONE', 'Piroctone olamine', 300),
  bulk('CMP-PROTEIN-RICE', 'Rice protein', 500),
  bulk('CMP-PROTEIN-KERATIN', 'Hydrolyzed keratin', 500),
  bulk('CMP-ARGAN', 'Argan oil', 800),
  bulk('CMP-SHEA', 'Shea butter', 1_500),
  bulk('CMP-SHIELD', 'Color shield polymer', 250),
  bulk('CMP-JOJOBA', 'Jojoba oil', 400),
  bulk('CMP-SQUALANE', 'Squalane', 900),
  bulk('CMP-CALCIUM', 'Calcium pantothenate', 50),
  bulk('CMP-BAMBOO', 'Bamboo extract', 50),
  bulk('CMP-VITAMIN-E', 'Tocopheryl acetate', 80),
  bulk('CMP-QUICK-DRY', 'Quick-dry alcohol', 200),
  bulk('CMP-TINGLE', 'Menthol and chili blend', 40),
];

const textures: readonly Component[] = [
  bulk('CMP-SILICA', 'Silica microspheres', 400),
  bulk('CMP-PEARL', 'Synthetic mica pearl', 300),
  bulk('CMP-MICA', 'Mica shimmer', 200),
  bulk('CMP-GLITTER', 'Glass flakes', 150),
  bulk('CMP-COVER', 'Coverage blend', 400),
  bulk('CMP-FILTER', 'Mineral filter dispersion', 900),
  bulk('CMP-GLOSS', 'Gloss polymer', 250),
  bulk('CMP-JELLY', 'Jelly plasticizer', 100),
  bulk('CMP-WAX-BEE', 'Beeswax', 600),
  bulk('CMP-WAX-PLANT', 'Candelilla and carnauba wax', 600),
];

const scents: readonly Component[] = [
  bulk('CMP-AROMA-VANILLA', 'Vanilla aroma', 30),
  bulk('CMP-AROMA-ROSE', 'Rose aroma', 30),
  bulk('CMP-AROMA-MINT', 'Mint aroma', 120),
  bulk('CMP-ACC-LINEN', 'Linen accord', 400),
  bulk('CMP-ACC-MUSK', 'Clean musk accord', 600),
  bulk('CMP-ACC-EXTRAIT', 'Extrait accord', 250),
  bulk('CMP-ACC-FIG', 'Green fig accord', 150),
  bulk('CMP-ACC-CARNATION', 'Carnation accord', 100),
  bulk('CMP-ACC-FERN', 'Lavender fern accord', 150),
  bulk('CMP-ACC-IRIS', 'Iris powder accord', 200),
  bulk('CMP-ACC-AMBER', 'Amber accord', 250),
  bulk('CMP-ACC-TEA', 'Green tea accord', 60),
  bulk('CMP-ROSEWATER', 'Damask rose water', 700),
  bulk('CMP-OIL-BERGAMOT', 'Bergamot oil', 200),
  bulk('CMP-OIL-LEMON', 'Lemon oil', 200),
  bulk('CMP-OIL-CITRUS', 'Orange and lemon oil', 200),
  bulk('CMP-OIL-NEROLI', 'Neroli oil', 60),
  bulk('CMP-OIL-PINKPEPPER', 'Pink pepper extract', 60),
  bulk('CMP-OIL-SPICE', 'Clove and orange oil', 100),
  bulk('CMP-OIL-ROSE', 'Rose and geranium oil', 50),
  bulk('CMP-OIL-JASMINE', 'Jasmine extract', 40),
  bulk('CMP-OIL-YLANG', 'Ylang-ylang oil', 80),
  bulk('CMP-OIL-LAVENDER', 'Lavender oil', 200),
  bulk('CMP-OIL-CHAMOMILE', 'Roman chamomile oil', 20),
  bulk('CMP-OIL-FOREST', 'Rosemary and eucalyptus oil', 120),
  bulk('CMP-OIL-SANDALWOOD', 'Sandalwood oil', 90),
  bulk('CMP-OIL-CEDAR', 'Atlas cedar oil', 200),
  bulk('CMP-OIL-PATCHOULI', 'Patchouli oil', 180),
  bulk('CMP-OIL-VANILLA', 'Vanilla extract', 150),
  bulk('CMP-OIL-OAKMOSS', 'Oakmoss base', 60),
];

const pigments: readonly Component[] = colorants.map(({ id, inciName, synonyms }) =>
  bulk(`CMP-${id.toUpperCase()}`, `Pigment ${inciName}, ${synonyms[0] ?? inciName}`, 250),
);

const vesselsAndCaps: readonly Component[] = [
  piece('CMP-VSL-PUMP-30', 'Glass pump bottle, 30 ml', 180),
  piece('CMP-VSL-DROPPER-30', 'Glass dropper bottle, 30 ml', 120),
  piece('CMP-VSL-JAR-30', 'Glass jar, 30 ml', 80),
  piece('CMP-VSL-TUBE-30', 'Travel tube, 30 ml', 90),
  piece('CMP-CAP-BLACK', 'Cap, black', 220),
  piece('CMP-CAP-BONE', 'Cap, bone white', 120),
  piece('CMP-CAP-OAK', 'Cap, oak', 60),
  piece('CMP-CAP-BRASS', 'Cap, brushed brass', 48),
  piece('CMP-CAP-STEEL', 'Cap, brushed steel', 52),
  piece('CMP-CASE-INK', 'Lipstick case, ink lacquer', 110),
  piece('CMP-CASE-BLUSH', 'Lipstick case, blush lacquer', 90),
  piece('CMP-CASE-WALNUT', 'Lipstick case, walnut', 40),
  piece('CMP-CASE-BRASS', 'Lipstick case, solid brass', 32),
  piece('CMP-CASE-SILVER', 'Lipstick case, silver', 28),
  piece('CMP-FLACON-30', 'Flacon, 30 ml', 60),
  piece('CMP-FLACON-50', 'Flacon, 50 ml', 90),
  piece('CMP-FLACON-100', 'Flacon, 100 ml', 36),
  piece('CMP-STOPPER-INK', 'Stopper, ink lacquer', 100),
  piece('CMP-STOPPER-BEECH', 'Stopper, steamed beech', 44),
  piece('CMP-STOPPER-BRASS', 'Stopper, turned brass', 36),
  piece('CMP-STOPPER-GLASS', 'Stopper, ground glass', 18),
  piece('CMP-RIBBON', 'Ribbon, 40 cm', 300),
  piece('CMP-BOTTLE-250', 'Refillable bottle, 250 ml', 240),
  piece('CMP-CLOSE-FLIP', 'Flip cap', 200),
  piece('CMP-CLOSE-PUMP', 'Steel pump', 70),
  piece('CMP-BRUSH-WIDE', 'Nail brush, wide', 160),
  piece('CMP-BRUSH-SLIM', 'Nail brush, slim', 90),
  piece('CMP-NCAP-BLACK', 'Polish cap, black', 150),
  piece('CMP-NCAP-WHITE', 'Polish cap, white', 120),
  piece('CMP-NCAP-STEEL', 'Polish cap, brushed steel', 40),
];

export const components: readonly Component[] = [
  ...bases,
  ...actives,
  ...textures,
  ...scents,
  ...pigments,
  ...vesselsAndCaps,
];
