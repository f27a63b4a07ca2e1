import type { Command } from 'commander';
import { readConfig } from '../../config.ts';
import { createLogger, openCentral } from '../../open-central.ts';
import { serveCentral } from '../../serve.ts';
import { migrate } from '../../storage/migrate.ts';
import { line } from '../output.ts';

/** Running the backend. */
export function serveCommands(program: Command): void {
  program
    .command('serve')
    .description('answer requests until interrupted; prints the address in one line')
    .action(async () => {
      const running = await serveCentral(readConfig(process.env));
      line(`Blendbar central is running: ${running.url}`);
      await interrupted();
      await running.close();
    });

  program
    .command('migrate')
    .description('bring the database to the newest schema, and name what was applied')
    .action(async () => {
      const config = readConfig({ CENTRAL_LOG_LEVEL: 'warn', ...process.env });
      const central = await openCentral(config, createLogger(config));
      try {
        const applied = await migrate(central.database.pool);
        for (const name of applied) line(name);
      } finally {
        await central.close();
      }
    });
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
