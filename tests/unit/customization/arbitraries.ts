import fc from 'fast-check';
import type { AllergenRecord } from '#shared/domain/catalog/allergen.ts';
import type { IngredientRecord, IngredientShare } from '#shared/domain/catalog/ingredient.ts';
import type { Comparison, RuleAction, RuleCondition } from '#shared/domain/catalog/rule.ts';
import type { OptionGroup, TemplateRecord } from '#shared/domain/catalog/template.ts';
import type { Design, DesignContext, Selection } from '#shared/domain/customization/design.ts';
import type { TemplateSource } from '#shared/domain/customization/source.ts';

/** Small random templates with rules, for comparison with the oracle. */

export interface Case {
  readonly source: TemplateSource;
  readonly design: Design;
  readonly context: DesignContext;
}

const ingredientIds = ['oil', 'rose', 'salt'];
const allergenIds = ['geraniol', 'linalool'];
const name = (en: string) => ({ en });

const share: fc.Arbitrary<IngredientShare> = fc.record({
  // Mostly the same one, so that it adds up.
  ingredient: fc.constantFrom('oil', 'oil', 'oil', ...ingredientIds),
  ppm: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(0, 10, 20, 50) }, fc.constant(null)),
});
const shares = fc.array(share, { maxLength: 2 });

const options = (count: number) =>
  fc
    .array(fc.oneof(fc.constant<IngredientShare[]>([]), shares), {
      minLength: count,
      maxLength: count,
    })
    .map((lists) =>
      lists.map((ingredients, index) => ({
        id: `o${index}`,
        name: name(`o${index}`),
        ingredients,
      })),
    );

function group(index: number): fc.Arbitrary<OptionGroup> {
  const fields = { id: `g${index}`, name: name(`g${index}`) };
  const choice = fc
    .record({ size: fc.integer({ min: 1, max: 3 }), required: fc.boolean(), color: fc.boolean() })
    .chain(({ size, required, color }) =>
      options(size).map(
        (list): OptionGroup => ({
          ...fields,
          type: color ? 'color' : 'single',
          required,
          options: list,
        }),
      ),
    );
  const multi = fc
    .record({ size: fc.integer({ min: 1, max: 3 }), min: fc.integer({ min: 0, max: 2 }) })
    .chain(({ size, min }) =>
      fc
        .record({ list: options(size), max: fc.integer({ min: Math.max(1, min), max: 3 }) })
        .map(
          ({ list, max }): OptionGroup => ({ ...fields, type: 'multi', min, max, options: list }),
        ),
    );
  const amount = fc
    .record({
      required: fc.boolean(),
      min: fc.integer({ min: 0, max: 2 }),
      steps: fc.integer({ min: 0, max: 4 }),
      step: fc.integer({ min: 1, max: 2 }),
      extra: fc.integer({ min: 0, max: 1 }),
      ingredientsPerUnit: shares,
    })
    .map(
      ({ required, min, steps, step, extra, ingredientsPerUnit }): OptionGroup => ({
        ...fields,
        type: 'amount',
        required,
        min,
        max: min + steps * step + extra * (step - 1),
        step,
        unit: name('drops'),
        ingredientsPerUnit,
      }),
    );
  const text = fc.record({ required: fc.boolean(), minLength: fc.integer({ min: 1, max: 2 }) }).map(
    ({ required, minLength }): OptionGroup => ({
      ...fields,
      type: 'text',
      required,
      minLength,
      maxLength: minLength + 1,
      allowed: 'a-c',
      blockedWords: [],
    }),
  );
  return fc.oneof(
    { weight: 4, arbitrary: choice },
    { weight: 3, arbitrary: multi },
    { weight: 2, arbitrary: amount },
    { weight: 1, arbitrary: text },
  );
}

const op = fc.constantFrom<Comparison[]>('lt', 'le', 'eq', 'ne', 'ge', 'gt');

function condition(template: TemplateRecord): fc.Arbitrary<RuleCondition> {
  const chosen = template.groups.flatMap((owner) =>
    'options' in owner
      ? owner.options.map(
          ({ id }): RuleCondition => ({ kind: 'chosen', group: owner.id, option: id }),
        )
      : [],
  );
  const numbers = template.groups.filter(({ type }) => type === 'amount' || type === 'text');
  const anyGroup = fc.constantFrom(...template.groups.map(({ id }) => id));
  const small = fc.integer({ min: 0, max: 4 });
  const leaves: fc.WeightedArbitrary<RuleCondition>[] = [
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('count'), group: anyGroup, op, value: small }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('ingredientSum'),
        ingredient: fc.constantFrom(...ingredientIds),
        op,
        ppm: fc.constantFrom(0, 10, 20, 30, 60, 100),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record(
        {
          kind: fc.constant('allergen'),
          allergen: fc.constantFrom('declared', ...allergenIds),
          abovePpm: fc.constantFrom(0, 3, 10),
        },
        { requiredKeys: ['kind', 'allergen'] },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('allergy'),
        allergen: fc.constantFrom('declared', ...allergenIds),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('age'), op, years: fc.constantFrom(16, 18) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('jurisdiction'),
        in: fc.constantFrom(['EU'], ['US'], ['EU', 'US']),
      }),
    },
  ];
  if (chosen.length > 0) leaves.push({ weight: 8, arbitrary: fc.constantFrom(...chosen) });
  if (numbers.length > 0) {
    leaves.push({
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('amount'),
        group: fc.constantFrom(...numbers.map(({ id }) => id)),
        op,
        value: small,
      }),
    });
  }
  const { tree } = fc.letrec<{ tree: RuleCondition; leaf: RuleCondition }>((tie) => ({
    leaf: fc.oneof(...leaves),
    tree: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      { weight: 5, arbitrary: tie('leaf') },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constantFrom('all', 'any'),
          of: fc.array(tie('tree'), { minLength: 1, maxLength: 2 }),
        }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('not'), of: tie('tree') }) },
    ),
  }));
  return tree;
}

