import fc from 'fast-check';
import { Model } from 'survey-core';
import { expect, test } from 'vitest';
import { logicProblem } from '#central/core/surveys/check-logic.ts';
import { demoSurveys } from '#db/seed/surveys.ts';
import { fits, type Question } from '#shared/domain/survey/question.ts';
import { readSurvey } from '#shared/domain/survey/read-survey.ts';
import { required } from '#shared/lib/assert.ts';
import { createSurveyRun } from '../../../src/renderer/lib/survey/survey-run.ts';

const afterPurchase = required(
  demoSurveys.find(({ id }) => id === 'after-purchase'),
  'the survey after a purchase',
).definition;

const start = (language = 'en', definition: object = afterPurchase) =>
  createSurveyRun(Model, definition, language);

test('SUR-10 questions come one at a time, and only those that apply', () => {
  const run = start();
  const names: (string | undefined)[] = [];
  for (const answer of [3, 5, ['price', 'help'], null] as const) {
    names.push(run.question()?.name);
    run.answer(answer === null || typeof answer === 'number' ? answer : [...answer]);
  }
  expect(names).toEqual(['recommend', 'easy', 'better', 'words']);
  expect(run.question()).toBeNull();
  expect(run.answers()).toEqual({ recommend: 3, easy: 5, better: ['price', 'help'] });
});

test('SUR-10 who is content is asked something else', () => {
  const run = start();
  run.answer(9);
  run.answer(4);
  expect(run.question()).toMatchObject({ name: 'again', asks: 'yesNo' });
  run.answer(true);
  run.answer({ text: 'Lovely' });
  expect(run.answers()).toEqual({ recommend: 9, easy: 4, again: true, words: { text: 'Lovely' } });
});

test('SUR-10 SUR-13 what does not apply any more is not told', () => {
  const run = start();
  run.answer(3);
  run.answer(5);
  run.answer(['price']);
  for (let step = 0; step < 3; step += 1) run.back();
  expect(run.question()).toMatchObject({ name: 'recommend', given: 3 });
  run.answer(10);
  expect(run.answers()).toEqual({ recommend: 10, easy: 5 });
  run.answer(5);
  expect(run.question()?.name).toBe('again');
});

test('SUR-10 another language changes the words and loses no answer', () => {
  const run = start('de');
  expect(run.question()?.title).toMatch(/weiterempfehlen/);
  run.answer(9);
  run.speak('ar');
  expect(run.question()?.title).toMatch(/سهولة/);
  expect(run.question()?.choices.map(({ label }) => label)).toContain('سهل جدًا');
  expect(run.answers()).toEqual({ recommend: 9 });
});

test('SUR-10 a language that the survey does not have gets its default', () => {
  expect(start('it').question()?.title).toMatch(/recommend us/);
});

test('SUR-11 what one touch answers is told apart from what needs more', () => {
  const asks = (element: object) =>
    start('en', { elements: [{ name: 'q', choices: ['a', 'b'], ...element }] }).question();
  expect(asks({ type: 'radiogroup' })).toMatchObject({ asks: 'one' });
  expect(asks({ type: 'dropdown' })).toMatchObject({ asks: 'one' });
  expect(asks({ type: 'buttongroup' })).toMatchObject({ asks: 'one' });
  expect(asks({ type: 'imagepicker' })).toMatchObject({ asks: 'one' });
  expect(asks({ type: 'imagepicker', multiSelect: true })).toMatchObject({ asks: 'several' });
  expect(asks({ type: 'checkbox' })).toMatchObject({ asks: 'several' });
  expect(asks({ type: 'tagbox' })).toMatchObject({ asks: 'several' });
  expect(asks({ type: 'ranking' })).toMatchObject({ asks: 'order' });
  expect(asks({ type: 'comment' })).toMatchObject({ asks: 'text' });
});

test('SUR-11 words that the survey leaves to us are not its English ones', () => {
  const run = start('ja', {
    elements: [
      { type: 'boolean', name: 'ok' },
      { type: 'radiogroup', name: 'why', choices: ['a'], showNoneItem: true },
    ],
  });
  expect(run.question()?.choices.map(({ label }) => label)).toEqual([null, null]);
  run.answer(true);
  expect(run.question()?.choices.map(({ value, label }) => [value, label])).toEqual([
    ['a', 'a'],
    ['none', null],
  ]);
});

test('SUR-12 it tells how much was answered and how much could be', () => {
  const run = start();
  expect([run.answered(), run.left()]).toEqual([0, 3]);
  run.answer(9);
  run.answer(null);
  expect([run.answered(), run.passed(), run.left()]).toEqual([1, 2, 2]);
});

test('SUR-20 what a survey fills in by itself is no answer', () => {
  const run = start('en', {
    elements: [
      { type: 'rating', name: 'q', defaultValue: 5 },
      { type: 'boolean', name: 'ok', defaultValue: true },
    ],
  });
  expect([run.answered(), run.answers()]).toEqual([0, {}]);
  run.answer(4);
  run.answer(null);
  expect([run.answered(), run.answers()]).toEqual([1, { q: 4 }]);
});

test('SUR-11 of an order only what was touched is told', () => {
  const run = start('en', { elements: [{ type: 'ranking', name: 'q', choices: ['a', 'b', 'c'] }] });
  run.answer(['b']);
  expect(run.answers()).toEqual({ q: ['b'] });
  run.back();
  expect(run.question()?.given).toEqual(['b']);
});

test('SUR-13 the question before is gone back to, also when another one came up before it', () => {
  const run = start('en', {
    elements: [
      { type: 'rating', name: 'a', visibleIf: '{b} > 3' },
      { type: 'rating', name: 'b' },
    ],
  });
  run.answer(5);
  expect(run.question()?.name).toBe('a');
  run.back();
  expect(run.question()).toMatchObject({ name: 'b', given: 5 });
  run.answer(1);
  expect(run.question()).toBeNull();
});

const left = { nil: undefined };
const ratings = fc.record({
  rateMin: fc.option(fc.integer({ min: -3, max: 3 }), left),
  rateMax: fc.option(fc.integer({ min: 1, max: 12 }), left),
  rateStep: fc.option(fc.integer({ min: 1, max: 3 }), left),
  rateCount: fc.option(fc.integer({ min: 2, max: 10 }), left),
  rateValues: fc.option(
    fc.uniqueArray(fc.integer({ min: -6, max: 8 }), { minLength: 2, maxLength: 13 }),
    left,
  ),
  autoGenerate: fc.option(fc.constantFrom(true), left),
  rateType: fc.option(fc.constantFrom('stars', 'smileys'), left),
});

test('SUR-10 SUR-21 API-51 what a rating shows is what it may be answered with, however its scale is written', () => {
  let seen = 0;
  fc.assert(
    fc.property(ratings, (rating) => {
      const told = Object.entries(rating).filter(([, value]) => value !== undefined);
      const definition = {
        elements: [{ type: 'rating', name: 'q', ...Object.fromEntries(told) }],
      };
      const read = readSurvey(definition);
      if (!read.ok || logicProblem(definition, read.value) !== null) return;
      seen += 1;
      const question = required(read.value.get('q'), 'the rating');
      const shown = start('en', definition)
        .question()
        ?.choices.map(({ value }) => value);
      expect(shown).toEqual(valuesOf(question));
    }),
    { numRuns: 500 },
  );
  expect(seen).toBeGreaterThan(100);
});

function valuesOf(question: Question): unknown[] {
  if (question.kind === 'one') return [...question.values];
  const numbers = Array.from({ length: 101 }, (_, index) => index - 50);
  return numbers.filter((value) => fits(question, value));
}
