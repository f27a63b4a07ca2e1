import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Package {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const file = join(import.meta.dirname, '../../../package-lock.json');
const lock: { packages: Readonly<Record<string, Package>> } = JSON.parse(
  readFileSync(file, 'utf8'),
);

test('the lockfile names the optional packages of every platform, or npm ci refuses it', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) =>
        lock.packages[`node_modules/${name}`] === undefined &&
        lock.packages[`${path}/node_modules/${name}`] === undefined,
    ),
  );
  expect(missing).toEqual([]);
});

test('every package has a version, and none names a registry of its own', () => {
  for (const [path, { version, resolved }] of Object.entries(lock.packages)) {
    expect(version, path).toMatch(/^\d+\.\d+\.\d+/);
    expect(resolved ?? 'https://registry.npmjs.org/', path).toMatch(
      /^https:\/\/registry\.npmjs\.org\//,
    );
  }
});
