import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const root = new URL('../../../', import.meta.url);
const manifest: Manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const page = readFileSync(new URL('docs/dependencies.md', root), 'utf8');
const versions = { ...manifest.dependencies, ...manifest.devDependencies };

describe('dependencies', () => {
  test('every one is named with its reason', () => {
    const unnamed = Object.keys(versions).filter((name) => !page.includes(`\`${name}\``));
    expect(unnamed).toEqual([]);
  });

  test('the page names none that is gone', () => {
    const named = [...page.matchAll(/^\| ((?:`[^`]+`(?:, )?)+) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => versions[name] === undefined)).toEqual([]);
  });

  test('every version is exact', () => {
    const loose = Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version));
    expect(loose).toEqual([]);
  });
});
