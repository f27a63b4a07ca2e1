import i18next from 'i18next';
import { expect, test, vi } from 'vitest';

vi.stubGlobal('document', { documentElement: { lang: '', dir: '' } });

const { speak, startTexts } = await import('../../../src/renderer/i18n/i18n.ts');

test('UIX-55 a number in a sentence is written as its language writes it', async () => {
  await startTexts();
  expect(i18next.t('product.ingredients', { count: 12_345 })).toContain('12,345');
  await speak('de');
  expect(i18next.t('product.ingredients', { count: 12_345 })).toContain('12.345');
  expect(i18next.t('product.ingredients', { count: 1 })).toMatch(/\b1\b/);
});
