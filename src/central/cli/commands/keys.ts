import type { Command } from 'commander';
import { issueApiKey } from '../../core/keys/issue-key.ts';
import { apiScopes } from '../../http/scopes.ts';
import { listApiKeys, revokeApiKey } from '../../storage/api-keys.ts';
import { audit } from '../../storage/audit.ts';
import { BadInput, line } from '../output.ts';
import { plainName } from '../plain-name.ts';
import { withCentral } from '../with-central.ts';

/** API keys for head office and other channels. */
export function keyCommands(program: Command): void {
  program
    .command('key')
    .description('a new API key; it is shown this once')
    .requiredOption('--name <name>', 'whose it is')
    .requiredOption('--scopes <scopes>', `separated by commas, of: ${apiScopes.join(', ')}`)
    .option('--json', 'print JSON')
    .action(async (options: { name: string; scopes: string; json?: boolean }) => {
      const name = plainName('--name', options.name);
      const scopes = options.scopes.split(',').map((scope) => scope.trim());
      const known: readonly string[] = apiScopes;
      const unknown = scopes.find((scope) => !known.includes(scope));
      if (unknown !== undefined) {
        throw new BadInput(`--scopes: there is no scope "${unknown}"; ${apiScopes.join(', ')}`);
      }
      await withCentral(async (central) => {
        const issued = await issueApiKey(central, { name, scopes, actor: 'cli' });
        line(options.json === true ? JSON.stringify(issued) : issued.key);
      });
    });

  program
    .command('keys')
    .description('every API key that was ever issued, without its secret')
    .option('--json', 'print JSON')
    .action(({ json }: { readonly json?: boolean }) =>
      withCentral(async ({ db }) => {
        for (const key of await listApiKeys(db)) {
          const { id, name, scopes, createdAt, revokedAt } = key;
          const state = revokedAt === null ? `since ${createdAt}` : `revoked ${revokedAt}`;
          line(
            json === true ? JSON.stringify(key) : `${id}  ${name}  ${scopes.join(',')}  ${state}`,
          );
        }
      }),
    );

  program
    .command('revoke-key <id>')
    .description('refuse an API key from now on')
    .action((id: string) =>
      withCentral(async ({ db, now }) => {
        const at = new Date(now());
        const revoked = await db.transaction().execute(async (transaction) => {
          if (!(await revokeApiKey(transaction, id, at))) return false;
          await audit(transaction, { actor: 'cli', action: 'key.revoked', details: { id } }, at);
          return true;
        });
        if (!revoked) throw new BadInput(`${id}: there is no such key, or it is revoked already`);
      }),
    );
}
