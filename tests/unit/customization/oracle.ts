import type { RuleCondition, RuleRecord } from '#shared/domain/catalog/rule.ts';
import type { OptionGroup } from '#shared/domain/catalog/template.ts';
import type { Design, DesignContext } from '#shared/domain/customization/design.ts';
import type { Choice } from '#shared/domain/customization/evaluation.ts';
import type { TemplateSource } from '#shared/domain/customization/source.ts';
import { isValidAt } from '#shared/lib/time.ts';

/**
 * A second, plain reading of docs/specs/customization.md that tries every design there is. It
 * shares no code with the engine and is only fit for small templates.
 */

/** An elementary choice as a text; a design is a list of them in template order. */
export type Atom = string;
export type Atoms = readonly Atom[];
type Truth = 'T' | 'F' | 'U';

const optionAtom = (group: string, option: string): Atom => `${group}=${option}`;
const numberAtom = (group: string, value: number): Atom => `${group}#${value}`;
const groupOf = (atom: Atom): string => atom.split(/[=#]/, 1)[0] ?? '';
const optionOf = (atom: Atom): string => atom.slice(atom.indexOf('=') + 1);
const numberOf = (atom: Atom): number => Number(atom.slice(atom.indexOf('#') + 1));

export class Oracle {
  readonly source: TemplateSource;
  readonly context: DesignContext;
  readonly hard: readonly RuleRecord[];
  readonly warnings: readonly RuleRecord[];
  /** Every complete design. */
  readonly all: readonly Atoms[];
  readonly #order: readonly Atom[];
  /** Which hard rules each complete design breaks. */
  readonly #broken: ReadonlyMap<Atoms, ReadonlySet<string>>;
  readonly #valid: readonly ReadonlySet<Atom>[];

  constructor(source: TemplateSource, context: DesignContext) {
    this.source = source;
    this.context = context;
    const sorted = [...source.rules].sort((left, right) => (left.id < right.id ? -1 : 1));
    this.hard = sorted.filter(({ action }) => action.kind !== 'warn');
    this.warnings = sorted.filter(({ action }) => action.kind === 'warn');
    this.all = source.template.groups.reduce<readonly Atoms[]>(
      (designs, group) =>
        designs.flatMap((design) => fillings(group).map((filling) => [...design, ...filling])),
      [[]],
    );
    this.#broken = new Map(
      this.all.map((design) => [
        design,
        new Set(this.hard.filter((rule) => this.breaks(rule, design)).map(({ id }) => id)),
      ]),
    );
    this.#valid = this.all
      .filter((design) => this.#broken.get(design)?.size === 0)
      .map((design) => new Set(design));
    this.#order = source.template.groups.flatMap((group) => {
      if ('options' in group) return group.options.map(({ id }) => optionAtom(group.id, id));
      return [];
    });
  }

  atomsOf(design: Design): Atoms {
    return this.source.template.groups.flatMap((group) => {
      const selection = design.selections[group.id];
      if (selection === undefined || selection === '') return [];
      if (group.type === 'text') {
        // The oracle's texts are plain ASCII: one character is one code unit.
        const length = String(selection).length;
        const bad =
          length < group.minLength || length > group.maxLength || /[^a-c]/.test(String(selection));
        return [bad ? `${numberAtom(group.id, length)}!` : numberAtom(group.id, length)];
      }
      if (group.type === 'amount') return [numberAtom(group.id, Number(selection))];
      const ids = Array.isArray(selection) ? selection : [String(selection)];
      return group.options
        .filter(({ id }) => ids.includes(id))
        .map(({ id }) => optionAtom(group.id, id));
    });
  }

  atomOf(choice: Choice): Atom {
    if (choice.option !== undefined) return optionAtom(choice.group, choice.option);
    const design = {
      template: this.source.template.id,
      selections: { [choice.group]: choice.value ?? '' },
    };
    return this.atomsOf(design)[0] ?? 'nothing';
  }

  completable(atoms: Atoms): boolean {
    return this.#valid.some((design) => atoms.every((atom) => design.has(atom)));
  }

  completableUnder(atoms: Atoms, rules: readonly string[]): boolean {
    return this.all.some(
      (design) =>
        atoms.every((atom) => design.includes(atom)) &&
        rules.every((rule) => !this.#broken.get(design)?.has(rule)),
    );
  }

  missing(atoms: Atoms): readonly string[] {
    return this.source.template.groups
      .filter((group) => {
        const held = atoms.filter((atom) => groupOf(atom) === group.id).length;
        return group.type === 'multi' ? held < group.min : group.required && held === 0;
      })
      .map(({ id }) => id);
  }

  /** Atoms that no complete design has, and groups with more than they may have. */
  isWellFormed(atoms: Atoms): boolean {
    return this.source.template.groups.every((group) => {
      const held = atoms.filter((atom) => groupOf(atom) === group.id);
      if (group.type === 'multi' && held.length > group.max) return false;
      return held.every((atom) => fillings(group).some((filling) => filling.includes(atom)));
    });
  }

  isValid(atoms: Atoms): boolean {
    return this.all.some(
      (design) =>
        design.length === atoms.length &&
        atoms.every((atom) => design.includes(atom)) &&
        this.#broken.get(design)?.size === 0,
    );
  }

  /** Broken by what is there, whichever way the groups in `missing` are filled on top of it. */
  surelyBroken(rule: RuleRecord, atoms: Atoms, missing: readonly string[]): boolean {
    return this.#filled(atoms, missing).every((design) => this.breaks(rule, design));
  }

  #filled(atoms: Atoms, missing: readonly string[]): readonly Atoms[] {
    return this.source.template.groups.reduce<readonly Atoms[]>(
      (designs, group) => {
        const own = atoms.filter((atom) => groupOf(atom) === group.id);
        const ways = missing.includes(group.id)
          ? fillings(group).filter((filling) => own.every((atom) => filling.includes(atom)))
          : [own];
        return designs.flatMap((design) => ways.map((way) => [...design, ...way]));
      },
      [[]],
    );
  }

  breaks(rule: RuleRecord, design: Atoms): boolean {
    return this.kept(rule, design) !== 'T';
  }

  kept(rule: RuleRecord, design: Atoms): Truth {
    const applies = rule.when === undefined ? 'T' : this.truth(rule.when, design);
    return or(not(applies), this.#demand(rule, design));
  }

  #demand({ action }: RuleRecord, design: Atoms): Truth {
    switch (action.kind) {
      case 'warn':
        return 'F';
      case 'require':
        return this.truth(action.that, design);
      case 'forbid':
        return action.that === undefined ? 'F' : not(this.truth(action.that, design));
      case 'limit': {
        const quantity = this.#quantity(action.group, design);
        const { min = 0, max = Number.POSITIVE_INFINITY } = action;
        return quantity >= min && quantity <= max ? 'T' : 'F';
      }
      case 'limitIngredient':
        return this.truth(
          { kind: 'ingredientSum', ingredient: action.ingredient, op: 'le', ppm: action.maxPpm },
          design,
        );
    }
  }

  truth(condition: RuleCondition, design: Atoms): Truth {
    const { context } = this;
    switch (condition.kind) {
      case 'chosen':
        return design.includes(optionAtom(condition.group, condition.option)) ? 'T' : 'F';
      case 'amount':
        return compare(this.#quantity(condition.group, design), condition.op, condition.value);
      case 'count':
        return compare(
          design.filter((atom) => groupOf(atom) === condition.group).length,
          condition.op,
          condition.value,
        );
      case 'ingredientSum': {
        const { sum, unknown } = this.ingredientSum(condition.ingredient, design);
        return compareSum(sum, unknown, condition.op, condition.ppm);
      }
      case 'allergen': {
        const ids = condition.allergen === 'declared' ? context.allergies : [condition.allergen];
        return ids.reduce<Truth>(
          (any, id) => or(any, this.#exceeds(id, condition.abovePpm, design)),
          'F',
        );
      }
      case 'allergy':
        return condition.allergen === 'declared'
          ? truth(context.allergies.length > 0)
          : truth(context.allergies.includes(condition.allergen));
      case 'age':
        return context.ageYears === undefined
          ? 'U'
          : compare(context.ageYears, condition.op, condition.years);
      case 'jurisdiction':
        return truth(condition.in.some((code) => context.jurisdictions.includes(code)));
      case 'all':
        return condition.of.reduce<Truth>((all, part) => and(all, this.truth(part, design)), 'T');
      case 'any':
        return condition.of.reduce<Truth>((any, part) => or(any, this.truth(part, design)), 'F');
      case 'not':
        return not(this.truth(condition.of, design));
    }
  }

  ingredientSum(ingredient: string, design: Atoms): { sum: number; unknown: boolean } {
    let sum = 0;
    let unknown = false;
    for (const share of this.#shares(design)) {
      if (share.ingredient !== ingredient) continue;
      if (share.ppm === null) unknown = true;
      else sum += share.ppm;
    }
    return { sum, unknown };
  }

  allergenPpm(allergen: string, design: Atoms): { ppm: number; unknown: boolean } {
    let micro = 0n;
    let unknown = false;
    for (const { ingredient, ppm } of this.#shares(design)) {
      if (ppm === 0) continue;
      const record = this.source.ingredients.find(({ id }) => id === ingredient);
      if (record === undefined) {
        unknown = true;
        continue;
      }
      for (const link of record.allergens) {
        if (link.allergen !== allergen || link.ppm === 0) continue;
        if (ppm === null || link.ppm === null) unknown = true;
        else micro += BigInt(ppm) * BigInt(link.ppm);
      }
    }
    return { ppm: Number(micro) / 1e6, unknown };
  }

  threshold(allergen: string): number | null {
    const record = this.source.allergens.find(({ id }) => id === allergen);
    const values = (record?.thresholds ?? [])
      .filter(({ validFrom, validTo }) =>
        isValidAt(validTo === undefined ? { validFrom } : { validFrom, validTo }, this.context.at),
      )
      .filter(({ jurisdiction }) => this.context.jurisdictions.includes(jurisdiction))
      .map(({ leaveOnPpm, rinseOffPpm }) =>
        this.source.template.use === 'leaveOn' ? leaveOnPpm : rinseOffPpm,
      );
    return values.length === 0 ? null : Math.min(...values);
  }

  #exceeds(allergen: string, abovePpm: number | undefined, design: Atoms): Truth {
    const { ppm, unknown } = this.allergenPpm(allergen, design);
    return compareSum(ppm, unknown, 'gt', abovePpm ?? this.threshold(allergen) ?? 0);
  }

  #quantity(group: string, design: Atoms): number {
    const own = design.filter((atom) => groupOf(atom) === group);
    const numeric = own.find((atom) => atom.includes('#'));
    return numeric === undefined
      ? own.length
      : Number.parseInt(String(numberOf(numeric.replace('!', ''))), 10);
  }

  #shares(design: Atoms): readonly { ingredient: string; ppm: number | null }[] {
    const { template } = this.source;
    const chosen = design.flatMap((atom) => {
      const group = template.groups.find(({ id }) => id === groupOf(atom));
      if (group === undefined || group.type === 'text') return [];
      if (group.type === 'amount') {
        const units = numberOf(atom);
        if (units === 0) return [];
        return (group.ingredientsPerUnit ?? []).map(({ ingredient, ppm }) => ({
          ingredient,
          ppm: ppm === null ? null : ppm * units,
        }));
      }
      return group.options.find(({ id }) => id === optionOf(atom))?.ingredients ?? [];
    });
    return [...template.ingredients, ...chosen];
  }

  /** All subsets of the atoms, smallest first, then in order. */
  subsets(atoms: Atoms): readonly Atoms[] {
    return subsetsOf(atoms);
  }

  /** Every partial design of the template, complete or not; numbers on their steps. */
  partialDesigns(): readonly Atoms[] {
    return this.source.template.groups.reduce<readonly Atoms[]>(
      (designs, group) => {
        const ways =
          group.type === 'multi'
            ? subsetsOf(group.options.map(({ id }) => optionAtom(group.id, id)))
            : [[], ...fillings(group).filter((filling) => filling.length > 0)];
        return designs.flatMap((design) => ways.map((way) => [...design, ...way]));
      },
      [[]],
    );
  }

  /** Elementary changes between two designs: replacing counts once. */
  distance(from: Atoms, to: Atoms): number {
    return this.source.template.groups.reduce((sum, group) => {
      const own = from.filter((atom) => groupOf(atom) === group.id);
      const other = to.filter((atom) => groupOf(atom) === group.id);
      const gone = own.filter((atom) => !other.includes(atom)).length;
      const added = other.filter((atom) => !own.includes(atom)).length;
      return sum + (group.type === 'multi' ? gone + added : Math.max(gone, added));
    }, 0);
  }

  groupOf(atom: Atom): string {
    return groupOf(atom);
  }

  valueOf(atom: Atom): number {
    return numberOf(atom);
  }

  rankOfOption(atom: Atom): number {
    return this.#order.indexOf(atom);
  }
}

