import type { Command } from 'commander';
import { Check } from 'typebox/value';
import { Id } from '#shared/domain/catalog/primitives.ts';
import { explainInvalid } from '#shared/lib/explain-invalid.ts';
import { isUuid } from '#shared/lib/uuid.ts';
import { enrolCodeMinutes, issueEnrolCode } from '../../core/enrolment/enrol.ts';
import { lookUpStore } from '../../core/enrolment/known-store.ts';
import { audit } from '../../storage/audit.ts';
import { type ListedDevice, listDevices } from '../../storage/devices.ts';
import { revokeDevice } from '../../storage/enrolment.ts';
import type { Db } from '../../storage/schema.ts';
import { BadInput, line, note } from '../output.ts';
import { plainName } from '../plain-name.ts';
import { withCentral } from '../with-central.ts';

interface CodeOptions {
  readonly store: string;
  readonly name?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** So many stores are named to whoever named another. */
const namedStores = 10;

/** Letting devices in and out. */
export function deviceCommands(program: Command): void {
  program
    .command('enrol-code')
    .description(`a code with which one device may enrol within ${enrolCodeMinutes} minutes`)
    .requiredOption('--store <id>', 'the store that the device stands in')
    .option('--name <name>', 'what the device is called')
    .option('--force', 'also for a store that the published catalog does not have')
    .option('--json', 'print JSON')
    .action((options: CodeOptions) => {
      const store = storeId(options.store);
      const name = plainName('--name', options.name ?? 'Kiosk');
      return withCentral(async (central) => {
        if (options.force !== true) await expectStore(central.db, store);
        const { code, expiresAt } = await issueEnrolCode(central, { store, name, actor: 'cli' });
        const answer = { code, store, name, expiresAt: expiresAt.toISOString() };
        line(options.json === true ? JSON.stringify(answer) : code);
      });
    });

  program
    .command('devices')
    .description('every device that was ever enrolled')
    .option('--json', 'print JSON')
    .action(({ json }: { readonly json?: boolean }) =>
      withCentral(async ({ db }) => {
        for (const device of await listDevices(db)) {
          line(json === true ? JSON.stringify(device) : deviceLine(device));
        }
      }),
    );

  program
    .command('revoke <device>')
    .description('take a device’s rights away, from its next request on')
    .action((device: string) => {
      const unknown = `${device}: there is no such device; "central devices" lists them`;
      if (!isUuid(device)) throw new BadInput(unknown);
      return withCentral(async ({ db, now }) => {
        const at = new Date(now());
        const revoked = await db.transaction().execute(async (transaction) => {
          if (!(await revokeDevice(transaction, device, at))) return false;
          const entry = { actor: 'cli', action: 'device.revoked', details: { device } };
          await audit(transaction, entry, at);
          return true;
        });
        if (!revoked) throw new BadInput(unknown);
      });
    });
}

/** @throws BadInput when it cannot be the id of a store. */
function storeId(text: string): string {
  if (Check(Id, text)) return text;
  const { reason } = explainInvalid(Id, text);
  throw new BadInput(text === '' ? '--store is empty' : `--store ${reason}`);
}

/** ENR-9 @throws BadInput when the published catalog has no such store. */
async function expectStore(db: Db, store: string): Promise<void> {
  const { version, isThere, stores } = await lookUpStore(db, store);
  if (isThere) return;
  if (version === null) {
    note(`No catalog is published yet: nobody knows whether there is a store "${store}"`);
    return;
  }
  const more = stores.length > namedStores ? ', …' : '';
  const named = stores.slice(0, namedStores).join(', ');
  throw new BadInput(
    `The published catalog (version ${version}) has no store "${store}", but ${named === '' ? 'none' : named}${more}; --force makes a code nevertheless`,
  );
}

function deviceLine(device: ListedDevice): string {
  const { id, code, store, name, revokedAt, lastSeenAt, numberDoubledAt } = device;
  const state = revokedAt === null ? `last seen ${lastSeenAt ?? 'never'}` : `revoked ${revokedAt}`;
  const copied =
    numberDoubledAt === null ? '' : `  its store was copied: numbers came twice ${numberDoubledAt}`;
  return `${id}  ${code}  ${store}  ${name}  ${state}${copied}`;
}
