import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { headings } from '../../helpers/markdown.ts';

const root = join(import.meta.dirname, '../../..');
const pages = globSync(['*.md', 'docs/**/*.md', 'db/**/*.md'], { cwd: root });

/** What a page links to in this repository, without its code blocks. */
function links(page: string): readonly { readonly path: string; readonly anchor: string }[] {
  const text = readFileSync(join(root, page), 'utf8').replaceAll(/^ *```[\s\S]*?^ *```$/gm, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = '', anchor = ''] = target.split('#');
      return { path: path === '' ? page : join(dirname(page), path), anchor };
    });
}

test('every link between the pages leads somewhere, to a heading that is there', () => {
  expect(pages.length).toBeGreaterThan(25);
  const broken = pages.flatMap((page) =>
    links(page)
      .filter(({ path, anchor }) => {
        if (!existsSync(join(root, path))) return true;
        if (anchor === '') return false;
        return !headings(readFileSync(join(root, path), 'utf8')).has(anchor);
      })
      .map(({ path, anchor }) => `${page}: ${relative('.', path)}#${anchor}`),
  );
  expect(broken).toEqual([]);
});
