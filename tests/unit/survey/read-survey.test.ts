import { expect, test } from 'vitest';
import type { SurveyAnswer } from '#shared/domain/survey/answer.ts';
import { fits } from '#shared/domain/survey/question.ts';
import { readSurvey, surveyLimits } from '#shared/domain/survey/read-survey.ts';
import { required } from '#shared/lib/assert.ts';

const survey = {
  title: { default: 'How was it?', de: 'Wie war es?' },
  pages: [
    {
      name: 'first',
      elements: [
        { type: 'rating', name: 'nps', rateMin: 0, rateMax: 10, isRequired: true },
        { type: 'rating', name: 'stars' },
        { type: 'rating', name: 'faces', rateValues: [{ value: 'sad', text: '☹' }, 'glad'] },
        {
          type: 'panel',
          name: 'more',
          visibleIf: '{nps} < 7',
          elements: [
            { type: 'boolean', name: 'again' },
            { type: 'radiogroup', name: 'why', choices: ['price', 'shade'], showNoneItem: true },
          ],
        },
      ],
    },
    {
      name: 'second',
      elements: [
        { type: 'checkbox', name: 'liked', choices: [{ value: 'scent' }, 'texture', 3] },
        { type: 'ranking', name: 'order', choices: ['a', 'b', 'c'] },
        { type: 'imagepicker', name: 'look', choices: ['matte', 'gloss'] },
        { type: 'comment', name: 'words', maxLength: 20 },
      ],
    },
  ],
};

function questions(definition: object = survey) {
  const read = readSurvey(definition as Readonly<Record<string, unknown>>);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

test('API-51 the questions of a survey, over pages and panels', () => {
  expect([...questions().keys()]).toEqual([
    ...['nps', 'stars', 'faces', 'again', 'why', 'liked', 'order', 'look', 'words'],
  ]);
  expect([...questions({ elements: [{ type: 'boolean', name: 'ok' }] }).keys()]).toEqual(['ok']);
});

test.each<[string, SurveyAnswer[], SurveyAnswer[]]>([
  ['nps', [0, 7, 10], [-1, 11, 'ten', true, [7]]],
  ['stars', [1, 5], [0, 6]],
  ['faces', ['sad', 'glad'], ['Ada', 1, ['sad']]],
  ['again', [true, false], ['yes', 1]],
  ['why', ['price', 'none'], ['other', 'Ada-Lovelace', []]],
  ['liked', [['scent', 3], []], ['scent', ['scent', 'scent'], ['Ada']]],
  ['order', [['b', 'a', 'c']], [['b', 'z']]],
  ['look', ['matte'], [['matte']]],
  [
    'words',
    [{ text: 'Lovely, thank you' }],
    ['Lovely', { text: 'Far longer than twenty' }, { text: 'ada@example.org' }],
  ],
])('API-57 what %s may be answered with', (name, right, wrong) => {
  const question = required(questions().get(name), name);
  for (const answer of right) expect(fits(question, answer), String(answer)).toBe(true);
  for (const answer of wrong) expect(fits(question, answer), String(answer)).toBe(false);
});

const rating = { type: 'rating', name: 'q' };
const nested = (depth: number): object =>
  depth === 0 ? rating : { type: 'panel', elements: [nested(depth - 1)] };

test.each<[string, object, RegExp]>([
  ['nothing', {}, /asks nothing/],
  ['pages that are no list', { pages: {} }, /"pages" is not a list/],
  ['an element that is none', { elements: [7] }, /not an object/],
  ['a name with blanks', { elements: [{ ...rating, name: 'your name' }] }, /question's name/],
  ['no name', { elements: [{ type: 'rating' }] }, /question's name/],
  ['a name twice', { elements: [rating, rating] }, /two questions are named "q"/],
  ['a typed text', { elements: [{ type: 'text', name: 'q' }] }, /"text", which is not taken/],
  [
    'a text too long',
    { elements: [{ type: 'comment', name: 'q', maxLength: 301 }] },
    /"maxLength" from 1 to 300/,
  ],
  ['a type of the prototype', { elements: [{ type: 'constructor', name: 'q' }] }, /not taken/],
  ['another, typed', { elements: [{ ...rating, showOtherItem: true }] }, /showOtherItem/],
  ['a remark, typed', { elements: [{ ...rating, showCommentArea: true }] }, /showCommentArea/],
  ['no choices', { elements: [{ type: 'dropdown', name: 'q' }] }, /needs "choices"/],
  [
    'a choice in words',
    { elements: [{ type: 'dropdown', name: 'q', choices: ['very good'] }] },
    /neither a whole number/,
  ],
  ['a choice twice', { elements: [{ type: 'dropdown', name: 'q', choices: [1, 1] }] }, /1 twice/],
  ['a scale upside down', { elements: [{ ...rating, rateMin: 5, rateMax: 1 }] }, /no scale/],
  ['a scale without steps', { elements: [{ ...rating, rateStep: 0 }] }, /no scale/],
  [
    'too many',
    { elements: Array.from({ length: 101 }, (_, index) => ({ ...rating, name: `q${index}` })) },
    /more than 100 questions/,
  ],
  ['too deep', { elements: [nested(surveyLimits.depth)] }, /nested too deeply/],
  ['too large', { elements: [rating], title: 'x'.repeat(surveyLimits.jsonLength) }, /too large/],
])('API-51 a survey with %s is refused', (_, definition, why) => {
  const read = readSurvey(definition as Readonly<Record<string, unknown>>);
  expect(read.ok ? 'taken' : read.error).toMatch(why);
});
