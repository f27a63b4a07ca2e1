import type { Command } from 'commander';
import { Check } from 'typebox/value';
import { type PublicationTarget, StoreGroup } from '#shared/contract/api/catalog.ts';
import type { Fault } from '#shared/lib/errors.ts';
import { explainInvalid } from '#shared/lib/explain-invalid.ts';
import type { Result } from '#shared/lib/result.ts';
import { discardDraft } from '../../core/catalog/discard-draft.ts';
import { publish, rollBack } from '../../core/catalog/publish.ts';
import { deleteGroup, saveGroup } from '../../core/catalog/store-groups.ts';
import { type PublicationRow, publicationsPage } from '../../storage/catalog-publications.ts';
import { versionsPage } from '../../storage/catalog-versions.ts';
import { listStoreGroups } from '../../storage/store-groups.ts';
import { expectValue } from '../expect-value.ts';
import { BadInput, line } from '../output.ts';
import { withCentral } from '../with-central.ts';

const actor = 'cli';
interface TargetOptions {
  readonly store?: string;
  readonly group?: string;
  readonly all?: boolean;
}

/** Versions of the catalog, which store gets which, groups of stores. */
export function catalogCommands(program: Command): void {
  const catalog = program.command('catalog').description('versions of the catalog');
  catalog
    .command('list')
    .description('versions, the newest first')
    .option('--json', 'print JSON')
    .action(({ json }: { readonly json?: boolean }) => listVersions(json === true));
  targeted(catalog.command('publish <version>'))
    .description('make a version what stores get from now on')
    .action((version: string, options: TargetOptions) =>
      withCentral(async (central) => {
        const target = targetOf(options);
        tell(await publish(central, { version: versionOf(version), target, actor }));
      }),
    );
  targeted(catalog.command('roll-back'))
    .description('give stores the version again that they had before')
    .action((options: TargetOptions) =>
      withCentral(async (central) => {
        tell(await rollBack(central, { target: targetOf(options), actor }));
      }),
    );
  catalog
    .command('discard <version>')
    .description('throw the newest draft away')
    .action((version: string) =>
      withCentral(async (central) => {
        expectValue(await discardDraft(central, { version: versionOf(version), actor }));
      }),
    );
  catalog
    .command('publications')
    .description('what was published for whom, the newest first')
    .option('--store <id>', 'only what counts for this store; the first one is what it gets')
    .action(({ store }: { readonly store?: string }) =>
      withCentral(async ({ db }) => {
        const query = { limit: 100, ...(store === undefined ? {} : { store }) };
        for (const row of await publicationsPage(db, query)) line(publicationLine(row));
      }),
    );
  groupCommands(catalog);
}

function groupCommands(catalog: Command): void {
  const groups = catalog.command('groups').description('stores that are published to together');
  groups
    .command('list', { isDefault: true })
    .description('every group with its stores')
    .action(() =>
      withCentral(async ({ db }) => {
        for (const { id, name, stores } of await listStoreGroups(db)) {
          line(`${id}  ${name}  ${stores.join(', ')}`);
        }
      }),
    );
  groups
    .command('set <id> <stores...>')
    .description('make a group, or change which stores are in it')
    .option('--name <name>', 'what it is called')
    .action((id: string, stores: readonly string[], { name = id }: { readonly name?: string }) => {
      const group = { id, name, stores: [...new Set(stores)].sort() };
      if (!Check(StoreGroup, group)) {
        const { field, reason } = explainInvalid(StoreGroup, group);
        throw new BadInput(`${field}: ${reason}`);
      }
      return withCentral((central) => saveGroup(central, group, actor));
    });
  groups
    .command('delete <id>')
    .description('delete a group; its stores keep what was published to them')
    .action((id: string) =>
      withCentral(async (central) => {
        if (!(await deleteGroup(central, id, actor))) {
          throw new BadInput(`${id}: there is no such group`);
        }
      }),
    );
}

function listVersions(json: boolean): Promise<void> {
  return withCentral(async ({ db }) => {
    for (const row of await versionsPage(db, { limit: 100 })) {
      if (json) {
        line(JSON.stringify(row));
        continue;
      }
      const unused = row.discarded_at === null ? 'draft' : 'discarded';
      line(
        `${row.version}  ${row.was_published ? 'published' : unused}  ${row.imported_at.toISOString()}  ` +
          `${row.source}: ${row.added} added, ${row.changed} changed, ${row.removed} removed`,
      );
    }
  });
}

function targeted(command: Command): Command {
  return command
    .option('--store <id>', 'one store')
    .option('--group <id>', 'the stores of a group')
    .option('--all', 'every store, also those that come later');
}

function targetOf({ store, group, all }: TargetOptions): PublicationTarget {
  const targets: PublicationTarget[] = [];
  if (store !== undefined) targets.push({ kind: 'store', id: store });
  if (group !== undefined) targets.push({ kind: 'group', id: group });
  if (all === true) targets.push({ kind: 'all' });
  const [target] = targets;
  if (target === undefined || targets.length > 1) {
    throw new BadInput('Name exactly one of --store ID, --group ID and --all');
  }
  return target;
}

function versionOf(text: string): number {
  const version = Number(text);
  if (Number.isInteger(version) && version >= 1 && version < 2 ** 31) return version;
  throw new BadInput(`"${text}" is no version; see "central catalog list"`);
}

function tell(result: Result<readonly PublicationRow[], Fault>): void {
  for (const row of expectValue(result)) line(publicationLine(row));
}

function publicationLine({ store, version, published_at: at, published_by: by }: PublicationRow) {
  return `${store ?? 'all stores'}: version ${version}  ${at.toISOString()}  ${by}`;
}
