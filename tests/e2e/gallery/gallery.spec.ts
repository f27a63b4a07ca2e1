import { join } from 'node:path';
import { expect } from '@playwright/test';
import { appearAs, usual, withPseudo } from '../appearance.ts';
import { axeFindings } from '../axe.ts';
import { test } from '../fixtures.ts';
import { expectNothingCut, standStill } from '../look-at.ts';
import { walk } from '../walk.ts';
import { themes } from './looks.ts';

// Pictures to look at: `npm run -s gallery` writes them, `-- --grep largest` only some. What a program can tell of them is
// checked on the way: everything is whole, large enough and of enough contrast, and axe finds nothing.

const folder = join(import.meta.dirname, '../../../var/gallery');

/** Where axe looks too: once for each theme, and once from right to left. */
const forAxe: ReadonlySet<string> = new Set([
  'standard-en',
  'standard-ar',
  'high-en',
  'largest-en',
  'reach-en',
]);
const languages = ['en', 'de', 'fr', 'es', 'ar', 'ja', 'en-XA'];

for (const [theme, wishes] of Object.entries(themes)) {
  for (const language of languages) {
    const look = `${theme}-${language}`;
    test(look, async ({ page }, { project }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      if (language === 'en-XA') await withPseudo(page);
      await appearAs(page, usual, { ...usual, ...wishes, language });
      await walk(page, async (name) => {
        await standStill(page);
        await page.screenshot({
          path: join(folder, project.metadata.orientation, name, `${look}.png`),
        });
        await expectNothingCut(page, name);
        if (!forAxe.has(look)) return;
        expect.soft(await axeFindings(page), `axe on ${name}`).toEqual([]);
      });
    });
  }
}
