import { expect, test } from 'vitest';
import { categories } from '#db/seed/brands.ts';
import type { KioskClient, RequestInput, RequestName } from '#shared/contract/ipc/contract.ts';
import { answerTo } from '../helpers/client-tools.ts';

/** Matching shades over any transport; the rules of matching have tests of their own. */
export function shadesContractTests(client: () => KioskClient): void {
  const value = <N extends RequestName>(name: N, input: RequestInput<N>) =>
    answerTo(client(), name, input);

  test('SHD-12 SHD-47 shades.grid has tones to pick from, and where there are shades', async () => {
    const { rows, categories: found } = await value('shades.grid', {});
    expect(rows.map((row) => row.length)).toEqual(Array(20).fill(5));
    expect(found.find(({ value: name }) => name === categories.complexion)?.count).toBeGreaterThan(
      40,
    );
  });

  test('SHD-40 shades.match finds what is near a tone', async () => {
    const { tone, shades } = await value('shades.match', {
      tone: { kind: 'hex', hex: '#C5A288' },
      category: categories.complexion,
    });
    expect(tone).toMatchObject({ hex: '#c5a288', undertone: 'neutral' });
    expect(shades).toHaveLength(6);
    expect(shades[0]).toMatchObject({ deltaE: 0, closeness: 'indistinguishable' });
  });

  test('SHD-32 readings that differ are refused, and told by their places', async () => {
    const answer = await client().invoke('shades.match', {
      tone: {
        kind: 'readings',
        readings: [
          { l: 61, a: 11, b: 19 },
          { l: 52, a: 10, b: 17 },
          { l: 61.5, a: 11, b: 19.5 },
        ],
      },
    });
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: 'shades.readings_disagree',
        details: { reason: 'disagree', readings: [1] },
      },
    });
  });
}
