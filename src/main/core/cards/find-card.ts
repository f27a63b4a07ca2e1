import type { FoundCard } from '#shared/contract/ipc/card.ts';
import { type CardText, isCardText, readCardText } from '#shared/domain/card/card-text.ts';
import { designAgain } from '#shared/domain/card/design-again.ts';
import type { StoreRecord } from '#shared/domain/catalog/store.ts';
import { describeDesign } from '#shared/domain/customization/describe.ts';
import { readDesignCode } from '#shared/domain/customization/design-code.ts';
import { evaluateDesign } from '#shared/domain/customization/evaluate.ts';
import { assert } from '#shared/lib/assert.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CatalogMoment } from '../catalog/catalog-moment.ts';
import type { CentralLine } from '../ports/central-line.ts';
import type { SavedDesigns } from '../ports/saved-designs.ts';
import { designable } from './designable.ts';

type ReadFault = Fault<
  'card.damaged' | 'card.newer' | 'card.mistyped' | 'card.unknown' | 'card.unreachable'
>;

/** What a card says, from its QR code or by its typed code. CRD-12, CRD-30, CRD-31. */
export async function readCard(
  { designs, line }: { readonly designs: SavedDesigns; readonly line: CentralLine },
  text: string,
): Promise<Result<CardText, ReadFault>> {
  if (isCardText(text)) {
    const read = readCardText(text);
    if (read.ok) return read;
    return read.error === 'newer'
      ? err(fault('card.newer', 'The card was made by a later release.'))
      : err(fault('card.damaged', 'The text of the card is not whole.'));
  }
  const code = readDesignCode(text);
  if (code === null) return err(fault('card.mistyped', 'The check symbol does not fit the code.'));
  const here = designs.find(code);
  if (here !== null) return ok({ ...here, allergies: [] });
  const there = await line.findDesign(code);
  if (there.ok) return ok({ ...there.value, allergies: [] });
  return there.error.code === 'design.not_found'
    ? err(fault('card.unknown', `Nobody knows a design ${code}.`))
    : err(fault('card.unreachable', `Head office cannot be asked: ${there.error.message}`));
}

/** What becomes of a card by today's catalog and rules. CRD-32 to CRD-34. */
export function cardToday(
  moment: CatalogMoment,
  store: StoreRecord,
  { sku, design: kept, leftOut, allergies }: CardText,
): Result<FoundCard, Fault<'card.product_gone'>> {
  const found = designable(moment, sku);
  if (!found.ok) return err(fault('card.product_gone', found.error.message));
  const { product, template, compiled } = found.value;
  const { design, gone, goneGroups, toType } = designAgain(template, kept, leftOut);
  const known = new Set(moment.catalog.allergens(moment.version).map(({ id }) => id));
  const knownAllergies = allergies.filter((id) => known.has(id));
  const { jurisdictions } = store;
  const context = { allergies: [...knownAllergies], jurisdictions, at: moment.at };
  const evaluation = evaluateDesign(compiled, design, context);
  assert(evaluation.ok, 'what is left of a design is one of its template');
  const { missing, status } = evaluation.value;
  const toDo = [...toType.map(({ id }) => id), ...missing];
  const first = template.groups.find(({ id }) => toDo.includes(id)) ?? template.groups[0];
  assert(first !== undefined, 'a template has a group');
  return ok({
    sku,
    name: product.name,
    design,
    choices: [...describeDesign(template, design)],
    step: first.id,
    gone: [...gone],
    goneGroups,
    toType: toType.map(({ name }) => name),
    isAllowed: status !== 'invalid',
    allergies: [...knownAllergies],
    unknownAllergies: allergies.length - knownAllergies.length,
  });
}
