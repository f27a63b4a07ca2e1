import type {
  Dose,
  GroupPrice,
  OptionGroup,
  TemplateOption,
} from '#shared/domain/catalog/template.ts';
import { en, euros, type Percents, shares } from '../build.ts';

interface OptionSpec {
  readonly about?: string;
  /** Euros on top of the base price. */
  readonly extra?: number;
  /** Percent of the base price on top of it. */
  readonly extraPercent?: number;
  /** What it adds to the finished product, in percent by mass. */
  readonly formula?: Percents;
  /** Component that it takes from stock: its formula's mass, or one piece when it has no formula. */
  readonly takes?: string;
  readonly color?: string;
  readonly finish?: NonNullable<TemplateOption['finish']>;
}

type MakeOption = (id: string, name: string, spec?: OptionSpec) => TemplateOption;

/** Makes the options of a template whose one unit is filled with `fillMg` milligrams. */
export function optionsFor(fillMg: number): MakeOption {
  return (id, name, spec = {}) => ({
    id,
    name: en(name),
    ...(spec.about === undefined ? {} : { description: en(spec.about) }),
    ...priceOf(spec),
    ...(spec.formula ? { ingredients: shares(spec.formula) } : {}),
    ...(spec.takes ? { doses: [doseOf(spec.takes, spec.formula, fillMg)] } : {}),
    ...(spec.color ? { color: spec.color } : {}),
    ...(spec.finish ? { finish: spec.finish } : {}),
  });
}

function priceOf(spec: OptionSpec): Pick<TemplateOption, 'price'> {
  if (spec.extra !== undefined) {
    return { price: { kind: 'flat', amountMinor: euros(spec.extra) } };
  }
  if (spec.extraPercent !== undefined) {
    return { price: { kind: 'percent', bps: Math.round(spec.extraPercent * 100) } };
  }
  return {};
}

/** The mass of a formula in one unit; one piece when there is none. */
export function doseOf(sku: string, formula: Percents | undefined, fillMg: number): Dose {
  if (!formula) return { sku, quantity: 1 };
  const ppm = shares(formula).reduce((total, share) => total + (share.ppm ?? 0), 0);
  return { sku, quantity: Math.max(1, Math.round((ppm * fillMg) / 1_000_000)) };
}

/** Engraving is priced by length: a name, or a short line. */
const engravingPrice: GroupPrice = {
  kind: 'tiered',
  tiers: [
    { from: 1, amountMinor: euros(5) },
    { from: 9, amountMinor: euros(8) },
  ],
};

/** Letters of any alphabet, digits, and the few signs that our engraver's stylus can draw. */
const engravable = "\\p{L}\\p{M}\\p{N} .&'’\\-";

/** Refused on every shelf, in any spelling that the look-alike folding sees through. */
const blockedWords = [
  'arschloch',
  'bitch',
  'fuck',
  'hitler',
  'nazi',
  'perkele',
  'scheisse',
  'shit',
];

export function engraving(maxLength: number, where: string): OptionGroup {
  return {
    id: 'engraving',
    type: 'text',
    name: en('Engraving'),
    help: en(`Up to {count} characters ${where}. Leave it empty if you like it plain.`, {
      count: String(maxLength),
    }),
    artRole: 'engraving',
    required: false,
    minLength: 1,
    maxLength,
    allowed: engravable,
    blockedWords,
    price: engravingPrice,
  };
}
