import { mkdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { restoreLinks } from '#central/storage/postgres-links.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const source = 'native/lib/libpq.so.5.18';
const targets = ['native/lib/libpq.so', 'native/lib/libpq.so.5'];

/** The package as npm unpacks it: without its links. */
function unpacked(): string {
  const folder = tempFolder();
  mkdirSync(join(folder, 'native/lib'), { recursive: true });
  writeFileSync(join(folder, source), 'a library');
  const links = targets.map((target) => ({ source, target }));
  writeFileSync(join(folder, 'native/pg-symlinks.json'), JSON.stringify(links));
  return folder;
}

test.skipIf(process.platform === 'win32')('links that npm left out are made, once', () => {
  const folder = unpacked();
  symlinkSync('libpq.so.5.18', join(folder, targets[0] ?? ''));
  restoreLinks(folder);
  restoreLinks(folder);
  for (const target of targets) {
    expect(readFileSync(join(folder, target), 'utf8')).toBe('a library');
    // Relative: the folder may be moved.
    expect(readlinkSync(join(folder, target))).toBe('libpq.so.5.18');
  }
});

test('a package without a list has no links to make', () => {
  expect(() => restoreLinks(tempFolder())).not.toThrow();
});
