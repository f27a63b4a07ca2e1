import { Command, CommanderError } from 'commander';
import manifest from '../../../package.json' with { type: 'json' };
import { auditCommands } from './commands/audit.ts';
import { catalogCommands } from './commands/catalog.ts';
import { deviceCommands } from './commands/devices.ts';
import { importCommands } from './commands/import.ts';
import { keyCommands } from './commands/keys.ts';
import { peopleCommands } from './commands/people.ts';
import { restoredCommands } from './commands/restored.ts';
import { serveCommands } from './commands/serve.ts';
import { setAsideCommands } from './commands/set-aside.ts';
import { surveyCommands } from './commands/surveys.ts';
import { exitCodeOf, note } from './output.ts';

const program = new Command('central')
  .description(
    'The Blendbar central backend. Settings come from the environment: docs/operations.md.',
  )
  .version(manifest.version)
  .exitOverride()
  .configureOutput({ writeErr: () => undefined, outputError: () => undefined })
  .showHelpAfterError(false);

const areas = [
  serveCommands,
  importCommands,
  catalogCommands,
  deviceCommands,
  keyCommands,
  peopleCommands,
  auditCommands,
  restoredCommands,
  setAsideCommands,
  surveyCommands,
];
for (const add of areas) add(program);

/** One clear line on standard error, whatever went wrong; the exit code tells whose fault it was. */
function end(error: unknown): void {
  if (error instanceof CommanderError && error.exitCode === 0) return;
  if (error instanceof CommanderError && error.message === '(outputHelp)') {
    note(program.helpInformation());
  } else {
    const message = error instanceof Error ? error.message : String(error);
    note(message.trim().replaceAll(/\s*\n\s*/g, ' '));
  }
  process.exitCode = exitCodeOf(error);
}

await program.parseAsync().catch(end);
