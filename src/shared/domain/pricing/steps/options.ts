import { fault } from '../../../lib/errors.ts';
import { err, ok, type Result } from '../../../lib/result.ts';
import { type ChosenGroup, chosenOptions } from '../../customization/chosen-options.ts';
import { mapLines } from '../map-lines.ts';
import { groupAmount, optionAmount } from '../option-prices.ts';
import type { PricingContext, PricingFault, Step } from '../pricing-context.ts';
import { chargeUnits, type LineState } from '../sale-state.ts';

/** PRC-20: what the design adds to each unit, one trace line for each option and each group price. */
export const chargeOptions: Step = (sale, context) =>
  mapLines(sale, (line) => chargeDesign(line, context));

function chargeDesign(
  line: LineState,
  { catalog }: PricingContext,
): Result<LineState, PricingFault> {
  const { product } = line;
  const { design, lineId } = line.line;
  if (product.type !== 'custom') {
    return design === undefined
      ? ok(line)
      : malformed(line, `${product.sku} is sold as it is and takes no design`);
  }
  const template = catalog.templates.get(product.template ?? '');
  if (template === undefined) {
    return err(
      fault('pricing.not_for_sale', `${product.sku} has no template in this catalog`, {
        lineId,
        sku: product.sku,
      }),
    );
  }
  if (design === undefined) return malformed(line, `${product.sku} needs a design`);
  if (design.template !== template.id) {
    return malformed(
      line,
      `${product.sku} is designed from ${template.id}, not ${design.template}`,
    );
  }
  const chosen = chosenOptions(design, template);
  return chosen.ok ? ok(chosen.value.reduce(chargeGroup, line)) : malformed(line, chosen.error);
}

function chargeGroup(line: LineState, { group, options, units }: ChosenGroup): LineState {
  let charged = line;
  for (const option of options) {
    if (option.price === undefined) continue;
    const unitMinor = optionAmount(option.price, line.unitBaseMinor);
    if (unitMinor === 0) continue;
    const ref = `${group.id}.${option.id}`;
    const charge = { step: 'options', ref, label: option.name, unitMinor } as const;
    const { price } = option;
    charged = chargeUnits(
      charged,
      price.kind === 'percent' ? { ...charge, bps: price.bps } : charge,
    );
  }
  const price = 'price' in group ? group.price : undefined;
  const unitMinor = price === undefined ? 0 : groupAmount(price, units);
  if (unitMinor === 0) return charged;
  return chargeUnits(charged, { step: 'options', ref: group.id, label: group.name, unitMinor });
}

function malformed(line: LineState, why: string): Result<never, PricingFault> {
  const { lineId, sku } = line.line;
  return err(fault('design.malformed', `line ${lineId}: ${why}`, { lineId, sku }));
}
