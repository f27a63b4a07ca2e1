import type { Command } from 'commander';
import { audit } from '../../storage/audit.ts';
import { beginEpoch } from '../../storage/feed-epochs.ts';
import { line } from '../output.ts';
import { withCentral } from '../with-central.ts';

/** After the database was put back to an earlier time: docs/operations.md. */
export function restoredCommands(program: Command): void {
  program
    .command('restored')
    .description(
      'after the database was put back from a backup: let the feed go on behind all that others read',
    )
    .action(() =>
      withCentral(async ({ db, now }) => {
        const at = new Date(now());
        const epoch = await db.transaction().execute(async (transaction) => {
          const begun = await beginEpoch(transaction, at);
          const entry = { actor: 'cli', action: 'feed.epoch_begun', details: { epoch: begun } };
          await audit(transaction, entry, at);
          return begun;
        });
        line(`the feed goes on in epoch ${epoch}`);
      }),
    );
}
