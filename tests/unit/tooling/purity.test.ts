import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../../helpers/temp-folder.ts';

const root = join(import.meta.dirname, '../../..');

type SourceFile = readonly [file: string, text: string];

/** A repository with this one's settings, and no source files but these. */
function repositoryWith(...files: readonly SourceFile[]): string {
  const folder = tempFolder();
  const settings = ['.dependency-cruiser.cjs', 'biome.json', 'tsconfig.base.json'];
  for (const name of [...settings, 'tsconfig.node.json', 'package.json', 'scripts/lint']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [file, text] of files) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** Runs a tool of node_modules in the folder; what it said. */
function run(folder: string, tool: string, ...args: string[]): string {
  const path = join(root, 'node_modules', tool);
  const ran = spawnSync(process.execPath, [path, ...args], { cwd: folder, encoding: 'utf8' });
  return ran.stdout + ran.stderr;
}

const cruise = (...files: readonly SourceFile[]) =>
  run(
    repositoryWith(...files),
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
  ['central-packages-only-in-central', 'src/main/storage/a.ts', "import { Pool } from 'pg';"],
  ['central-packages-only-in-central', 'src/shared/lib/a.ts', "import type { Sql } from 'kysely';"],
  [
    'central-packages-only-in-central',
    'src/main/hosts/a.ts',
    "import { connect } from '@nats-io/transport-node';",
  ],
  ['sql-only-in-central-storage', 'src/central/core/a.ts', "import { sql } from 'kysely';"],
  ['sql-only-in-central-storage', 'src/central/http/a.ts', "import type { Pool } from 'pg';"],
])('the rule %s refuses in %s: %s', (rule, file, text) => {
  expect(cruise([file, `${text}\n`])).toContain(`error ${rule}: ${file} → `);
});

test.each([
  ['central', 'src/central/core/a.ts', 'src/main/core/b.ts'],
  ['central', 'src/central/serve.ts', 'db/seed/b.ts'],
  ['central', 'src/central/http/a.ts', 'src/renderer/b.ts'],
  ['central-storage', 'src/central/storage/a.ts', 'src/central/core/b.ts'],
  ['central-core', 'src/central/core/a.ts', 'src/central/jobs/b.ts'],
  ['central-jobs', 'src/central/jobs/a.ts', 'src/central/http/b.ts'],
  ['central-http', 'src/central/http/a.ts', 'src/central/jobs/b.ts'],
  ['hosts', 'src/main/hosts/a.ts', 'src/central/b.ts'],
  ['cli', 'src/main/cli/a.ts', 'src/central/core/b.ts'],
  ['renderer', 'src/renderer/a.ts', 'src/central/core/b.ts'],
  ['sync', 'src/main/sync/a.ts', 'src/main/storage/b.ts'],
  ['sync', 'src/main/sync/a.ts', 'src/main/core/sync/b.ts'],
  ['sync', 'src/main/sync/a.ts', 'src/central/b.ts'],
])('the rule %s refuses that %s imports %s', (rule, from, to) => {
  const path = relative(dirname(from), to).replaceAll('\\', '/');
  const text = `import type { B } from '${path.startsWith('.') ? path : `./${path}`}';\nexport type A = B;\n`;
  const said = cruise([from, text], [to, 'export type B = 1;\n']);
  expect(said).toContain(`error ${rule}: ${from} → ${to}`);
});

test('head office may be put together as it is', () => {
  const said = cruise(
    ['src/central/serve.ts', "export { a } from './http/a.ts';\n"],
    ['src/central/http/a.ts', "export { a } from '../core/a.ts';\n"],
    ['src/central/core/a.ts', "export { a } from '../storage/a.ts';\n"],
    ['src/central/storage/a.ts', "import { sql } from 'kysely';\nexport const a = sql;\n"],
  );
  expect(said).toContain('no dependency violations found');
});

test('the core may hash, stream and wait', () => {
  const text = ['node:crypto', 'node:stream', 'node:timers/promises']
    .map((name, index) => `import * as a${index} from '${name}';\nexport { a${index} };\n`)
    .join('');
  const said = cruise(['src/main/core/a.ts', text]);
  expect(said).toContain('no dependency violations found');
});

test.each(['document.title', 'window.name', 'new HTMLElement()'])(
  'main does not compile with %s: it has no DOM types',
  (expression) => {
    const folder = repositoryWith(['src/main/core/a.ts', `export const a = ${expression};\n`]);
    expect(run(folder, 'typescript/bin/tsc', '-p', 'tsconfig.node.json')).toContain(
      'src/main/core/a.ts(1,',
    );
  },
);

test('main compiles with the types of Node', () => {
  const text = 'export const a = new TextDecoder();\n';
  const folder = repositoryWith(['src/main/core/a.ts', text]);
  expect(run(folder, 'typescript/bin/tsc', '-p', 'tsconfig.node.json')).toBe('');
});

test.each(['localStorage.length', 'process.env', 'fetch("/")', 'Date.now()', 'performance.now()'])(
  'the linter refuses %s in the core, whose types come with Node',
  (expression) => {
    const folder = repositoryWith(['src/main/core/a.ts', `export const a = ${expression};\n`]);
    const said = run(folder, '@biomejs/biome/bin/biome', 'lint', '--vcs-enabled=false', 'src');
    expect(said).toContain('lint/style/noRestrictedGlobals');
  },
);