function action(template: TemplateRecord): fc.Arbitrary<RuleAction> {
  const that = condition(template);
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('require'), that }) },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('forbid'), that }, { requiredKeys: ['kind'] }),
    },
    {
      weight: 2,
      arbitrary: fc.record(
        {
          kind: fc.constant('limit'),
          group: fc.constantFrom(...template.groups.map(({ id }) => id)),
          min: fc.integer({ min: 0, max: 2 }),
          max: fc.integer({ min: 0, max: 3 }),
        },
        { requiredKeys: ['kind', 'group'] },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('limitIngredient'),
        ingredient: fc.constantFrom(...ingredientIds),
        maxPpm: fc.constantFrom(0, 20, 60),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('warn') }) },
  );
}

const ingredients: fc.Arbitrary<readonly IngredientRecord[]> = fc
  .record({
    links: fc.array(
      fc.array(
        fc.record({
          allergen: fc.constantFrom(...allergenIds),
          ppm: fc.oneof(
            { weight: 6, arbitrary: fc.constantFrom(0, 100_000, 500_000, 999_999) },
            fc.constant(null),
          ),
        }),
        { maxLength: 2 },
      ),
      { minLength: 3, maxLength: 3 },
    ),
    known: fc.constantFrom(3, 3, 3, 3, 2),
  })
  .map(({ links, known }) =>
    ingredientIds.slice(0, known).map((id, index) => ({
      kind: 'ingredient',
      id,
      inciName: id,
      synonyms: [],
      allergens: links[index] ?? [],
    })),
  );

const allergens: fc.Arbitrary<readonly AllergenRecord[]> = fc
  .array(fc.constantFrom(0, 3, 10), { minLength: 2, maxLength: 2 })
  .map((limits) =>
    allergenIds.map((id, index) => ({
      kind: 'allergen',
      id,
      labelName: id,
      casNumbers: [],
      thresholds: [
        {
          jurisdiction: 'EU',
          leaveOnPpm: limits[index] ?? 0,
          rinseOffPpm: 10 * (limits[index] ?? 0),
          source: 'test',
          validFrom: 1000,
        },
      ],
    })),
  );

function selection(owner: OptionGroup): fc.Arbitrary<Selection | undefined> {
  switch (owner.type) {
    case 'single':
    case 'color':
      return fc.constantFrom(...owner.options.map(({ id }) => id));
    case 'multi':
      return fc.shuffledSubarray(owner.options.map(({ id }) => id));
    case 'amount':
      return fc.oneof(
        {
          weight: 8,
          arbitrary: fc.nat({ max: 4 }).map((k) => Math.min(owner.max, owner.min + k * owner.step)),
        },
        fc.nat({ max: 12 }),
      );
    case 'text':
      return fc.oneof(
        {
          weight: 6,
          arbitrary: fc.constantFrom(
            'abc'.slice(0, owner.minLength),
            'cab'.slice(0, owner.maxLength),
          ),
        },
        fc.constantFrom('', 'x', 'abcabc'),
      );
  }
}

export const cases: fc.Arbitrary<Case> = fc
  .integer({ min: 1, max: 4 })
  .chain((count) =>
    fc.record({
      groups: fc.tuple(...Array.from({ length: count }, (_, index) => group(index))),
      base: shares,
      use: fc.constantFrom<('leaveOn' | 'rinseOff')[]>('leaveOn', 'rinseOff'),
    }),
  )
  .map(
    ({ groups, base, use }): TemplateRecord => ({
      kind: 'template',
      id: 'small',
      name: name('small'),
      use,
      ingredients: base,
      doses: [],
      groups,
    }),
  )
  .chain((template) =>
    fc.record({
      template: fc.constant(template),
      rules: fc.array(
        fc.record(
          { when: condition(template), action: action(template) },
          { requiredKeys: ['action'] },
        ),
        { maxLength: 5 },
      ),
      ingredients,
      allergens,
      chosen: fc.tuple(
        ...template.groups.map((owner) => fc.option(selection(owner), { nil: undefined, freq: 2 })),
      ),
      context: fc.record(
        {
          allergies: fc.subarray([...allergenIds, 'unheard-of']),
          ageYears: fc.constantFrom(15, 17, 30),
          jurisdictions: fc.constantFrom<string[][]>(['EU'], ['US'], ['EU', 'US']),
          at: fc.constantFrom(500, 2000, 2000, 2000),
        },
        { requiredKeys: ['allergies', 'jurisdictions', 'at'] },
      ),
    }),
  )
  .map(({ template, rules, chosen, context, ...records }) => {
    const selections: Record<string, Selection> = {};
    template.groups.forEach(({ id }, index) => {
      const value = chosen[index];
      if (value !== undefined) selections[id] = value;
    });
    return {
      source: {
        template,
        rules: rules.map((rule, index) => ({
          kind: 'rule',
          id: `r${index}`,
          template: template.id,
          message: name(`r${index}`),
          ...rule,
        })),
        ...records,
      },
      design: { template: template.id, selections },
      context,
    };
  });
