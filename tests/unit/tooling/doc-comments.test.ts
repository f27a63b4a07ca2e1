import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const exported = /^export (?:const|function|interface|type) (\w+)/;

/** Made of the OpenAPI document, which has the words. */
const generated = join('src', 'shared', 'contract', 'api', 'paths.ts');

/** Exports without a doc comment. A type beside the schema of its name needs no second one. */
function undocumented(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const name = exported.exec(line)?.[1];
    if (name === undefined || lines[index - 1]?.trimEnd().endsWith('*/')) return [];
    const ofSchema = line.startsWith('export type') && text.includes(`const ${name} =`);
    return ofSchema ? [] : [name];
  });
}

test('a doc comment stands right above an export; a type of a schema needs none', () => {
  expect(undocumented('/** One. */\nexport const a = 1;\n\nexport const b = 2;\n')).toEqual(['b']);
  expect(undocumented('/** A. */\nexport const A = T;\nexport type A = Static<typeof A>;')).toEqual(
    [],
  );
  expect(undocumented('export function f() {}\nconst hidden = 1;\n')).toEqual(['f']);
});

test('house rule 5: exports of shared and of ports have a doc comment', () => {
  const files = globSync(['src/shared/**/*.ts', 'src/main/core/ports/*.ts'], { cwd: root }).filter(
    (file) => file !== generated,
  );
  expect(files.length).toBeGreaterThan(100);
  const missing = files.flatMap((file) =>
    undocumented(readFileSync(join(root, file), 'utf8')).map((name) => `${file}: ${name}`),
  );
  expect(missing).toEqual([]);
});
