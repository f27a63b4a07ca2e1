import { assertNever } from '../../lib/assert.ts';
import type { CatalogRecord, RecordKind } from './feed.ts';
import type { IngredientShare } from './ingredient.ts';
import type { ProductMatch, PromotionAction, PromotionRecord } from './promotion.ts';
import type { RuleCondition } from './rule.ts';
import type { Dose, TemplateRecord } from './template.ts';

/** Called for each record that another one names: its kind, its key, and the field that names it. */
export type ReferenceVisitor = (kind: RecordKind, key: string, field: string) => void;

/** In a rule: any allergen that the shopper declared, not a record of its own. */
const ANY_DECLARED_ALLERGEN = 'declared';

/** Visits every record that `record` refers to, in the order of its fields. */
export function visitReferences(record: CatalogRecord, visit: ReferenceVisitor): void {
  switch (record.kind) {
    case 'store':
    case 'taxClass':
    case 'allergen':
      return;
    case 'ingredient':
      record.allergens.forEach((link, index) => {
        visit('allergen', link.allergen, `allergens[${index}].allergen`);
      });
      return;
    case 'product':
      visit('taxClass', record.taxClass, 'taxClass');
      if (record.template !== undefined) visit('template', record.template, 'template');
      if (record.ingredients !== undefined) visitShares(record.ingredients, 'ingredients', visit);
      return;
    case 'price':
      visit('product', record.sku, 'sku');
      if (record.store !== undefined) visit('store', record.store, 'store');
      return;
    case 'template':
      visitTemplate(record, visit);
      return;
    case 'rule':
      visit('template', record.template, 'template');
      if (record.when !== undefined) visitCondition(record.when, 'when', visit);
      visitAction(record.action, visit);
      return;
    case 'promotion':
      visitPromotion(record, visit);
      return;
    case 'stock':
      visit('product', record.sku, 'sku');
      visit('store', record.store, 'store');
      return;
    case 'lot':
      visit('product', record.sku, 'sku');
      if (record.store !== undefined) visit('store', record.store, 'store');
      return;
    default:
      assertNever(record);
  }
}

function visitShares(
  shares: readonly IngredientShare[],
  field: string,
  visit: ReferenceVisitor,
): void {
  shares.forEach((share, index) => {
    visit('ingredient', share.ingredient, `${field}[${index}].ingredient`);
  });
}

function visitDoses(doses: readonly Dose[], field: string, visit: ReferenceVisitor): void {
  doses.forEach((dose, index) => {
    visit('product', dose.sku, `${field}[${index}].sku`);
  });
}

function visitTemplate(template: TemplateRecord, visit: ReferenceVisitor): void {
  visitShares(template.ingredients, 'ingredients', visit);
  visitDoses(template.doses, 'doses', visit);
  template.groups.forEach((group, index) => {
    const field = `groups[${index}]`;
    if (group.type === 'amount') {
      visitShares(group.ingredientsPerUnit ?? [], `${field}.ingredientsPerUnit`, visit);
      visitDoses(group.dosesPerUnit ?? [], `${field}.dosesPerUnit`, visit);
    } else if (group.type !== 'text') {
      group.options.forEach((option, at) => {
        const path = `${field}.options[${at}]`;
        visitShares(option.ingredients ?? [], `${path}.ingredients`, visit);
        visitDoses(option.doses ?? [], `${path}.doses`, visit);
      });
    }
  });
}

type RuleAction = Extract<CatalogRecord, { readonly kind: 'rule' }>['action'];

function visitAction(action: RuleAction, visit: ReferenceVisitor): void {
  if (action.kind === 'limitIngredient') {
    visit('ingredient', action.ingredient, 'action.ingredient');
  } else if ((action.kind === 'require' || action.kind === 'forbid') && action.that !== undefined) {
    visitCondition(action.that, 'action.that', visit);
  }
}

function visitCondition(condition: RuleCondition, field: string, visit: ReferenceVisitor): void {
  switch (condition.kind) {
    case 'ingredientSum':
      visit('ingredient', condition.ingredient, `${field}.ingredient`);
      return;
    case 'allergen':
    case 'allergy':
      if (condition.allergen !== ANY_DECLARED_ALLERGEN) {
        visit('allergen', condition.allergen, `${field}.allergen`);
      }
      return;
    case 'all':
    case 'any':
      condition.of.forEach((part, index) => {
        visitCondition(part, `${field}.of[${index}]`, visit);
      });
      return;
    case 'not':
      visitCondition(condition.of, `${field}.of`, visit);
      return;
    default:
      // Groups and options are the template's own; compiling it checks them.
      return;
  }
}

function visitPromotion(promotion: PromotionRecord, visit: ReferenceVisitor): void {
  promotion.stores?.forEach((store, index) => {
    visit('store', store, `stores[${index}]`);
  });
  promotion.conditions.forEach((condition, index) => {
    if (condition.kind !== 'customerSegment') {
      visitMatch(condition.match, `conditions[${index}].match`, visit);
    }
  });
  visitPromotionAction(promotion.action, visit);
}

function visitPromotionAction(action: PromotionAction, visit: ReferenceVisitor): void {
  switch (action.kind) {
    case 'buyXGetY':
      visitMatch(action.buy, 'action.buy', visit);
      visitMatch(action.get, 'action.get', visit);
      return;
    case 'bundle':
      action.parts.forEach((part, index) => {
        visitMatch(part.match, `action.parts[${index}].match`, visit);
      });
      return;
    case 'percentOff':
    case 'amountOff':
      visitMatch(action.match, 'action.match', visit);
      return;
    default:
      assertNever(action);
  }
}

function visitMatch(match: ProductMatch, field: string, visit: ReferenceVisitor): void {
  match.skus?.forEach((sku, index) => {
    visit('product', sku, `${field}.skus[${index}]`);
  });
  match.templates?.forEach((template, index) => {
    visit('template', template, `${field}.templates[${index}]`);
  });
}