/** What a complete design can hold in one group. */
function fillings(group: OptionGroup): readonly Atoms[] {
  switch (group.type) {
    case 'single':
    case 'color': {
      const one = group.options.map(({ id }) => [optionAtom(group.id, id)]);
      return group.required ? one : [[], ...one];
    }
    case 'multi':
      return subsetsOf(group.options.map(({ id }) => optionAtom(group.id, id))).filter(
        (subset) => subset.length >= group.min && subset.length <= group.max,
      );
    case 'amount':
    case 'text': {
      const [min, max, step] =
        group.type === 'amount'
          ? [group.min, group.max, group.step]
          : [group.minLength, group.maxLength, 1];
      const values: Atoms[] = group.required ? [] : [[]];
      for (let value = min; value <= max; value += step) values.push([numberAtom(group.id, value)]);
      return values;
    }
  }
}

function subsetsOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  const bySize: (readonly T[])[] = [];
  for (let size = 0; size <= items.length; size += 1) bySize.push(...ofSize(items, size));
  return bySize;
}

function ofSize<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) =>
    ofSize(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]),
  );
}

function truth(value: boolean): Truth {
  return value ? 'T' : 'F';
}

function not(value: Truth): Truth {
  if (value === 'U') return 'U';
  return value === 'T' ? 'F' : 'T';
}

function and(left: Truth, right: Truth): Truth {
  if (left === 'F' || right === 'F') return 'F';
  return left === 'T' && right === 'T' ? 'T' : 'U';
}

function or(left: Truth, right: Truth): Truth {
  return not(and(not(left), not(right)));
}

function compare(left: number, op: string, right: number): Truth {
  switch (op) {
    case 'lt':
      return truth(left < right);
    case 'le':
      return truth(left <= right);
    case 'eq':
      return truth(left === right);
    case 'ne':
      return truth(left !== right);
    case 'ge':
      return truth(left >= right);
    default:
      return truth(left > right);
  }
}

/** With an unknown part on top the sum is anything from what is known upwards. */
function compareSum(sum: number, unknown: boolean, op: string, right: number): Truth {
  if (!unknown) return compare(sum, op, right);
  const here = compare(sum, op, right);
  const farAbove = compare(Number.POSITIVE_INFINITY, op, right);
  const between = [sum, sum + 1, right, right + 1].filter((value) => value >= sum);
  return between.every((value) => compare(value, op, right) === here) && here === farAbove
    ? here
    : 'U';
}
