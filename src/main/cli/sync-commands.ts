import type { Command } from 'commander';
import { parseFirstSeq } from './arguments.ts';
import {
  enrolCommand,
  outboxCommand,
  resend,
  resendCommand,
  syncOnceCommand,
  syncStatusCommand,
  syncWatchCommand,
} from './commands/sync.ts';
import type { CommonOptions } from './context.ts';
import { badInput } from './failure.ts';
import { interrupted } from './interrupted.ts';
import { withKiosk } from './kiosk-client.ts';

interface EnrolOptions {
  readonly central: string;
  readonly move?: boolean;
}

type MakeCommand = (usage: string, summary: string, parent?: Command) => Command;

/** The line to head office on the command line. */
export function addSyncCommands(command: MakeCommand): void {
  command('enrol <code>', 'let this device in at head office with a one-time code')
    .requiredOption('--central <url>', 'the address of head office')
    .option('--move', 'also when the device belongs to another head office')
    .action((code: string, options: CommonOptions & EnrolOptions) =>
      withKiosk(options, { prints: false, missing: 'create' }, (context) =>
        enrolCommand(context, code, options),
      ),
    );

  const sync = command('sync', 'send what waits to head office and fetch what is new')
    .option('--once', 'now, and end')
    .option('--watch', 'until interrupted, telling each change')
    .option(
      '--resend-from <seq>',
      'first mark every event from this number on, or all, to be sent again',
      parseFirstSeq,
    )
    // What comes behind a subcommand is the subcommand's.
    .enablePositionalOptions()
    .action((options: CommonOptions & SyncOptions) => syncCommand(options));

  command('status', 'how the line to head office is', sync).action((options: CommonOptions) =>
    withKiosk(options, { prints: false }, syncStatusCommand),
  );

  command('outbox', 'events that wait for head office, and those that it refused')
    .option('--retry', 'send the refused ones once more')
    .action((options: CommonOptions & { readonly retry?: boolean }) =>
      withKiosk(options, { prints: false }, (context) => outboxCommand(context, options)),
    );
}

interface SyncOptions {
  readonly once?: boolean;
  readonly watch?: boolean;
  readonly resendFrom?: number;
}

function syncCommand(options: CommonOptions & SyncOptions): Promise<void> {
  const { once = false, watch = false, resendFrom } = options;
  if (once && watch) throw badInput('sync takes one of --once and --watch');
  if (!once && !watch) {
    if (resendFrom === undefined) throw badInput('sync takes --once, --watch or --resend-from');
    return withKiosk(options, { prints: false }, (context) => resendCommand(context, resendFrom));
  }
  return withKiosk(options, { prints: false, syncs: watch }, async (context) => {
    if (resendFrom !== undefined) await resend(context, resendFrom);
    await (watch ? syncWatchCommand(context, interrupted()) : syncOnceCommand(context));
  });
}
