import { at } from '../../lib/at.ts';
import type { GroupPrice } from '../catalog/template.ts';
import { ABSENT, type Box, EITHER, IN, OPEN } from '../customization/box.ts';
import type { DesignContext } from '../customization/design.ts';
import type { NumberModel, OptionsModel } from '../customization/groups.ts';
import { leastCost } from '../customization/least-cost.ts';
import type { CompiledTemplate } from '../customization/model.ts';
import { groupAmount, optionAmount } from './option-prices.ts';

/**
 * PRC-102: the least that the choices of a valid design add to one unit, minor units; below zero
 * when they make it cheaper than the base. `null` when no valid design was found.
 */
export function leastOptionsMinor(
  compiled: CompiledTemplate,
  context: DesignContext,
  unitBaseMinor: number,
): number | null {
  const { byGroup, byOption } = chargesOf(compiled, unitBaseMinor);
  return leastCost(compiled, context, (box) => {
    let costMinor = 0;
    for (const group of compiled.groups) {
      const price = byGroup[group.index];
      costMinor +=
        group.kind === 'options'
          ? leastOfOptions(box, group, price, byOption)
          : leastOfNumber(box, group, price);
    }
    return costMinor;
  });
}

interface Charges {
  readonly byGroup: readonly (GroupPrice | undefined)[];
  readonly byOption: readonly number[];
}

/** What the groups and the options of the compiled template charge, by their numbers. */
function chargesOf({ source, groups, options }: CompiledTemplate, unitBaseMinor: number): Charges {
  const records = groups.map(({ id }) => source.template.groups.find((group) => group.id === id));
  return {
    byGroup: records.map((record) =>
      record !== undefined && 'price' in record ? record.price : undefined,
    ),
    byOption: options.map(({ group, id }) => {
      const record = records[group];
      if (record === undefined || !('options' in record)) return 0;
      const price = record.options.find((option) => option.id === id)?.price;
      return price === undefined ? 0 : optionAmount(price, unitBaseMinor);
    }),
  };
}

/** The cheapest options that the box still lets a group have, however many it takes. */
function leastOfOptions(
  box: Box,
  group: OptionsModel,
  price: GroupPrice | undefined,
  byOption: readonly number[],
): number {
  let sumMinor = 0;
  const open: number[] = [];
  for (let option = group.first; option < group.first + group.size; option += 1) {
    const costMinor = byOption[option] ?? 0;
    if (box.option[option] === IN) sumMinor += costMinor;
    else if (box.option[option] === OPEN) open.push(costMinor);
  }
  open.sort((a, b) => a - b);
  let leastMinor = Number.POSITIVE_INFINITY;
  const low = at(box.low, group.index);
  const high = at(box.high, group.index);
  for (let count = at(box.inCount, group.index); count <= high; count += 1) {
    const priceMinor = price === undefined ? 0 : groupAmount(price, count);
    if (count >= low) leastMinor = Math.min(leastMinor, sumMinor + priceMinor);
    sumMinor += open.shift() ?? 0;
  }
  return leastMinor;
}

/** The cheapest amount, or length of a text: at an end of the interval, or where a tier begins. */
function leastOfNumber(box: Box, group: NumberModel, price: GroupPrice | undefined): number {
  const given = at(box.given, group.index);
  if (given === ABSENT || price === undefined) return 0;
  const low = at(box.low, group.index);
  const high = at(box.high, group.index);
  const tiers = price.kind === 'tiered' ? price.tiers : [];
  const values = tiers
    .map(({ from }) => low + Math.ceil((from - low) / group.step) * group.step)
    .filter((value) => low < value && value < high);
  const leastMinor = Math.min(...[low, high, ...values].map((units) => groupAmount(price, units)));
  return given === EITHER ? Math.min(0, leastMinor) : leastMinor;
}
