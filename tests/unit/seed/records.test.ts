import { Compile } from 'typebox/compile';
import { expect, test } from 'vitest';
import {
  FeedHeader,
  type RecordKind,
  recordKey,
  recordSchemas,
} from '#shared/domain/catalog/feed.ts';
import { problemOf } from '#shared/domain/catalog/record-problems.ts';
import { visitReferences } from '#shared/domain/catalog/record-references.ts';
import { isValidAt } from '#shared/lib/time.ts';
import { demoDay, feedHeader, recordsOf, seedRecords } from './seed.ts';

const kinds = Object.keys(recordSchemas) as RecordKind[];

test('the header is that of a full feed', () => {
  expect(Compile(FeedHeader).Check(feedHeader)).toBe(true);
  expect(feedHeader.mode).toBe('full');
});

test.each(kinds)('every %s passes its schema', (kind) => {
  const validator = Compile(recordSchemas[kind]);
  const faults = recordsOf(kind).flatMap((record) =>
    validator
      .Errors(record)
      .map((error) => `${recordKey(record)} ${error.instancePath}: ${error.message}`),
  );
  expect(faults).toEqual([]);
  expect(recordsOf(kind).length).toBeGreaterThan(0);
});

test('no record has a problem that its schema cannot say', () => {
  const problems = seedRecords.flatMap((record) => {
    const problem = problemOf(record);
    return problem === null ? [] : [`${record.kind} ${recordKey(record)}: ${problem.reason}`];
  });
  expect(problems).toEqual([]);
});

test('no key is there twice', () => {
  const keys = seedRecords.map((record) => `${record.kind} ${recordKey(record)}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('every reference finds its record', () => {
  const known = new Set(seedRecords.map((record) => `${record.kind} ${recordKey(record)}`));
  const missing: string[] = [];
  for (const record of seedRecords) {
    visitReferences(record, (kind, key, field) => {
      if (!known.has(`${kind} ${key}`))
        missing.push(`${recordKey(record)} ${field}: ${kind} ${key}`);
    });
  }
  expect(missing).toEqual([]);
});

test('English texts write amounts as English does: €10 off, 19%', () => {
  const foreign = seedRecords
    .flatMap((record) => [...textsIn(record)])
    .filter((text) => /\d\s*€|\d\s+%|\d,\d+ ?%/u.test(text));
  expect(foreign).toEqual([]);
});

/** Every English text of a record, however deep. */
function* textsIn(value: unknown): Generator<string> {
  if (value === null || typeof value !== 'object') return;
  for (const [key, member] of Object.entries(value)) {
    if (key === 'en' && typeof member === 'string') yield member;
    else yield* textsIn(member);
  }
}

test('there is enough of everything to be worth looking at', () => {
  const ready = recordsOf('product').filter(({ type }) => type === 'ready');
  expect(ready.length).toBeGreaterThanOrEqual(60);
  expect(recordsOf('template').length).toBeGreaterThanOrEqual(6);
  expect(recordsOf('rule').length).toBeGreaterThanOrEqual(40);
  expect(recordsOf('promotion').length).toBeGreaterThanOrEqual(10);
  expect(recordsOf('taxClass')).toHaveLength(2);
  expect(recordsOf('store')).toHaveLength(2);
});

test('one tax rate of each class holds in each store’s country on any day', () => {
  for (const { country } of recordsOf('store')) {
    for (const taxClass of recordsOf('taxClass')) {
      for (const day of [Date.UTC(2020, 8, 1), Date.UTC(2024, 11, 31), demoDay]) {
        const holding = taxClass.rates.filter(
          (rate) => rate.country === country && isValidAt(rate, day),
        );
        expect(holding, `${taxClass.id} in ${country}`).toHaveLength(1);
      }
    }
  }
});
