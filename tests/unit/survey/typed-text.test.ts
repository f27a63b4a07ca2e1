import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestText } from '#shared/domain/survey/answer.ts';
import { withoutContacts } from '#shared/domain/survey/typed-text.ts';

test.each([
  ['write to ada.l@example.org please', 'write to … please'],
  ['see https://example.org/x?y=1 or www.example.org', 'see … or …'],
  ['I am @ada_l there', 'I am … there'],
  ['call 030 12 34 56 7', 'call …'],
  ['call +49 (30) 123-4567.', 'call ….'],
  ['٠٣٠١٢٣٤٥', '…'],
  ['card 4111 1111 1111 1111 ok', 'card … ok'],
  ['でんわ 090ー1234ー5678', 'でんわ …'],
  ['０９０－１２３４－５６７８', '…'],
  ['030_12_34_56 or 030·12·34', '… or …'],
  ['ada＠example．org', '…'],
  ['see instagram.com/ada_l or ada-l.example.com.', 'see … or ….'],
])('SUR-31 %s is kept without the contact', (typed, kept) => {
  expect(withoutContacts(typed)).toBe(kept);
});

test.each([
  'The red of 2024 was better',
  '25,90 € is too much for 30 ml',
  'Nice.But the shade is too red.I liked it',
  'Shade 120 and shade 133 look the same',
  '色がとても好きです',
  'أحببت اللون كثيرًا',
])('SUR-31 %s stays as it is', (typed) => {
  expect(withoutContacts(typed)).toBe(typed);
});

test('SUR-31 a text is one line, without what cannot be seen', () => {
  expect(withoutContacts('  so\n\n nice\u202e!\u0007 ')).toBe('so nice !');
  expect(withoutContacts('\n\t ')).toBe('');
});

test('SUR-31 cleaning again changes nothing, and no text gets too long', () => {
  const pieces = fc.constantFrom(
    'a',
    '7',
    ' ',
    '@',
    '.',
    '…',
    '-',
    '😀',
    '\u200f',
    'www.',
    '\n',
    '٣',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 700 }), (parts) => {
      const once = withoutContacts(parts.join(''));
      expect(once.length).toBeLessThanOrEqual(longestText);
      expect(once.isWellFormed()).toBe(true);
      expect(withoutContacts(once)).toBe(once);
    }),
    { seed: 5, numRuns: 2_000 },
  );
});
