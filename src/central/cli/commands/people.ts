import type { Command } from 'commander';
import { isUuid } from '#shared/lib/uuid.ts';
import { erasePerson } from '../../core/people/erase-person.ts';
import { rewrapKeys } from '../../core/people/rewrap-keys.ts';
import { rewrapSecrets } from '../../core/webhooks/webhook-secrets.ts';
import { BadInput, line } from '../output.ts';
import { withCentral } from '../with-central.ts';

/** Personal data: docs/specs/people.md. */
export function peopleCommands(program: Command): void {
  const people = program.command('people').description('contacts that customers left; sealed');

  people
    .command('rewrap')
    .description(
      'wrap persons’ keys and webhooks’ secrets with the current master key, after a change',
    )
    .option('--json', 'print JSON')
    .action(({ json }: { readonly json?: boolean }) =>
      withCentral(async (central) => {
        if (central.masterKeys === null) throw new BadInput('there is no BLENDBAR_MASTER_KEY');
        const keys = await rewrapKeys(central, central.masterKeys, 'cli');
        const secrets = await rewrapSecrets(central, central.masterKeys, 'cli');
        const done = {
          rewrapped: keys.rewrapped + secrets.rewrapped,
          unreadable: keys.unreadable + secrets.unreadable,
        };
        line(json === true ? JSON.stringify(done) : `${done.rewrapped} wrapped anew`);
        if (done.unreadable > 0) {
          throw new Error(
            `${done.unreadable} could not be unwrapped; BLENDBAR_MASTER_KEY_PREVIOUS lacks their key`,
          );
        }
      }),
    );

  people
    .command('erase <id>')
    .description('destroy the key of what a customer left, here and on the devices')
    .action((id: string) =>
      withCentral(async (central) => {
        const erasedAt = isUuid(id) ? await erasePerson(central, id, 'cli') : null;
        if (erasedAt === null) throw new BadInput(`${id}: there is no such person`);
        line(`${id} erased ${erasedAt.toISOString()}`);
      }),
    );
}
