import { createCipheriv, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openContact, sealContact } from '#main/core/people/contact-cipher.ts';
import { sealPerson } from '#main/core/people/seal-person.ts';
import type { Contact } from '#shared/domain/person/contact.ts';
import { testSecretBox } from '../../helpers/secret-box.ts';

const person = '01950000-0000-7000-8000-000000000001';
const other = '01950000-0000-7000-8000-000000000002';
const contact: Contact = { name: 'Ada Lovelace', email: 'ada@example.org', phone: '+49 30 901820' };
const key = randomBytes(32);
const nonce = randomBytes(12);

describe('PPL-2 PPL-3 sealing', () => {
  test('the same key opens what it sealed', () => {
    expect(openContact(person, sealContact(person, contact, key, nonce), key)).toEqual(contact);
  });

  test('is AES-256-GCM over version, nonce, ciphertext and tag, bound to person and format', () => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    cipher.setAAD(Buffer.from(`blendbar.contact.1.${person}`));
    const text = '{"email":"ada@example.org","name":"Ada Lovelace","phone":"+49 30 901820"}';
    const ciphertext = Buffer.concat([cipher.update(text.padEnd(128)), cipher.final()]);
    const whole = [Buffer.of(1), nonce, ciphertext, cipher.getAuthTag()];
    expect(sealContact(person, contact, key, nonce)).toBe(
      Buffer.concat(whole).toString('base64url'),
    );
  });

  test('any changed byte, a cut, another key or another person: not opened', () => {
    const sealed = Buffer.from(sealContact(person, contact, key, nonce), 'base64url');
    const opened = (bytes: Uint8Array) =>
      openContact(person, Buffer.from(bytes).toString('base64url'), key);
    expect(opened(sealed)).toEqual(contact);
    for (const [at, byte] of sealed.entries()) {
      const changed = Buffer.from(sealed);
      changed[at] = byte ^ 1;
      expect(opened(changed), `byte ${at}`).toBeNull();
      expect(opened(sealed.subarray(0, at)), `cut at ${at}`).toBeNull();
    }
    expect(openContact(person, sealed.toString('base64url'), randomBytes(32))).toBeNull();
    expect(openContact(other, sealed.toString('base64url'), key)).toBeNull();
  });

  test('whatever somebody hands in as sealed is refused, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const sealed = Buffer.from([1, ...bytes]).toString('base64url');
        expect(openContact(person, sealed, key)).toBeNull();
      }),
    );
  });
});

describe('PPL-1 a person', () => {
  const ids = { next: () => person };

  test('has a key and a nonce of their own, also when the contact is the same', () => {
    const ports = { ids, secretBox: testSecretBox() };
    const persons = Array.from({ length: 50 }, () => sealPerson(ports, contact));
    const nonces = persons.map((made) =>
      Buffer.from(made?.sealed ?? '', 'base64url').toString('hex', 1, 13),
    );
    const keys = persons.map((made) =>
      Buffer.from(
        ports.secretBox.open(Buffer.from(made?.wrappedKey ?? '', 'base64url')) ?? [],
      ).toString('hex'),
    );
    expect(new Set(nonces).size).toBe(50);
    expect(new Set(keys).size).toBe(50);
    expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is made of a contact only', () => {
    expect(sealPerson({ ids, secretBox: testSecretBox() }, undefined)).toBeUndefined();
  });
});
