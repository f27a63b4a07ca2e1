import { expect, test } from 'vitest';
import { hasRightToLeft, isRightToLeft } from '#shared/domain/receipt/direction.ts';
import { renderHtml } from '#shared/domain/receipt/render-html.ts';
import { displayWidth, paperText } from '#shared/domain/receipt/text-width.ts';

test('DEV-31 the language of a receipt tells from where it is read', () => {
  const rightToLeft = ['ar', 'ar-AE', 'he-IL', 'fa', 'ur-PK', 'az-Arab', 'ks'];
  expect(rightToLeft.filter((locale) => !isRightToLeft(locale))).toEqual([]);
  const leftToRight = ['en-DE', 'ja-JP', 'az', 'tr-TR', 'ar-Latn', 'not a tag', ''];
  expect(leftToRight.filter(isRightToLeft)).toEqual([]);
});

test('DEV-31 letters tell from where a text is read', () => {
  expect(['مرحبا', 'שלום', '٣', 'VISA بطاقة'].map(hasRightToLeft)).toEqual(Array(4).fill(true));
  expect(['Straße', '口紅', '\u061C-5', '\u200F', ''].map(hasRightToLeft)).toEqual(
    Array(5).fill(false),
  );
});

test('SAL-57 DEV-31 direction marks take no cell, overrides go, and marks beside no such letter too', () => {
  expect(paperText('\u200E-12.50 د.إ.\u200F')).toBe('\u200E-12.50 د.إ.\u200F');
  expect(displayWidth('\u200E-12.50 د.إ.\u200F')).toBe(11);
  expect(paperText('\u202Eمرحبا\u202C \u2066x\u2069')).toBe('مرحبا x');
  expect(paperText('\u200E-12.50 €\u061C')).toBe('-12.50 €');
});

test('SAL-59 DEV-31 as HTML a receipt says from where it is read', () => {
  const html = (locale: string) => renderHtml({ title: 't', locale, blocks: [] });
  expect(html('ar-AE')).toContain('lang="ar-AE" dir="rtl"');
  expect(html('de-DE')).not.toContain('dir=');
});
