import { v4 as uuidv4 } from 'uuid';
import { expect, test } from 'vitest';
import type { Asking } from '#shared/domain/survey/asking.ts';
import { type Askable, chooseSurvey, type Visit } from '#shared/domain/survey/choose-survey.ts';

const minuteMs = 60_000;
const now = 1_764_000_000_000;
const visit: Visit = {
  moment: 'purchase',
  journeyId: '0f8fad5b-d9cb-469f-a165-70867728950e',
  language: 'de-AT',
  totalMinor: 4_200,
  hasDesign: true,
};

function survey(asking: Partial<Asking>, rest: Partial<Askable> = {}): Askable {
  return { id: 'one', asking: { moment: 'purchase', ...asking }, lastAskedAt: null, ...rest };
}

const isAsked = (one: Askable, of: Partial<Visit> = {}, at = now) =>
  chooseSurvey([one], { ...visit, ...of }, at) !== null;

test('SUR-2 a survey is asked at its moment alone', () => {
  expect(isAsked(survey({}))).toBe(true);
  expect(isAsked(survey({ moment: 'exit' }))).toBe(false);
  expect(isAsked(survey({ moment: 'exit' }), { moment: 'exit' })).toBe(true);
});

test('SUR-2 a survey is asked only of whom it is for', () => {
  expect(isAsked(survey({ languages: ['de', 'fr'] }))).toBe(true);
  expect(isAsked(survey({ languages: ['de', 'fr'] }), { language: 'ja' })).toBe(false);
  expect(isAsked(survey({ bag: 'design' }))).toBe(true);
  expect(isAsked(survey({ bag: 'design' }), { hasDesign: false })).toBe(false);
  expect(isAsked(survey({ bag: 'noDesign' }))).toBe(false);
  expect(isAsked(survey({ minTotalMinor: 4_200 }))).toBe(true);
  expect(isAsked(survey({ minTotalMinor: 4_201 }))).toBe(false);
});

test.each([0, 1, 500, 3_333, 9_999, 10_000])(
  'SUR-4 of 10,000 visits %i are asked, more or less',
  (sampleBps) => {
    const visits = 20_000;
    let asked = 0;
    for (let index = 0; index < visits; index += 1) {
      if (isAsked(survey({ sampleBps }), { journeyId: uuidv4() })) asked += 1;
    }
    const expected = (visits * sampleBps) / 10_000;
    // Six standard deviations: once in five hundred million runs it is more.
    const deviation = Math.sqrt((expected * (10_000 - sampleBps)) / 10_000);
    expect(Math.abs(asked - expected)).toBeLessThanOrEqual(6 * deviation);
  },
);

test('SUR-4 a visit is always drawn the same way, and each survey draws for itself', () => {
  const halves = ['a', 'b'].map((id) => survey({ sampleBps: 5_000 }, { id }));
  const drawn = Array.from({ length: 400 }, () => {
    const journeyId = uuidv4();
    const once = halves.map((one) => isAsked(one, { journeyId }));
    expect(halves.map((one) => isAsked(one, { journeyId }))).toEqual(once);
    return once.join();
  });
  expect(new Set(drawn).size).toBe(4);
});

test('SUR-5 once asked it rests, and a clock that was set back does not make it rest longer', () => {
  const rests = survey({ quarantineMinutes: 30 }, { lastAskedAt: now });
  expect(isAsked(rests, {}, now + 30 * minuteMs - 1)).toBe(false);
  expect(isAsked(rests, {}, now + 30 * minuteMs)).toBe(true);
  expect(isAsked(rests, {}, now - 1)).toBe(true);
  expect(isAsked(survey({}, { lastAskedAt: now }), {}, now)).toBe(true);
});

test('SUR-6 it is the turn of the one that was asked longest ago', () => {
  const turn = (surveys: readonly Askable[]) => chooseSurvey(surveys, visit, now)?.id;
  const a = survey({}, { id: 'a', lastAskedAt: now - 2 });
  const b = survey({}, { id: 'b', lastAskedAt: now - 3 });
  expect(turn([a, b])).toBe('b');
  expect(turn([a, b, survey({}, { id: 'c' })])).toBe('c');
  expect(turn([survey({}, { id: 'z' }), survey({}, { id: 'y' })])).toBe('y');
  expect(turn([survey({ moment: 'exit' }, { id: 'y' }), a])).toBe('a');
});
