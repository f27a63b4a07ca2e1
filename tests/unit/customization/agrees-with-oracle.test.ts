import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileTemplate } from '#shared/domain/customization/compile.ts';
import { evaluateDesign } from '#shared/domain/customization/evaluate.ts';
import type {
  Choice,
  Evaluation,
  Reason,
  Violation,
} from '#shared/domain/customization/evaluation.ts';
import { type Case, cases } from './arbitraries.ts';
import { type Atoms, Oracle } from './oracle.ts';

const runs = { seed: 20_260_301, numRuns: 1000 };

function check(property: (given: Case, oracle: Oracle, answer: Evaluation) => void): void {
  fc.assert(
    fc.property(cases, (given) => {
      const answer = evaluateDesign(compileTemplate(given.source), given.design, given.context);
      if (!answer.ok) throw new Error(answer.error.message);
      property(given, new Oracle(given.source, given.context), answer.value);
    }),
    runs,
  );
}

const isBuiltIn = ({ rule }: Reason) => rule.startsWith('group:') || rule.startsWith('design:');

test('CUS-10 CUS-11 CUS-12 status and missing groups agree with trying every design', () => {
  const seen = { valid: 0, incomplete: 0, invalid: 0 };
  check(({ design }, oracle, answer) => {
    const atoms = oracle.atomsOf(design);
    const expected = oracle.isValid(atoms)
      ? 'valid'
      : oracle.completable(atoms)
        ? 'incomplete'
        : 'invalid';
    expect(answer.status).toBe(expected);
    expect(answer.missing).toEqual(oracle.missing(atoms));
    seen[answer.status] += 1;
  });
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(runs.numRuns / 20);
});

test('CUS-20 CUS-22 CUS-24 broken rules and warnings, each with its smallest conflict, agree', () => {
  check(({ design }, oracle, answer) => {
    const atoms = oracle.atomsOf(design);
    const missing = oracle.missing(atoms);
    const unfillable = oracle.all.length === 0;
    const expected = (rules: typeof oracle.hard) =>
      unfillable
        ? []
        : rules
            .filter((rule) => oracle.surelyBroken(rule, atoms, missing))
            .map((rule) => ({
              rule: rule.id,
              conflict: oracle
                .subsets(atoms)
                .find((subset) =>
                  supersetsWithin(oracle, subset, atoms).every((kept) =>
                    oracle.surelyBroken(rule, kept, missing),
                  ),
                ),
            }));
    expect(answer.warnings.map((entry) => named(oracle, entry))).toEqual(expected(oracle.warnings));
    const deadEnd = answer.violations.filter(({ conflict }) => isDeadEnd(oracle, conflict));
    const broken = answer.violations.filter(({ reason }) => !isBuiltIn(reason));
    if (answer.status !== 'invalid') {
      expect(broken.map((entry) => named(oracle, entry))).toEqual(expected(oracle.hard));
      return;
    }
    // CUS-23: something among the violations tells why no addition helps.
    expect(unfillable || deadEnd.length > 0).toBe(true);
    if (unfillable) return;
    const own = expected(oracle.hard);
    if (
      own.some(({ conflict }) => !oracle.completable(conflict ?? [])) ||
      !oracle.isWellFormed(atoms)
    ) {
      expect(broken.map((entry) => named(oracle, entry))).toEqual(own);
      return;
    }
    const conflict = oracle.subsets(atoms).find((subset) => !oracle.completable(subset)) ?? [];
    const rules = smallestRules(oracle, conflict);
    expect(broken.map((entry) => named(oracle, entry))).toEqual([
      ...own.filter(({ rule }) => !rules.includes(rule)),
      ...rules.map((rule) => ({ rule, conflict })),
    ]);
  });
});

