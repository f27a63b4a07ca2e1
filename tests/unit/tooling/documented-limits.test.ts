import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requestsPerMinute } from '#central/http/rate-limits.ts';

const root = join(import.meta.dirname, '../../..');
const words = (file: string) => readFileSync(join(root, file), 'utf8').replaceAll(/\s+/g, ' ');

test('the guides tell the limits that there are', () => {
  const { key, device, refused, open } = requestsPerMinute;
  const [keys, devices] = [key, device].map((limit) => limit.toLocaleString('en'));
  const operations = words('docs/operations.md');
  expect(operations).toContain(`${keys} requests of a key, ${devices} of a device`);
  expect(operations).toContain(
    `${refused} requests that are refused (401), ${open} for \`/metrics\``,
  );
  expect(requestsPerMinute.enrolment).toBe(10);
  const api = words('docs/api.md');
  expect(api).toContain(`${keys} requests a minute for a key`);
  expect(api).toContain(`refused (401) ${refused} times within a minute`);
});
