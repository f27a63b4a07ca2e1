import type { GroupPrice, OptionGroup } from '#shared/domain/catalog/template.ts';
import type { useWords } from '../../i18n/use-words.ts';
import { amountWords } from './words.ts';

type Words = Pick<ReturnType<typeof useWords>, 't' | 'text' | 'change' | 'number' | 'language'>;
type PricedGroup = Extract<OptionGroup, { readonly price?: GroupPrice }>;
type Tiers = Extract<GroupPrice, { readonly kind: 'tiered' }>['tiers'];

/** What choosing in a group adds to the price, before anything is chosen; empty when nothing. */
export function groupPriceWords(words: Words, group: OptionGroup): string {
  if (!('price' in group) || group.price === undefined) return '';
  return group.price.kind === 'perUnit'
    ? perUnitWords(words, group, group.price.amountMinor, group.price.included)
    : tieredWords(words, group, group.price.tiers);
}

/** `+€2.50 each after the first`, `+€0.80 a step`, `+€1.00 a character`. */
function perUnitWords(
  words: Words,
  group: PricedGroup,
  amountMinor: number,
  included: number,
): string {
  if (amountMinor === 0 || included >= largest(group)) return '';
  const after = included === 0 ? '' : 'After';
  switch (group.type) {
    case 'multi':
    case 'text':
      return words.t(`customizer.price.${group.type}${after}`, {
        price: words.change(amountMinor),
        count: included,
      });
    case 'amount':
      return group.step === 1
        ? words.t(`customizer.price.step${after}`, {
            price: words.change(amountMinor),
            count: included,
          })
        : words.t(`customizer.price.amount${after}`, {
            price: words.change(amountMinor * group.step),
            step: amountWords(words, group, group.step),
            included: amountWords(words, group, included),
          });
  }
}

/** A run of sizes that cost the same. */
interface Run {
  readonly from: number;
  /** Inclusive; `null` for everything above. */
  readonly to: number | null;
  readonly amountMinor: number;
}

/** `Up to 8 characters +€5.00 · more +€8.00`. */
function tieredWords(words: Words, group: PricedGroup, tiers: Tiers): string {
  const runs = runsOf(group, tiers);
  if (runs.every(({ amountMinor }) => amountMinor === 0)) return '';
  return runs
    .map((run, index) =>
      words.t('customizer.price.run', {
        size: runWords(words, group, run, index),
        price:
          run.amountMinor === 0 ? words.t('customizer.price.free') : words.change(run.amountMinor),
      }),
    )
    .join(' · ');
}

function runWords(words: Words, group: PricedGroup, { from, to }: Run, index: number): string {
  const size = (count: number) => sizeWords(words, group, count);
  if (to === from || (to === null && from === largest(group))) return size(from);
  if (to === null) {
    if (index > 0) return words.t('customizer.price.more');
    return from <= smallest(group)
      ? words.t('customizer.price.any')
      : words.t('customizer.price.from', { from: size(from) });
  }
  return from <= smallest(group)
    ? words.t('customizer.price.upTo', { to: size(to) })
    : words.t('customizer.price.between', { from: words.number(from), to: size(to) });
}

function sizeWords(words: Words, group: PricedGroup, count: number): string {
  if (group.type !== 'amount') {
    return words.t(`customizer.price.size.${group.type}`, { count });
  }
  return amountWords(words, group, count);
}

/** As the pricing reads them (PRC-23): in order of size, of two equal sizes the later one. */
function runsOf(group: PricedGroup, tiers: Tiers): readonly Run[] {
  const bySize = new Map(tiers.map(({ from, amountMinor }) => [from, amountMinor]));
  const reached = [...bySize].filter(([from]) => from <= largest(group)).sort(([a], [b]) => a - b);
  return reached.map(([from, amountMinor], index) => {
    const next = reached[index + 1]?.[0];
    return { from, to: next === undefined ? null : next - 1, amountMinor };
  });
}

function smallest(group: PricedGroup): number {
  return Math.max(1, group.type === 'text' ? group.minLength : group.min);
}

function largest(group: PricedGroup): number {
  return group.type === 'text' ? group.maxLength : group.max;
}