test('CUS-30 CUS-31 CUS-32 CUS-33 availability, its conflicts and its reasons agree', () => {
  let refused = 0;
  check(({ source, design }, oracle, answer) => {
    const atoms = oracle.atomsOf(design);
    for (const group of source.template.groups) {
      if (!('options' in group)) continue;
      const held =
        group.type === 'multi' ? atoms : atoms.filter((atom) => oracle.groupOf(atom) !== group.id);
      const mending = mendingOf(oracle, held);
      for (const { id } of group.options) {
        const atom = `${group.id}=${id}`;
        const fits = (rest: Atoms) => oracle.completable([...rest, atom]);
        const standing = mending === null ? [] : without(held, mending);
        const free = mending !== null && fits(standing);
        const actual = answer.availability[group.id]?.[id];
        expect([atom, actual?.available]).toEqual([atom, free]);
        if (actual === undefined || actual.available) continue;
        refused += 1;
        const conflict = oracle.subsets(standing).find((subset) => !fits(subset)) ?? [];
        expect(actual.conflict.map((choice) => oracle.atomOf(choice))).toEqual(conflict);
        const rules = smallestRules(oracle, [...conflict, atom]);
        const own = actual.reasons.filter(isBuiltIn);
        expect(actual.reasons.map(({ rule }) => rule)).toEqual(
          rules.length > 0 ? rules : own.map(({ rule }) => rule),
        );
        if (rules.length === 0) {
          expect(own.length).toBeGreaterThan(0);
          const limit = oracle.all.length === 0 ? 'unfillable' : 'tooMany';
          expect(own.every(({ rule }) => rule.endsWith(`:${limit}`))).toBe(true);
        }
      }
    }
  });
  expect(refused).toBeGreaterThan(runs.numRuns / 4);
});

test('CUS-34 the ranges of amounts agree', () => {
  check(({ source, design }, oracle, answer) => {
    const atoms = oracle.atomsOf(design);
    for (const group of source.template.groups) {
      if (group.type !== 'amount') continue;
      const held = atoms.filter((atom) => oracle.groupOf(atom) !== group.id);
      const mending = mendingOf(oracle, held);
      const expected: number[] = [];
      for (let value = group.min; value <= group.max; value += group.step) {
        const atom = `${group.id}#${value}`;
        if (mending !== null && oracle.completable([...without(held, mending), atom]))
          expected.push(value);
      }
      const ranges = answer.ranges[group.id] ?? [];
      const values = ranges.flatMap(({ from, to }) => {
        const all: number[] = [];
        for (let value = from; value <= to; value += group.step) all.push(value);
        return all;
      });
      expect(values).toEqual(expected);
      // Ranges end on steps and are as long as can be.
      expect(ranges.every(({ from, to }) => (to - from) % group.step === 0)).toBe(true);
      ranges.slice(1).forEach((range, index) => {
        expect(range.from).toBeGreaterThan((ranges[index]?.to ?? 0) + group.step);
      });
    }
  });
});

test('CUS-40 CUS-41 CUS-42 the nearest alternatives agree, in their order', () => {
  let offered = 0;
  check(({ source, design }, oracle, answer) => {
    const atoms = oracle.atomsOf(design);
    if (answer.status !== 'invalid') {
      expect(answer.alternatives).toEqual([]);
      return;
    }
    const texts = source.template.groups.filter(({ type }) => type === 'text').map(({ id }) => id);
    const isOffered = (target: Atoms) =>
      source.template.groups.every((group) => {
        const gone = atoms.filter((atom) => oracle.groupOf(atom) === group.id);
        const now = target.filter((atom) => oracle.groupOf(atom) === group.id);
        if (gone.join() === now.join()) return true;
        // Another text cannot be made up; a group that needs a choice gets another one.
        if (texts.includes(group.id)) return now.length === 0;
        return group.type === 'multi' || !group.required || now.length > 0;
      });
    const possible = oracle.partialDesigns().filter((target) => oracle.completable(target));
    const distances = possible.map((target) => oracle.distance(atoms, target));
    const fewest = Math.min(...distances);
    const targets = possible.filter(
      (target, index) => distances[index] === fewest && isOffered(target),
    );
    const byGone = new Map<string, Atoms[]>();
    for (const subset of oracle.subsets(atoms)) {
      const own = targets.filter((target) => without(atoms, target).join() === subset.join());
      if (own.length > 0) byGone.set(subset.join(), own.sort(byNearness(oracle, atoms)));
    }
    const expected: Atoms[] = [];
    for (let rank = 0; expected.length < targets.length; rank += 1) {
      for (const own of byGone.values()) expected.push(...own.slice(rank, rank + 1));
    }
    const actual = answer.alternatives.map(({ changes, distance }) => {
      expect(distance).toBe(fewest);
      const changed = new Map(changes.map(({ group, selection }) => [group, selection]));
      const selections = { ...design.selections };
      for (const [group, selection] of changed) {
        if (selection === null) delete selections[group];
        else selections[group] = selection;
      }
      return oracle.atomsOf({ ...design, selections });
    });
    expect(actual).toEqual(expected.slice(0, 5));
    offered += actual.length;
  });
  expect(offered).toBeGreaterThan(runs.numRuns / 10);
});

