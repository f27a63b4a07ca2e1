import { Check } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { Contact, contactProblem } from '#shared/domain/person/contact.ts';
import { contactFromText, contactText } from '#shared/domain/person/sealed-contact.ts';

const good: readonly unknown[] = [
  { name: 'Ada Lovelace' },
  { email: 'ada@example.org' },
  { phone: '+49 (30) 901820-0' },
  { name: '李', email: 'ada+kiosk@sub.example.org', phone: '112' },
  { name: "Anne-Marie d'Été, Dr." },
];

const bad: readonly (readonly [field: string, contact: unknown])[] = [
  ['', {}],
  ['', null],
  ['', 'Ada'],
  ['', [{ name: 'Ada' }]],
  ['', { name: 'Ada', birthday: '1815-12-10' }],
  ['', { __proto__: null, toString: 'Ada' }],
  ['name', { name: '' }],
  ['name', { name: ' Ada' }],
  ['name', { name: 'Ada\n' }],
  ['name', { name: 'A\u0000da' }],
  ['name', { name: 'x'.repeat(201) }],
  ['name', { name: 7 }],
  ['email', { email: 'ada' }],
  ['email', { email: 'ada@' }],
  ['email', { email: 'a da@example.org' }],
  ['email', { email: 'ada@example.org, bob@example.org' }],
  ['email', { email: `${'x'.repeat(65)}@example.org` }],
  ['phone', { phone: 'call me' }],
  ['phone', { phone: '+' }],
  ['phone', { phone: '12' }],
  ['phone', { phone: '1'.repeat(34) }],
];

describe('PPL-1 a contact has a name, an e-mail address or a phone number', () => {
  test.each(good)('%j is one', (contact) => {
    expect(Check(Contact, contact)).toBe(true);
    expect(contactProblem(contact)).toBeNull();
  });

  test.each(bad)('PPL-9 wrong at "%s": %j, told without quoting it', (field, contact) => {
    expect(Check(Contact, contact)).toBe(false);
    const problem = contactProblem(contact);
    expect(problem?.field).toBe(field);
    expect(problem?.reason).not.toMatch(/Ada|ada|birthday|call|xx|1815|\d\d\d\d/);
  });
});

describe('PPL-2 the text inside', () => {
  test('does not tell by its length what was left', () => {
    const short = contactText({ name: 'Al' });
    const long = contactText({ name: 'Adelheid Sophie', email: 'adelheid@example.org' });
    expect([short.length, long.length]).toEqual([128, 128]);
    expect(contactText({ name: 'x'.repeat(150) })).toHaveLength(256);
  });

  test('reads back as it was, and is nothing but a contact', () => {
    const contact = { name: 'Zoë "Z" \\ 李', email: 'z@example.org', phone: '030 901820' };
    expect(contactFromText(contactText(contact))).toEqual(contact);
    expect(() => contactFromText('{"name":7}')).toThrow('is not a contact');
  });
});
