import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../../helpers/temp-folder.ts';

const root = join(import.meta.dirname, '../../..');

/** A repository with this one's settings and a single source file. */
function repositoryWith(file: string, text: string): string {
  const folder = tempFolder();
  const settings = ['.dependency-cruiser.cjs', 'biome.json', 'tsconfig.base.json'];
  for (const name of [...settings, 'tsconfig.node.json', 'package.json', 'scripts/lint']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  mkdirSync(join(folder, dirname(file)), { recursive: true });
  writeFileSync(join(folder, file), text);
  return folder;
}

/** Runs a tool of node_modules in the folder; what it said. */
function run(folder: string, tool: string, ...args: string[]): string {
  const path = join(root, 'node_modules', tool);
  const ran = spawnSync(process.execPath, [path, ...args], { cwd: folder, encoding: 'utf8' });
  return ran.stdout + ran.stderr;
}

const cruise = (file: string, text: string) =>
  run(
    repositoryWith(file, text),
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    'src',
  );

test.each([
  ['core-does-no-io', 'src/main/core/a.ts', "import { readFileSync } from 'node:fs';"],
  ['core-does-no-io', 'src/main/core/a.ts', "import { readFile } from 'fs/promises';"],
  ['core-does-no-io', 'src/main/core/a.ts', "import type { Socket } from 'node:net';"],
  ['core-does-no-io', 'src/main/core/ports/a.ts', "export { spawn } from 'node:child_process';"],
  ['pages-have-no-node', 'src/renderer/a.tsx', "import { createHash } from 'node:crypto';"],
  ['pages-have-no-node', 'src/preload/a.ts', "import { join } from 'node:path';"],
  ['pure-domain-has-no-node', 'src/shared/lib/a.ts', "import { hash } from 'node:crypto';"],
])('the rule %s refuses in %s: %s', (rule, file, text) => {
  expect(cruise(file, `${text}\n`)).toContain(`error ${rule}: ${file} → `);
});

test('the core may hash, stream and wait', () => {
  const text = ['node:crypto', 'node:stream', 'node:timers/promises']
    .map((name, index) => `import * as a${index} from '${name}';\nexport { a${index} };\n`)
    .join('');
  const said = cruise('src/main/core/a.ts', text);
  expect(said).toContain('no dependency violations found');
});

test.each(['document.title', 'window.name', 'new HTMLElement()'])(
  'main does not compile with %s: it has no DOM types',
  (expression) => {
    const folder = repositoryWith('src/main/core/a.ts', `export const a = ${expression};\n`);
    expect(run(folder, 'typescript/bin/tsc', '-p', 'tsconfig.node.json')).toContain(
      'src/main/core/a.ts(1,',
    );
  },
);

test('main compiles with the types of Node', () => {
  const text = 'export const a = new TextDecoder();\n';
  const folder = repositoryWith('src/main/core/a.ts', text);
  expect(run(folder, 'typescript/bin/tsc', '-p', 'tsconfig.node.json')).toBe('');
});

test.each(['localStorage.length', 'process.env', 'fetch("/")', 'Date.now()', 'performance.now()'])(
  'the linter refuses %s in the core, whose types come with Node',
  (expression) => {
    const folder = repositoryWith('src/main/core/a.ts', `export const a = ${expression};\n`);
    const said = run(folder, '@biomejs/biome/bin/biome', 'lint', '--vcs-enabled=false', 'src');
    expect(said).toContain('lint/style/noRestrictedGlobals');
  },
);
