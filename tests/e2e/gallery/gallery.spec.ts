import { join } from 'node:path';
import { type Appearance, appearAs, usual, withPseudo } from '../appearance.ts';
import { test } from '../fixtures.ts';
import { expectNothingCut, standStill } from '../look-at.ts';
import { walk } from '../walk.ts';

// Pictures to look at, not a test: `npm run -s gallery` writes them, `-- --grep largest` only some.

const folder = join(import.meta.dirname, '../../../var/gallery');

const orientations = {
  portrait: { width: 1080, height: 1920 },
  landscape: { width: 1920, height: 1080 },
};
const themes: Readonly<Record<string, Partial<Appearance>>> = {
  standard: {},
  high: { highContrast: true },
  largest: { textSize: 'largest' },
  reach: { reach: true },
};
const languages = ['en', 'de', 'fr', 'es', 'ar', 'ja', 'en-XA'];

for (const [orientation, viewport] of Object.entries(orientations)) {
  test.describe(orientation, () => {
    test.use({ viewport });
    for (const [theme, wishes] of Object.entries(themes)) {
      for (const language of languages) {
        test(`${theme}-${language}`, async ({ page }) => {
          await page.emulateMedia({ reducedMotion: 'reduce' });
          await withPseudo(page);
          await appearAs(page, usual, { ...usual, ...wishes, language });
          await walk(page, async (name) => {
            await standStill(page);
            const path = join(folder, orientation, name, `${theme}-${language}.png`);
            await page.screenshot({ path });
            await expectNothingCut(page, name);
          });
        });
      }
    }
  });
}
