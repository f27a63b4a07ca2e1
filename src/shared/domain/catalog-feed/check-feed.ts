import type { UnixMs } from '../../lib/time.ts';
import { checkBarcodes } from './check-barcodes.ts';
import { checkCurrencies } from './check-currencies.ts';
import { checkReferences } from './check-references.ts';
import { createTemplateCheck } from './check-templates.ts';
import type { FeedContents } from './feed-contents.ts';
import { createKeptRecords } from './kept-records.ts';
import type { NextCatalog } from './live-records.ts';
import type { PublishedRecords } from './published-records.ts';

/**
 * Checks across records. What one of them rejects may be named by others, and what is published
 * comes back in its place: then they all look again. `now` decides which effective-dated allergen
 * thresholds the templates are analyzed with; `onStep` is waited for before each check.
 */
export async function checkFeed(
  contents: FeedContents,
  published: PublishedRecords,
  options: {
    readonly now: UnixMs;
    readonly onStep: (done: number, total: number) => Promise<void>;
  },
): Promise<NextCatalog> {
  const kept = createKeptRecords(contents, published);
  const next: NextCatalog = { contents, published, kept };
  const checkTemplates = createTemplateCheck(next, options.now);
  let settled = -1;
  const steps = [
    () => checkReferences(next),
    () => {
      kept.update();
      settled = contents.rejections.length;
    },
    () => checkCurrencies(next),
    () => checkBarcodes(next),
    () => checkTemplates(),
  ];
  let done = 0;
  while (settled !== contents.rejections.length) {
    for (const step of steps) {
      await options.onStep(Math.min(done, steps.length), steps.length);
      step();
      done += 1;
    }
  }
  return next;
}
