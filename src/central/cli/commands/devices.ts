import type { Command } from 'commander';
import { enrolCodeMinutes, issueEnrolCode } from '../../core/enrolment/enrol.ts';
import { audit } from '../../storage/audit.ts';
import { listDevices } from '../../storage/devices.ts';
import { revokeDevice } from '../../storage/enrolment.ts';
import { BadInput, line } from '../output.ts';
import { withCentral } from '../with-central.ts';

interface CodeOptions {
  readonly store: string;
  readonly name?: string;
  readonly json?: boolean;
}

/** Letting devices in and out. */
export function deviceCommands(program: Command): void {
  program
    .command('enrol-code')
    .description(`a code with which one device may enrol within ${enrolCodeMinutes} minutes`)
    .requiredOption('--store <id>', 'the store that the device stands in')
    .option('--name <name>', 'what the device is called')
    .option('--json', 'print JSON')
    .action(({ store, name = 'Kiosk', json }: CodeOptions) =>
      withCentral(async (central) => {
        const { code, expiresAt } = await issueEnrolCode(central, { store, name, actor: 'cli' });
        const answer = { code, store, name, expiresAt: expiresAt.toISOString() };
        line(json === true ? JSON.stringify(answer) : code);
      }),
    );

  program
    .command('devices')
    .description('every device that was ever enrolled')
    .option('--json', 'print JSON')
    .action(({ json }: { readonly json?: boolean }) =>
      withCentral(async ({ db }) => {
        for (const device of await listDevices(db)) {
          const { id, code, store, name, revokedAt, lastSeenAt } = device;
          line(
            json === true
              ? JSON.stringify(device)
              : `${id}  ${code}  ${store}  ${name}  ${revokedAt === null ? `last seen ${lastSeenAt ?? 'never'}` : `revoked ${revokedAt}`}`,
          );
        }
      }),
    );

  program
    .command('revoke <device>')
    .description('take a device’s rights away, from its next request on')
    .action((device: string) =>
      withCentral(async ({ db, now }) => {
        const at = new Date(now());
        const revoked = await db.transaction().execute(async (transaction) => {
          if (!(await revokeDevice(transaction, device, at))) return false;
          const entry = { actor: 'cli', action: 'device.revoked', details: { device } };
          await audit(transaction, entry, at);
          return true;
        });
        if (!revoked) throw new BadInput(`${device}: there is no such device`);
      }),
    );
}
