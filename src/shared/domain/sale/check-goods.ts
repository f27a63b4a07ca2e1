import { type Fault, fault } from '../../lib/errors.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { ProductRecord } from '../catalog/product.ts';
import { type DescribedChoice, describeDesign } from '../customization/describe.ts';
import type { Design, DesignContext } from '../customization/design.ts';
import { evaluateDesign } from '../customization/evaluate.ts';
import { isValidDesign } from '../customization/is-valid.ts';
import type { CompiledTemplate } from '../customization/model.ts';

/** What a shopper tells about themselves for a design; kept in memory only. */
export type Declaration = Pick<DesignContext, 'allergies' | 'ageYears'>;

/** A shopper who told nothing about themselves; rules about age then fail closed. */
export const nothingDeclared: Declaration = { allergies: [] };

/** What is asked for of a product. */
export interface WantedDesign {
  readonly design?: Design;
  readonly declaration: Declaration;
}

/** Why something may not be sold. */
export type GoodsFault = Fault<
  'catalog.template_not_found' | 'pricing.not_for_sale' | 'design.malformed' | 'design.not_valid'
>;

/** There is no such product. */
export function productNotFound(sku: string): Fault<'catalog.product_not_found'> {
  return fault('catalog.product_not_found', `There is no product ${sku}.`);
}

/**
 * Whether this may be sold, as far as the product and its design decide: what was chosen, in words.
 * `compiled` is the product's template, `null` when the catalog lacks it; `place` the store's law and the
 * time. SAL-5 to SAL-8.
 */
export function checkGoods(
  product: ProductRecord,
  { design, declaration }: WantedDesign,
  compiled: CompiledTemplate | null,
  place: Pick<DesignContext, 'jurisdictions' | 'at'>,
): Result<readonly DescribedChoice[], GoodsFault> {
  const { sku } = product;
  if (product.type === 'component') {
    return err(fault('pricing.not_for_sale', `${sku} is a component and is not sold by itself.`));
  }
  if (product.type === 'ready') {
    if (design === undefined) return ok([]);
    return err(fault('design.malformed', `${sku} is sold as it is and takes no design.`));
  }
  if (design === undefined) {
    return err(fault('design.malformed', `${sku} is made to order and needs a design.`));
  }
  if (design.template !== product.template) {
    return err(fault('design.malformed', `${sku} is not designed from ${design.template}.`));
  }
  if (compiled === null) {
    return err(fault('catalog.template_not_found', `${sku} has no template to design from.`));
  }
  const problem = designProblem(compiled, sku, design, { ...declaration, ...place });
  if (problem !== null) return err(problem);
  return ok(describeDesign(compiled.source.template, design));
}

function designProblem(
  compiled: CompiledTemplate,
  sku: string,
  design: Design,
  context: DesignContext,
): Fault<'design.malformed' | 'design.not_valid'> | null {
  if (isValidDesign(compiled, design, context)) return null;
  const evaluated = evaluateDesign(compiled, design, context);
  if (!evaluated.ok) return evaluated.error;
  const { status, missing, violations } = evaluated.value;
  const rules = violations.map(({ reason }) => reason.rule);
  const message =
    status === 'incomplete'
      ? `The design of ${sku} is not finished: ${missing.join(', ')}.`
      : `The design of ${sku} cannot be made: ${rules.join(', ')}.`;
  return fault('design.not_valid', message, { status, missing, violations });
}
