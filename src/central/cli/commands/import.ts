import type { Command } from 'commander';
import { feedFile } from '../../core/catalog/feed-file.ts';
import { type DraftReport, importDraft } from '../../core/catalog/import-draft.ts';
import { publish } from '../../core/catalog/publish.ts';
import { expectValue } from '../expect-value.ts';
import { BadInput, line, note } from '../output.ts';
import { withCentral } from '../with-central.ts';

const actor = 'cli';
/** Rejections listed on a terminal; `--json` has them all. */
const shownRejections = 20;

interface ImportOptions {
  readonly replace?: boolean;
  readonly allowShrink?: boolean;
  readonly publish?: boolean;
  readonly json?: boolean;
}

/** Drafts of the catalog from feeds. */
export function importCommands(program: Command): void {
  program
    .command('import <feed>')
    .description('make a draft of a feed (NDJSON or JSON), on top of the newest version')
    .option('--replace', 'end everything of the feed’s kinds that it does not have')
    .option('--allow-shrink', 'let it end more than half of a kind')
    .option('--publish', 'publish it for all stores at once')
    .option('--json', 'print the whole report as JSON')
    .action(importFeed);
}

async function importFeed(feed: string, options: ImportOptions): Promise<void> {
  const source = openFeedFile(feed);
  await withCentral(async (central) => {
    const report = expectValue(
      await importDraft(central.database, {
        source,
        replace: options.replace === true,
        allowShrink: options.allowShrink === true,
        actor,
        now: central.now(),
      }),
    );
    if (options.json === true) line(JSON.stringify(report));
    else tellReport(report);
    const rejected = report.rejected.filter(({ isRemoval }) => isRemoval !== true);
    if (report.read > 0 && rejected.length === report.read) {
      throw new BadInput(`${feed}: every one of its ${report.read} records was rejected`);
    }
    if (options.publish !== true) return;
    const target = { kind: 'all' } as const;
    expectValue(await publish(central, { version: report.version, target, actor }));
    if (options.json !== true) line(`published version ${report.version} for all stores`);
  });
}

function openFeedFile(feed: string) {
  try {
    return feedFile(feed);
  } catch (error) {
    throw new BadInput(error instanceof Error ? error.message : String(error));
  }
}

function tellReport(report: DraftReport): void {
  for (const { file, line: at, field, reason } of report.rejected.slice(0, shownRejections)) {
    note(`${placeOf(file, at)}: ${field === '' ? '' : `${field} `}${reason}`);
  }
  const hidden = report.rejected.length - shownRejections;
  if (hidden > 0) note(`… and ${hidden} more rejected records; --json lists them all`);
  for (const { file, line: at, message } of report.notes) note(`${placeOf(file, at)}: ${message}`);
  const { version, isNew, added, changed, removed, unchanged, rejected } = report;
  line(
    `${isNew ? 'draft' : 'nothing new in'} catalog version ${version}: ${added} added, ` +
      `${changed} changed, ${removed} removed, ${unchanged} unchanged, ${rejected.length} rejected`,
  );
}

function placeOf(file: string, at: number): string {
  return at === 0 ? file : `${file}:${at}`;
}
