import {
  type DraftInput,
  type DraftReport,
  importDraft,
} from '#central/core/catalog/import-draft.ts';
import type { Fault } from '#shared/lib/errors.ts';
import type { Result } from '#shared/lib/result.ts';
import type { TestCentral } from '../../helpers/central.ts';
import { textSource } from '../catalog-import/import-world.ts';

/** 2026-06-01 UTC, as in the kiosk's import world. */
const now = Date.UTC(2026, 5, 1);

/** Imports a feed at head office, as the command line does. */
export function draftOf(
  central: Pick<TestCentral, 'database'>,
  feed: string,
  options: Partial<DraftInput> = {},
): Promise<Result<DraftReport, Fault>> {
  return importDraft(central.database, {
    source: textSource(feed),
    replace: false,
    allowShrink: false,
    actor: 'test',
    now,
    ...options,
  });
}

/** As `draftOf`, for an import that must succeed. */
export async function drafted(
  central: Pick<TestCentral, 'database'>,
  feed: string,
  options: Partial<DraftInput> = {},
): Promise<DraftReport> {
  const report = await draftOf(central, feed, options);
  if (!report.ok) throw new Error(`${report.error.code}: ${report.error.message}`);
  return report.value;
}

/** Empties the catalog, so that the tests of a file begin at version 1. */
export async function clearCatalog({ db }: Pick<TestCentral, 'db'>): Promise<void> {
  for (const table of [
    'catalog_publications',
    'catalog_releases',
    'catalog_versions',
    'catalog_records',
    'store_groups',
  ] as const) {
    await db.deleteFrom(table).execute();
  }
}
