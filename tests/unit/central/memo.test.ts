import { expect, test } from 'vitest';
import { createMemo } from '#central/core/pricing/memo.ts';

test('an answer is loaded once, however many ask at a time', async () => {
  const memo = createMemo<string>(10);
  let loads = 0;
  const ask = () =>
    memo.get('a', async () => {
      loads += 1;
      return 'A';
    });
  expect(await Promise.all([ask(), ask(), ask()])).toEqual(['A', 'A', 'A']);
  expect(await ask()).toBe('A');
  expect(loads).toBe(1);
});

test('what failed, and what was not there, is asked for again', async () => {
  const memo = createMemo<string>(10);
  await expect(memo.get('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await memo.get('a', async () => 'A')).toBe('A');
  expect(await memo.getAll(['b'], async () => new Map())).toEqual(new Map());
  await expect(memo.getAll(['b'], () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await memo.getAll(['b'], async () => new Map([['b', 'B']]))).toEqual(
    new Map([['b', 'B']]),
  );
});

test('many are loaded together, only those that are missing, each once', async () => {
  const memo = createMemo<string>(10);
  const asked: (readonly string[])[] = [];
  const load = async (missing: readonly string[]) => {
    asked.push(missing);
    return new Map(missing.map((key) => [key, key.toUpperCase()]));
  };
  const [first, second] = await Promise.all([
    memo.getAll(['a', 'b', 'a'], load),
    memo.getAll(['b', 'c'], load),
  ]);
  expect(asked).toEqual([['a', 'b'], ['c']]);
  expect([...first]).toEqual([
    ['a', 'A'],
    ['b', 'B'],
  ]);
  expect([...second]).toEqual([
    ['b', 'B'],
    ['c', 'C'],
  ]);
});

test('the answer that was not asked for longest gives way', async () => {
  const memo = createMemo<number>(2);
  let loads = 0;
  const ask = (key: string) =>
    memo.get(key, async () => {
      loads += 1;
      return loads;
    });
  await ask('a');
  await ask('b');
  await ask('a');
  await ask('c');
  expect(await ask('a')).toBe(1);
  expect(await ask('b')).toBe(4);
});
