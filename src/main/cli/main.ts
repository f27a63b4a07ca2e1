import { Command, CommanderError } from 'commander';
import manifest from '../../../package.json' with { type: 'json' };
import { parseCount, parseLimit, parseTender } from './arguments.ts';
import { checkCommand } from './commands/check.ts';
import { type ImportOptions, importCommand } from './commands/import.ts';
import { ordersCommand } from './commands/orders.ts';
import { quoteCommand } from './commands/quote.ts';
import { repriceCommand } from './commands/reprice.ts';
import { searchCommand } from './commands/search.ts';
import { type SellOptions, sellCommand } from './commands/sell.ts';
import { validateCommand } from './commands/validate.ts';
import { type CliContext, type CommonOptions, withStore } from './context.ts';
import { CommandFailure } from './failure.ts';
import { requireFile } from './input-file.ts';
import { processOutput } from './output.ts';
import { moveInto } from './shop.ts';

const defaultDb = process.env.BLENDBAR_DB ?? 'var/demo/kiosk.db';

const program = new Command('kiosk')
  .description('The Blendbar kiosk on the command line.')
  .version(manifest.version)
  .exitOverride()
  .configureOutput({ writeErr: () => undefined, outputError: () => undefined })
  .showHelpAfterError(false);

/** A command with the options that every one takes. */
function command(usage: string, summary: string): Command {
  return program
    .command(usage)
    .description(summary)
    .option('--db <file>', 'the store file', defaultDb)
    .option('--store <id>', 'which store of the catalog this device stands in from now on')
    .option('--json', 'print JSON');
}

/** Runs a command on a store that is there, in the store of the catalog that `--store` names. */
function inStore(
  options: CommonOptions,
  run: (context: CliContext) => void | Promise<void>,
): Promise<void> {
  return withStore(options, 'refuse', (context) => {
    if (options.store !== undefined) moveInto(context.store, options.store);
    return run(context);
  });
}

command('import <feed>', 'import a catalog feed (JSON, NDJSON, or CSV with a mapping)')
  .option('--mapping <file>', 'how the columns of a CSV file become records')
  .option('--replace', 'end what the feed no longer has, of the kinds that it covers')
  .option('--allow-shrink', 'let a full feed remove more than half of the products')
  .action((feed: string, options: CommonOptions & ImportOptions) => {
    requireFile(feed);
    if (options.mapping !== undefined) requireFile(options.mapping);
    return withStore(options, 'create', (context) => importCommand(context, feed, options));
  });

command('search <text>', 'find products as a shopper would')
  .option('--limit <n>', 'how many at the most', parseLimit, 20)
  .action((text: string, options: CommonOptions & { readonly limit: number }) =>
    inStore(options, (context) => searchCommand(context, text, options.limit)),
  );

command('validate <design>', 'judge a design: valid, or why not and what instead').action(
  (design: string, options: CommonOptions) =>
    inStore(options, (context) => validateCommand(context, design)),
);

command('quote <basket>', 'price a basket, step by step').action(
  (basket: string, options: CommonOptions) =>
    inStore(options, (context) => quoteCommand(context, basket)),
);

command('sell <basket>', 'sell a basket; each sale is printed once it is on disk')
  .requiredOption(
    '--tender <tender>',
    'cash:<minor units handed over>, or card: the virtual terminal approves',
    parseTender,
  )
  .option('--count <n>', 'sell it this often', parseCount, 1)
  .action((basket: string, options: CommonOptions & SellOptions) =>
    inStore(options, (context) => sellCommand(context, basket, options)),
  );

command('orders', 'list the stored sales, oldest first').action((options: CommonOptions) =>
  inStore(options, ordersCommand),
);

command('reprice [order]', 'price stored sales again and compare').action(
  (order: string | undefined, options: CommonOptions) =>
    inStore(options, (context) => repriceCommand(context, order)),
);

command('check', 'prove the store sound').action((options: CommonOptions) =>
  inStore(options, checkCommand),
);

/** One clear line on standard error, whatever went wrong; the exit code tells whose fault it was. */
function end(error: unknown): void {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return;
    process.exitCode = 2;
    if (error.message === '(outputHelp)') processOutput.note(program.helpInformation());
    else processOutput.note(oneLine(error.message));
    return;
  }
  process.exitCode = error instanceof CommandFailure ? error.exitCode : 1;
  processOutput.note(oneLine(error instanceof Error ? error.message : String(error)));
}

function oneLine(message: string): string {
  return message.trim().replaceAll(/\s*\n\s*/g, ' ');
}

await program.parseAsync().catch(end);
