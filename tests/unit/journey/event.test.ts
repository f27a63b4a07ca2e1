import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { ipcContract } from '#shared/contract/ipc/contract.ts';
import { Happening } from '#shared/domain/journey/event.ts';
import { errorCodes } from '#shared/lib/errors.ts';
import { eventsOf, happenings, newJourneyId } from '../../helpers/journeys.ts';
import { shareOf } from '../../helpers/share.ts';

const batch = Compile(ipcContract['journey.record'].input);
const happening = Compile(Happening);

type Tree = string | number | boolean | null | readonly Tree[] | { readonly [key: string]: Tree };

const kinds = Object.fromEntries(happenings.map((what) => [what.kind, what]));

function batchOf(whats: readonly unknown[]): Tree {
  const events = whats.map((what, index) => ({ seq: index + 1, atMs: index, what }));
  // Trees are JSON, and so is this.
  return { commandId: uuidv7(), journeyId: newJourneyId(), events } as Tree;
}

/** What people are, type and tell. None of it is an id of a catalog, by its form alone. */
const canaries = [
  'Ada Lovelace',
  'ada@example.org',
  '+49 30 901820',
  'nail polish for my mother',
  'FÜR MAMA ♥',
  'limonene, linalool',
  '34 years',
  'L* 61.2 a* 11.0 b* 19.4',
  '2026-11-21T10:15:30.000Z',
  'آدا',
  '愛',
];
const canary = fc.oneof(
  fc.constantFrom(...canaries),
  // Whatever it is: with a blank, a sign or a letter that no id has.
  fc
    .tuple(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(' ', '@', '+', 'ü', '愛', '!'),
    )
    .map(([text, sign]) => `${text}${sign}`),
);

/** Every way to put `secret` into a tree: in place of a value, as a further member, or as the name of one. */
function* withSecret(tree: Tree, secret: string): Generator<Tree> {
  yield secret;
  yield [secret];
  if (typeof tree !== 'object' || tree === null) return;
  if (Array.isArray(tree)) {
    yield [...tree, secret];
    for (const [index, item] of tree.entries()) {
      for (const other of withSecret(item, secret)) yield tree.with(index, other);
    }
    return;
  }
  yield { ...tree, note: secret };
  yield { ...tree, [secret]: true };
  for (const [key, item] of Object.entries(tree)) {
    for (const other of withSecret(item, secret)) yield { ...tree, [key]: other };
  }
}

describe('what a journey can hold', () => {
  test('JRN-1 one of every kind is an event', () => {
    expect(batch.Check(batchOf(happenings))).toBe(true);
    expect(happenings.filter((what) => !happening.Check(what))).toEqual([]);
    expect(new Set(happenings.map(({ kind }) => kind)).size).toBe(10);
  });

  test('JRN-1 what people are, type and tell is refused in every place', () => {
    let places = 0;
    for (const what of happenings) {
      for (const secret of canaries) {
        for (const told of withSecret(batchOf([what]), secret)) {
          expect(batch.Check(told), JSON.stringify(told)).toBe(false);
          places += 1;
        }
      }
    }
    expect(places).toBeGreaterThan(2_000);
  });

  test('JRN-1 random objects with a canary in any place are refused', () => {
    const word = fc.constantFrom(
      ...happenings.flatMap((what) => Object.entries(what).flat()),
      'note',
      'text',
    );
    const leaf = fc.oneof(word, canary, fc.integer(), fc.boolean(), fc.constant(null));
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.oneof(word.map(String), canary), tie('tree'), { maxKeys: 5 }),
      ),
    }));
    // Nearly right ones too: an event with one member that is something else.
    const nearly = fc
      .tuple(fc.constantFrom(...happenings), word.map(String), tree)
      .map(([what, key, value]) => ({ ...what, [key]: value }));
    const whats = fc.oneof(nearly, tree);
    let refused = 0;
    fc.assert(
      fc.property(whats, canary, (what, secret) => {
        const told = batchOf([what]);
        if (happening.Check(what)) {
          // What got through has no canary in it: only our words, ids and numbers.
          const texts = JSON.stringify(what).match(/"[^"]*"/g) ?? [];
          expect(texts.filter((text) => !/^"[A-Za-z0-9._/-]*"$/.test(text))).toEqual([]);
        } else {
          expect(batch.Check(told)).toBe(false);
          refused += 1;
        }
        expect(batch.Check(batchOf([{ ...Object(what), more: secret }]))).toBe(false);
      }),
      { seed: 20_261_125, numRuns: shareOf(20_000, 2_000) },
    );
    expect(refused).toBeGreaterThan(500);
  });

  test('JRN-1 faults are codes of ours, screens and wishes too', () => {
    const faults = Object.keys(errorCodes).map((code) => ({ kind: 'fault', code }));
    expect(faults.filter((what) => !happening.Check(what))).toEqual([]);
    for (const what of [
      { kind: 'fault', code: 'ada' },
      { kind: 'screen', screen: 'ada', beforeMs: 0 },
      { kind: 'screen', screen: 'welcome', beforeMs: 0 },
      { kind: 'comfort', wish: 'readAloud' },
      { ...kinds.ended, last: 'ada' },
      { ...kinds.ended, orderId: newJourneyId() },
      { ...kinds.began, orientation: 'ada' },
    ]) {
      expect(happening.Check(what), JSON.stringify(what)).toBe(false);
    }
  });

  test.each([
    ['de', true],
    ['fil', true],
    ['pt-BR', true],
    ['zh-Hant', true],
    ['zh-Hant-TW', true],
    ['es-419', true],
    ['en-XA', true],
    ['', false],
    ['ada-lovelace', false],
    ['en-x-ada', false],
    ['en-GB-oxendict', false],
    ['de_DE', false],
    ['Deutsch', false],
  ])('JRN-1 language %o: %s', (language, isOne) => {
    expect(happening.Check({ ...kinds.began, language })).toBe(isOne);
  });

  test('JRN-2 a journey is named by a random number, never by one that tells the time', () => {
    const told = { commandId: uuidv7(), events: eventsOf(happenings) };
    expect(batch.Check({ ...told, journeyId: newJourneyId() })).toBe(true);
    for (const journeyId of [uuidv7(), newJourneyId().toUpperCase(), 'D7K2M-000001', '']) {
      expect(batch.Check({ ...told, journeyId }), journeyId).toBe(false);
    }
  });

  test('JRN-2 numbers count from 1, times from the beginning: a time of day is none', () => {
    const [event] = eventsOf(happenings);
    const check = (changed: object) =>
      batch.Check({ ...Object(batchOf([])), events: [{ ...event, ...changed }] });
    expect(check({})).toBe(true);
    for (const wrong of [
      { seq: 0 },
      { seq: 2_001 },
      { seq: 1.5 },
      { atMs: -1 },
      { atMs: Date.UTC(2026, 10, 21) },
      { atMs: '10:15' },
    ]) {
      expect(check(wrong), JSON.stringify(wrong)).toBe(false);
    }
  });

  test('JRN-13 at most a hundred events at once, and at least one', () => {
    const many = (count: number) => batchOf(Array.from({ length: count }, () => kinds.step));
    expect([0, 1, 100, 101].map((count) => batch.Check(many(count)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
