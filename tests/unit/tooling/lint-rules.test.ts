import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../../helpers/temp-folder.ts';

const root = join(import.meta.dirname, '../../..');
const config: { plugins: readonly string[] } = JSON.parse(
  readFileSync(join(root, 'biome.json'), 'utf8'),
);

/** Lints a text with the plugins of this repository; what the linter said. */
function lint(text: string): string {
  const folder = tempFolder();
  const plugins = config.plugins.map((plugin) => join(root, plugin));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ plugins }));
  writeFileSync(join(folder, 'sample.ts'), text);
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const linted = spawnSync(process.execPath, [biome, 'lint', 'sample.ts'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return linted.stdout + linted.stderr;
}

const message = 'boundary check does not see inline import types';

test.each([
  "export type A = import('node:fs').Stats;",
  "export function f(a: typeof import('node:fs')) { return a; }",
  "export const a: Array<import('../domain/money.ts').Money> = [];",
])('an inline import type is refused: %s', (text) => {
  expect(lint(text)).toContain(message);
});

test('an import at the top and a dynamic import are not', () => {
  const said = lint(
    "import type { Stats } from 'node:fs';\nexport const a = (s: Stats) => [s, import('x')];",
  );
  expect(said).toContain('Checked 1 file');
  expect(said).not.toContain(message);
});
