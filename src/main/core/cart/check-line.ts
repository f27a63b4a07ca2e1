import type { Static } from 'typebox';
import type { CartLine } from '#shared/contract/ipc/cart.ts';
import type { Declaration as DeclarationSchema } from '#shared/contract/ipc/design.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { describeDesign } from '#shared/domain/customization/describe.ts';
import type { Design, DesignContext } from '#shared/domain/customization/design.ts';
import { evaluateDesign } from '#shared/domain/customization/evaluate.ts';
import { isValidDesign } from '#shared/domain/customization/is-valid.ts';
import type { CompiledTemplate } from '#shared/domain/customization/model.ts';
import { required } from '#shared/lib/assert.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import { compiledTemplate } from '../catalog/compiled-templates.ts';
import type { CatalogReader } from '../ports/catalog-reader.ts';

export type Declaration = Static<typeof DeclarationSchema>;

/** A shopper who told nothing about themselves; rules about age then fail closed. */
export const nothingDeclared: Declaration = { allergies: [] };

/** What is asked for of a product. */
export interface WantedDesign {
  readonly design?: Design;
  readonly declaration: Declaration;
}

export interface CheckedGoods {
  readonly product: ProductRecord;
  readonly choices: CartLine['choices'];
}

type CheckFault = Fault<
  'catalog.template_not_found' | 'pricing.not_for_sale' | 'design.malformed' | 'design.not_valid'
>;

export function productNotFound(sku: string): Fault<'catalog.product_not_found'> {
  return fault('catalog.product_not_found', `There is no product ${sku}.`);
}

/** Whether this may be sold, as far as the product and its design decide. SAL-5 to SAL-8. */
export function checkLine(
  catalog: CatalogReader,
  version: number,
  at: UnixMs,
  product: ProductRecord,
  { design, declaration }: WantedDesign,
): Result<CheckedGoods, CheckFault> {
  const { sku } = product;
  if (product.type === 'component') {
    return err(fault('pricing.not_for_sale', `${sku} is a component and is not sold by itself.`));
  }
  if (product.type === 'ready') {
    if (design === undefined) return ok({ product, choices: [] });
    return err(fault('design.malformed', `${sku} is sold as it is and takes no design.`));
  }
  if (design === undefined) {
    return err(fault('design.malformed', `${sku} is made to order and needs a design.`));
  }
  if (design.template !== product.template) {
    return err(fault('design.malformed', `${sku} is not designed from ${design.template}.`));
  }
  const template = compiledTemplate(catalog, version, design.template);
  if (template === null) {
    return err(fault('catalog.template_not_found', `${sku} has no template to design from.`));
  }

  const { jurisdictions } = required(
    catalog.store(version),
    'store of a catalog that has products',
  );
  const context = { ...declaration, jurisdictions, at };
  const problem = designProblem(template.compiled, sku, design, context);
  if (problem !== null) return err(problem);
  return ok({ product, choices: [...describeDesign(template.template, design)] });
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
