import { describe, expect, test } from 'vitest';
import { evaluate, source, text } from './build.ts';

function faultsOf(engraving: string, more: Parameters<typeof text>[1] = {}) {
  const { violations } = evaluate(source([text('engraving', more)]), { engraving });
  return violations.map(({ reason }) => reason.rule.split(':').at(-1));
}

describe('texts', () => {
  test.each([
    ['Zoë', []],
    // Five code points each, one character each.
    ['👩‍🔬👩‍🔬', []],
    ['Zoë', []],
    ['Amelie', ['tooLong']],
    ['A', ['tooShort']],
  ])('CUS-13 %s is as long as a person counts', (engraving, faults) => {
    const more = { minLength: 2, maxLength: 5, allowed: '\\p{L}\\p{RGI_Emoji}' };
    expect(faultsOf(engraving, more)).toEqual(faults);
  });

  test('CUS-14 refused characters are named, each once', () => {
    const { violations } = evaluate(source([text('engraving')]), { engraving: 'A<b>c<' });
    expect(violations).toEqual([
      {
        reason: {
          rule: 'group:engraving:characters',
          messageKey: 'customization.reason.characters',
          params: { group: 'engraving', characters: '< >' },
        },
        conflict: [{ group: 'engraving', value: 'A<b>c<' }],
      },
    ]);
  });

  test.each(['[', '\\p{Nonsense}', 'a]|.*[b', '&&', 'z-a'])(
    'CUS-14 a pattern that is no character class allows nothing: %s',
    (allowed) => {
      expect(faultsOf('Ada', { allowed })).toEqual(['unfillable']);
    },
  );

  test.each([
    ['HELL', true],
    ['sHéLl', true],
    ['h3ll', true],
    ['he11', true],
    ['h.e l-l', true],
    ['ＨＥＬＬ', true],
    ['h3l|', true],
    ['h!ell', true],
    ['неll', true],
    ['𝐡𝐞𝐥𝐥', true],
    ['shell', true],
    ['heal', false],
    ['help', false],
    ['hi ll', false],
  ])('CUS-15 with hell blocked, %s is refused: %s', (engraving, refused) => {
    const more = { allowed: '\\p{Any}', blockedWords: ['hell'] };
    expect(faultsOf(engraving, more)).toEqual(refused ? ['blockedWord'] : []);
  });

  test('CUS-15 words with signs and accents are blocked as they sound', () => {
    const more = { allowed: '\\p{Any}', blockedWords: ['a$$', 'Straße'] };
    expect(faultsOf('ass', more)).toEqual(['blockedWord']);
    expect(faultsOf('STRASSE', more)).toEqual(['blockedWord']);
    expect(faultsOf('a', more)).toEqual([]);
  });

  test('CUS-15 a long text of look-alikes is judged at once', () => {
    const more = { maxLength: 200, allowed: '\\p{Any}', blockedWords: ['ssssssssssssssssx'] };
    const begun = performance.now();
    expect(faultsOf('$'.repeat(200), more)).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  test('CUS-16 blanks alone are refused', () => {
    expect(faultsOf('   ')).toEqual(['blank']);
  });
});
