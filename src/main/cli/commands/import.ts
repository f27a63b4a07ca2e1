import { Presets, SingleBar } from 'cli-progress';
import type { ImportProgress, ImportReport } from '#shared/domain/catalog-feed/import-report.ts';
import { runCatalogImport } from '../../hosts/worker/run-catalog-import.ts';
import type { CliContext, CommonOptions } from '../context.ts';
import { CommandFailure, failureOf } from '../failure.ts';
import type { Output } from '../output.ts';
import { moveInto, settleIn } from '../shop.ts';

export interface ImportOptions {
  readonly mapping?: string;
  readonly replace?: boolean;
  readonly allowShrink?: boolean;
}

/** Rejections listed on a terminal; `--json` has them all. */
const shownRejections = 20;

/** `import FEED`: checks everything, then publishes the next catalog version. Ctrl-C leaves the old one. */
export async function importCommand(
  { file, store, output, json }: CliContext,
  feed: string,
  options: CommonOptions & ImportOptions,
): Promise<void> {
  const done = await runImport(file, feed, options);
  if (json) output.line(JSON.stringify(done));
  else report(output, done);
  const rejected = done.rejected.filter(({ isRemoval }) => isRemoval !== true);
  if (done.read > 0 && rejected.length === done.read) {
    throw new CommandFailure(`${feed}: every one of its ${done.read} records was rejected`, 2);
  }
  if (options.store !== undefined) moveInto(store, options.store);
  const note = settleIn(store);
  if (note !== null) output.note(note);
}

async function runImport(
  db: string,
  feed: string,
  options: CommonOptions & ImportOptions,
): Promise<ImportReport> {
  const bar = process.stderr.isTTY ? progressBar() : null;
  const run = runCatalogImport({
    db,
    feed,
    ...(options.mapping === undefined ? {} : { mapping: options.mapping }),
    ...(options.store === undefined ? {} : { storeId: options.store }),
    replace: options.replace === true,
    allowShrink: options.allowShrink === true,
    onProgress: (progress) => bar?.show(progress),
  });
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, run.cancel);
  const result = await run.done.finally(() => {
    for (const signal of signals) process.off(signal, run.cancel);
    bar?.stop();
  });
  if (!result.ok) throw failureOf(result.error);
  return result.value;
}

function progressBar() {
  const bar = new SingleBar(
    { format: '{stage} {bar} {percentage} %', stream: process.stderr, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(1, 0, { stage: 'reading ' });
  return {
    show({ stage, done, total }: ImportProgress) {
      bar.setTotal(total);
      bar.update(done, { stage: stage.padEnd(8) });
    },
    stop: () => bar.stop(),
  };
}

function report(output: Output, done: ImportReport): void {
  for (const { field, reason, ...place } of done.rejected.slice(0, shownRejections)) {
    output.note(`${placeOf(place)}: ${field === '' ? '' : `${field} `}${reason}`);
  }
  const hidden = done.rejected.length - shownRejections;
  if (hidden > 0) output.note(`… and ${hidden} more rejected records; --json lists them all`);
  for (const { message, ...place } of done.notes) output.note(`${placeOf(place)}: ${message}`);
  output.line(
    `catalog version ${done.version}: ${done.added} added, ${done.changed} changed, ` +
      `${done.removed} removed, ${done.unchanged} unchanged, ${done.rejected.length} rejected`,
  );
}

function placeOf({ file, line }: { readonly file: string; readonly line: number }): string {
  return line === 0 ? file : `${file}:${line}`;
}
