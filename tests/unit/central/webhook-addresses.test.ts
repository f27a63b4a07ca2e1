import { expect, test } from 'vitest';
import { checkEndpointUrl } from '#central/core/webhooks/endpoint-url.ts';
import { isPublicAddress } from '#central/core/webhooks/private-addresses.ts';

test('EVO-45 only addresses on the public Internet count as public', () => {
  const inside = [
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.168.1.1',
    '198.18.0.1',
    '203.0.113.7',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    'localhost',
    '127.1',
    '',
  ];
  for (const address of inside)
    expect([address, isPublicAddress(address)]).toEqual([address, false]);
  for (const address of [
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.128.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '192.167.255.255',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001:830::200e',
  ]) {
    expect([address, isPublicAddress(address)]).toEqual([address, true]);
  }
});

test('EVO-31 an endpoint is https on the public Internet, without credentials and fragment', () => {
  const refused = [
    'nonsense',
    'ftp://example.com/',
    'http://example.com/',
    'javascript:alert(1)',
    'https://user:secret@example.com/',
    'https://user@example.com/',
    'https://example.com/#part',
    'https://localhost/',
    'https://shop.localhost/',
    'https://127.0.0.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://017700000001/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/latest/meta-data/',
    'http://127.0.0.1:8080/',
  ];
  for (const url of refused) {
    const checked = checkEndpointUrl(url, { privateAllowed: false });
    expect([url, checked.ok]).toEqual([url, false]);
  }
  for (const url of [
    'https://example.com/hook?shop=1',
    'https://erp.example.com:8443/',
    'https://1.1.1.1/',
  ]) {
    expect(checkEndpointUrl(url, { privateAllowed: false })).toMatchObject({ ok: true });
  }
});

test('EVO-31 when it is allowed, hosts inside may be named, and http to this machine', () => {
  const allowed = { privateAllowed: true };
  for (const url of [
    'http://127.0.0.1:8080/',
    'http://localhost/',
    'http://[::1]:9/',
    'https://10.0.0.8/',
    'https://erp.internal/',
  ]) {
    expect([url, checkEndpointUrl(url, allowed).ok]).toEqual([url, true]);
  }
  for (const url of ['http://10.0.0.8/', 'http://example.com/', 'https://a:b@localhost/']) {
    expect([url, checkEndpointUrl(url, allowed).ok]).toEqual([url, false]);
  }
});
