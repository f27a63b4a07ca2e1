import { Command, CommanderError } from 'commander';
import manifest from '../../../package.json' with { type: 'json' };
import { parseCount, parseDays, parseLimit, parseTender } from './arguments.ts';
import { checkCommand } from './commands/check.ts';
import { listDevicesCommand, setDeviceCommand } from './commands/devices.ts';
import { type ImportOptions, importCommand } from './commands/import.ts';
import { journeysCommand } from './commands/journeys.ts';
import { ordersCommand } from './commands/orders.ts';
import { eraseCommand, showCommand } from './commands/people.ts';
import { jobsCommand, printCommand, testPrintCommand } from './commands/print.ts';
import { quoteCommand } from './commands/quote.ts';
import { repriceCommand } from './commands/reprice.ts';
import { searchCommand } from './commands/search.ts';
import { type SellOptions, sellCommand } from './commands/sell.ts';
import { simulateCommand } from './commands/simulate.ts';
import { surveysCommand } from './commands/surveys.ts';
import { validateCommand } from './commands/validate.ts';
import { watchDevicesCommand } from './commands/watch-devices.ts';
import type { DeviceSetOptions } from './connection-options.ts';
import { type CliContext, type CommonOptions, withStore } from './context.ts';
import { CommandFailure } from './failure.ts';
import { requireFile } from './input-file.ts';
import { interrupted } from './interrupted.ts';
import { withKiosk } from './kiosk-client.ts';
import { processOutput } from './output.ts';
import { moveBack, moveInto } from './shop.ts';
import { addSyncCommands } from './sync-commands.ts';

const defaultDb = process.env.BLENDBAR_DB ?? 'var/demo/kiosk.db';

const program = new Command('kiosk')
  .description('The Blendbar kiosk on the command line.')
  .version(manifest.version)
  .exitOverride()
  .enablePositionalOptions()
  .configureOutput({ writeErr: () => undefined, outputError: () => undefined })
  .showHelpAfterError(false);

/** A command with the options that every one takes. */
function command(usage: string, summary: string, parent = program): Command {
  return parent
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
  return withStore(options, 'refuse', async (context) => {
    const { store } = context;
    const before = store.device.storeId();
    if (options.store !== undefined) moveInto(store, options.store);
    try {
      await run(context);
    } catch (error) {
      // What is refused changes nothing, the device's place included.
      const refused = error instanceof CommandFailure && error.exitCode === 2;
      if (refused && options.store !== undefined) moveBack(store, before);
      throw error;
    }
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
  .option('--contact <file>', 'what the customer leaves: name, email, phone (JSON)')
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

command('journeys', 'what visits tell together: how far they came, where they ended')
  .option('--days <n>', 'the last days, today included', parseDays, 30)
  .action((options: CommonOptions & { readonly days: number }) =>
    inStore(options, (context) => journeysCommand(context, options.days)),
  );

command('surveys', 'what shoppers are asked here, and how many answered').action(
  (options: CommonOptions) => inStore(options, surveysCommand),
);

const people = program
  .command('people')
  .description('contacts that customers left with a sale; they are kept sealed');

command('show <id>', 'read what a customer left', people).action(
  (id: string, options: CommonOptions) => inStore(options, (context) => showCommand(context, id)),
);

command('erase <id>', 'destroy the key of a contact: nobody can read it ever again', people).action(
  (id: string, options: CommonOptions) => inStore(options, (context) => eraseCommand(context, id)),
);

command('check', 'prove the store sound').action((options: CommonOptions) =>
  inStore(options, checkCommand),
);

command('jobs', 'list the print jobs, newest first')
  .option('--open', 'only those that somebody may have to see to')
  .option('--limit <n>', 'how many at the most', parseLimit, 1_000_000)
  .action((options: CommonOptions & { readonly limit: number; readonly open?: boolean }) =>
    inStore(options, (context) => jobsCommand(context, options)),
  );

command('print', 'print the receipt of a stored sale')
  .requiredOption('--order <id>', 'the sale, as "orders" lists it')
  .option('--copy', 'once more, marked as a copy')
  .action((options: CommonOptions & { readonly order: string; readonly copy?: boolean }) =>
    withKiosk(options, { prints: true }, (context) => printCommand(context, options)),
  );

const devices = program
  .command('devices')
  .description('printer, drawer and scanner: what is attached, and how it is');

command('list', 'what is attached and how it is', devices).action((options: CommonOptions) =>
  withKiosk(options, { prints: false }, listDevicesCommand),
);

command('watch', 'one line for each change, until interrupted', devices).action(
  (options: CommonOptions) => watchDevicesCommand(options, processOutput, interrupted()),
);

command('test-print', 'print a page that shows whether all is right', devices)
  .requiredOption('--device <id>', 'which device, as "devices list" names it')
  .action((options: CommonOptions & { readonly device: string }) =>
    withKiosk(options, { prints: true }, (context) => testPrintCommand(context, options.device)),
  );

command('set <device>', 'say how the receipt-printer or the scanner is attached', devices)
  .option('--serial <path>', 'a serial port: /dev/ttyUSB0, COM3')
  .option('--usb <id>', 'find that port by VENDOR:PRODUCT[:SERIAL] wherever it is')
  .option('--baud <n>', 'bits per second of the serial port', '115200')
  .option('--parity <parity>', 'none, even or odd', 'none')
  .option('--flow <control>', 'none, rtscts or xonxoff', 'none')
  .option('--tcp <host:port>', 'a network printer (port 9100)')
  .option('--file <path>', 'a device file: /dev/usb/lp0')
  .option('--virtual', 'the one that is part of this program')
  .option('--profile <id>', 'the make of the printer')
  .action((device: string, options: CommonOptions & DeviceSetOptions) =>
    withKiosk(options, { prints: false }, (context) => setDeviceCommand(context, device, options)),
  );

devices
  .command('simulate <device>')
  .description('be a printer on a pseudo-terminal or a TCP port, for any program that prints')
  .option('--pty [path]', 'on a pseudo-terminal, linked from this path')
  .option('--tcp <port>', 'on this TCP port of this machine')
  .option('--profile <id>', 'the make of the printer', 'epson-tm-t88')
  .option('--baud <n>', 'as slow as a line of so many bits per second')
  .option('--paper <file>', 'keep a picture of the paper in this SVG file')
  .option('--tape <file>', 'add what is printed to this file, a line of JSON each')
  .action(simulateCommand);

addSyncCommands(command);

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