test('CUS-50 CUS-51 CUS-52 CUS-53 allergen levels agree', () => {
  check(({ design, context }, oracle, answer) => {
    const atoms = oracle.atomsOf(design);
    const ids = ['geraniol', 'linalool', 'unheard-of'];
    const levels = ids.flatMap((id) => {
      const { ppm, unknown } = oracle.allergenPpm(id, atoms);
      const declared = context.allergies.includes(id);
      if (id === 'unheard-of' && !declared) return [];
      if (ppm === 0 && !unknown) return [];
      const threshold = oracle.threshold(id);
      return {
        allergen: id,
        labelName: id,
        ppm: unknown ? null : ppm,
        onLabel: threshold !== null && (unknown || ppm > threshold),
        declared,
      };
    });
    expect(answer.allergens).toEqual(levels);
  });
});

test('CUS-03 the order of rules, records and selections changes nothing', () => {
  check(({ source, design, context }, _oracle, answer) => {
    const selections = Object.fromEntries(
      Object.entries(design.selections)
        .reverse()
        .map(([group, value]) => [group, Array.isArray(value) ? [...value].reverse() : value]),
    );
    const turned = {
      template: source.template,
      rules: [...source.rules].reverse(),
      ingredients: [...source.ingredients].reverse(),
      allergens: [...source.allergens].reverse(),
    };
    const turnedContext = { ...context, allergies: [...context.allergies].reverse() };
    const compiled = compileTemplate(turned);
    const again = evaluateDesign(compiled, { ...design, selections }, turnedContext);
    expect(again).toEqual({ ok: true, value: answer });
    expect(evaluateDesign(compiled, { ...design, selections }, turnedContext)).toEqual(again);
  });
});

function named(oracle: Oracle, { reason, conflict }: Violation) {
  return { rule: reason.rule, conflict: conflict.map((choice) => oracle.atomOf(choice)) };
}

function isDeadEnd(oracle: Oracle, conflict: readonly Choice[]): boolean {
  return !oracle.completable(conflict.map((choice) => oracle.atomOf(choice)));
}

function without(atoms: Atoms, gone: Atoms): Atoms {
  return atoms.filter((atom) => !gone.includes(atom));
}

function supersetsWithin(oracle: Oracle, subset: Atoms, atoms: Atoms): readonly Atoms[] {
  return oracle.subsets(without(atoms, subset)).map((more) =>
    // Back into template order.
    atoms.filter((atom) => subset.includes(atom) || more.includes(atom)),
  );
}

/** The smallest set of atoms that must go, or `null` when nothing helps. */
function mendingOf(oracle: Oracle, held: Atoms): Atoms | null {
  return oracle.subsets(held).find((gone) => oracle.completable(without(held, gone))) ?? null;
}

function smallestRules(oracle: Oracle, atoms: Atoms): readonly string[] {
  const ids = oracle.hard.map(({ id }) => id);
  return oracle.subsets(ids).find((rules) => !oracle.completableUnder(atoms, rules)) ?? [];
}

/** Options in their order, amounts nearest first and the lower of two, nothing last. */
function byNearness(oracle: Oracle, from: Atoms) {
  const ranks = (target: Atoms) =>
    from.flatMap((atom) => {
      if (target.includes(atom)) return [];
      const group = oracle.groupOf(atom);
      const now = target.find((other) => oracle.groupOf(other) === group);
      if (
        now === undefined ||
        oracle.source.template.groups.some(({ id, type }) => id === group && type === 'multi')
      ) {
        return [Number.MAX_SAFE_INTEGER];
      }
      if (!now.includes('#')) return [oracle.rankOfOption(now)];
      const away = oracle.valueOf(now) - oracle.valueOf(atom);
      return [Math.abs(away) * 2 + (away > 0 ? 1 : 0)];
    });
  return (left: Atoms, right: Atoms) => {
    const [first, second] = [ranks(left), ranks(right)];
    const index = first.findIndex((rank, position) => rank !== second[position]);
    return index === -1 ? 0 : (first[index] ?? 0) - (second[index] ?? 0);
  };
}
