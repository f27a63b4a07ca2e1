import { expect, it } from 'vitest';
import { exceeded } from '../../../scripts/check-bundle.ts';

const page = (js: number, css: number) => [
  { name: 'index-AbCd1234.js', gzipBytes: js, isInitial: true },
  { name: 'index-AbCd1234.css', gzipBytes: css, isInitial: true },
];

it('UIX-122: what keeps to its budgets is not spoken of', () => {
  const late = { name: 'survey-core-AbC-1234.js', gzipBytes: 320_000, isInitial: false };
  expect(exceeded([...page(200_000, 10_000), late])).toEqual([]);
});

it('UIX-122: the file that is too large is named, with its size and its budget', () => {
  const shared = { name: 'shared-AbCd1234.js', gzipBytes: 200_000, isInitial: true };
  const language = { name: 'de-AbCd1234.js', gzipBytes: 40_000, isInitial: false };
  const problems = exceeded([...page(200_000, 50_000), shared, language]);
  expect(problems).toHaveLength(3);
  expect(problems[0]).toContain('index-AbCd1234.js 200.0, shared-AbCd1234.js 200.0');
  expect(problems[0]).toContain('400.0 kB compressed, the budget is');
  expect(problems[1]).toContain('first styles (index-AbCd1234.css 50.0): 50.0 kB');
  expect(problems[2]).toContain('de-AbCd1234.js: 40.0 kB');
});
