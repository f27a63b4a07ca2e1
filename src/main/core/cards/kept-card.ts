import type { FormulaCard } from '#shared/contract/ipc/card.ts';
import type { CardContent } from '#shared/domain/card/card-content.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import type { TemplateRecord } from '#shared/domain/catalog/template.ts';
import { describeDesign } from '#shared/domain/customization/describe.ts';
import { textGroups } from '#shared/domain/customization/typed-texts.ts';

/** A kept design as its card shows it, in the words of a catalog that has it. */
export function cardOf(
  content: CardContent,
  product: ProductRecord,
  template: TemplateRecord,
): FormulaCard {
  const { leftOut } = content;
  return {
    content,
    name: product.name,
    choices: [...describeDesign(template, content.design)],
    toType: textGroups(template)
      .filter(({ id }) => leftOut.includes(id))
      .map(({ name }) => name),
  };
}
