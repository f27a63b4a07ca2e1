import type { CatalogRecord } from '#shared/domain/catalog/feed.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import type { OptionGroup, TemplateRecord } from '#shared/domain/catalog/template.ts';
import { compileTemplate } from '#shared/domain/customization/compile.ts';
import type { Design, Selection } from '#shared/domain/customization/design.ts';
import { evaluateDesign } from '#shared/domain/customization/evaluate.ts';
import type { CompiledTemplate } from '#shared/domain/customization/model.ts';
import type { Declaration } from '#shared/domain/sale/check-goods.ts';
import { required } from '#shared/lib/assert.ts';
import { below, pick } from './scanner-codes.ts';

type Random = () => number;

/** A product with a design and who it is for. */
export interface WantedDesign {
  readonly sku: string;
  readonly design: Design;
  readonly declaration: Declaration;
}

/** A line of a basket, sound or not. */
export interface WantedLine {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly design?: Design;
  readonly declaration: Declaration;
}

/** Makes what shoppers of a catalog may ask for, sensible and not; the same again for the same numbers. */
export function createRandomShopping(records: readonly CatalogRecord[], at: number) {
  const ofKind = <K extends CatalogRecord['kind']>(kind: K) =>
    records.filter((record): record is Extract<CatalogRecord, { kind: K }> => record.kind === kind);
  const products = ofKind('product');
  const ready = products.filter(({ type }) => type === 'ready');
  const custom = products.filter(({ type }) => type === 'custom');
  const components = products.filter(({ type }) => type === 'component');
  const allergens = ofKind('allergen').map(({ id }) => id);
  const codes = ofKind('promotion').flatMap(({ couponCodes = [] }) => couponCodes);
  const jurisdictions = required(ofKind('store')[0], 'a store').jurisdictions;
  const templates = new Map(
    ofKind('template').map((template): [string, CompiledTemplate] => [
      template.id,
      compileTemplate({
        template,
        rules: ofKind('rule').filter((rule) => rule.template === template.id),
        ingredients: ofKind('ingredient'),
        allergens: ofKind('allergen'),
      }),
    ]),
  );

  function declaration(random: Random): Declaration {
    const count = random() < 0.6 ? 0 : 1 + below(random, 3);
    const told = Array.from({ length: count }, () => pick(random, [...allergens, 'moon-dust']));
    const ageYears = random() < 0.2 ? undefined : pick(random, [2, 11, 12, 15, 17, 18, 30, 80]);
    return { allergies: [...new Set(told)], ...(ageYears === undefined ? {} : { ageYears }) };
  }

  function design(random: Random): WantedDesign {
    const { sku, template: id = '' } = pick(random, custom);
    const compiled = required(templates.get(id), id);
    const { template } = compiled.source;
    const told = declaration(random);
    const holes = pick(random, [0, 0.1, 0.6]);
    const selections = template.groups.flatMap((group): [string, Selection][] =>
      random() < holes ? [] : [[group.id, selection(random, group)]],
    );
    const wild = { template: template.id, selections: Object.fromEntries(selections) };
    const fate = random();
    if (fate < 0.1) return { sku, design: spoil(random, wild, template), declaration: told };
    if (fate < 0.4) return { sku, design: wild, declaration: told };
    const context = { ...told, jurisdictions, at };
    return { sku, design: mended(random, compiled, wild, context), declaration: told };
  }

  function line(random: Random, lineId: string, taken: ReadonlySet<string>): WantedLine {
    const quantity = 1 + below(random, 4);
    const fate = random();
    if (fate < 0.03) {
      const sku = random() < 0.5 ? 'NO-SUCH' : pick(random, components).sku;
      return { lineId, sku, quantity, declaration: { allergies: [] } };
    }
    if (fate < 0.4) return { lineId, quantity, ...design(random) };
    const free = ready.filter(({ sku }) => !taken.has(sku));
    const { sku } = pick(random, related(random, free));
    return { lineId, sku, quantity, declaration: { allergies: [] } };
  }

  /** Products of one brand meet more often, so that offers over a whole sale have something to apply to. */
  function related(random: Random, free: readonly ProductRecord[]): readonly ProductRecord[] {
    if (random() < 0.5) return free;
    const { brand } = pick(random, free);
    return free.filter((product) => product.brand === brand);
  }

  return {
    design,

    lines(random: Random): readonly WantedLine[] {
      const taken = new Set<string>();
      return Array.from({ length: 1 + below(random, 6) }, (_, index) => {
        const wanted = line(random, `line-${index}`, taken);
        taken.add(wanted.sku);
        return wanted;
      });
    },

    coupons(random: Random): readonly string[] {
      const count = random() < 0.5 ? 0 : 1 + below(random, 3);
      return Array.from({ length: count }, () => {
        const code = pick(random, [...codes, 'NO-SUCH-CODE']);
        return random() < 0.3 ? ` ${code.toLowerCase()} ` : code;
      });
    },
  };
}

function selection(random: Random, group: OptionGroup): Selection {
  switch (group.type) {
    case 'single':
    case 'color':
      return pick(random, group.options).id;
    case 'multi': {
      const count = below(random, group.max + 2);
      const chosen = Array.from({ length: count }, () => pick(random, group.options).id);
      return [...new Set(chosen)];
    }
    case 'amount':
      return below(random, group.max + 2 * group.step + 1);
    case 'text':
      return pick(random, [
        'Ada',
        'Zoë & Max',
        'x'.repeat(group.maxLength + 1),
        '👩‍🔬',
        ' ',
        'shit!',
      ]);
  }
}

/** No design of its template any more. */
function spoil(random: Random, design: Design, template: TemplateRecord): Design {
  const group = pick(random, template.groups).id;
  return pick(random, [
    { ...design, template: 'another' },
    { ...design, selections: { ...design.selections, 'no-such-group': 'x' } },
    { ...design, selections: { ...design.selections, [group]: 'no-such-option' } },
    { ...design, selections: { ...design.selections, [group]: ['twice', 'twice'] } },
    { ...design, selections: { ...design.selections, [group]: 7 } },
  ]);
}

/** The way of a shopper who follows what the kiosk proposes, until the design can be made. */
function mended(
  random: Random,
  compiled: CompiledTemplate,
  begun: Design,
  context: Declaration & { readonly jurisdictions: string[]; readonly at: number },
): Design {
  let design = begun;
  for (let step = 0; step < 30; step += 1) {
    const evaluated = evaluateDesign(compiled, design, context);
    if (!evaluated.ok || evaluated.value.status === 'valid') return design;
    const { missing, alternatives, availability, ranges } = evaluated.value;
    const selections: Record<string, Selection> = { ...design.selections };
    const [id] = missing;
    const [nearest] = alternatives;
    if (nearest !== undefined) {
      for (const { group, selection: change } of nearest.changes) {
        if (change === null) delete selections[group];
        else selections[group] = change;
      }
    } else if (id !== undefined) {
      const group = required(
        compiled.source.template.groups.find((one) => one.id === id),
        id,
      );
      const possible = Object.entries(availability[id] ?? {}).filter(([, one]) => one.available);
      const [option] = possible.length === 0 ? [] : pick(random, possible);
      if (group.type === 'amount') selections[id] = ranges[id]?.[0]?.from ?? group.min;
      else if (group.type === 'text') selections[id] = 'Ada';
      else if (option === undefined) return design;
      else if (group.type === 'multi') {
        const chosen = selections[id];
        selections[id] = [...(Array.isArray(chosen) ? chosen : []), option];
      } else selections[id] = option;
    } else return design;
    design = { ...design, selections };
  }
  return design;
}
