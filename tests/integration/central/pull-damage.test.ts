import { createHash } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { releaseAt } from '#central/storage/catalog-releases.ts';
import { type CatalogChanges, changesPerPage } from '#shared/contract/api/catalog.ts';
import type { CatalogRecord } from '#shared/domain/catalog/feed.ts';
import { hashRecord } from '#shared/domain/catalog-feed/hashed-record.ts';
import { putLine, removeLine } from '#shared/domain/catalog-feed/release-change.ts';
import { required } from '#shared/lib/assert.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { isFullRun } from '../../helpers/share.ts';
import { suiteFolder, tempFolder } from '../../helpers/temp-folder.ts';
import {
  berlin,
  delta,
  header,
  ndjson,
  openImportWorld,
  product,
  standard,
} from '../catalog-import/import-world.ts';
import { drafted } from './catalog-world.ts';
import {
  changing,
  expectUpToDate,
  type Meddling,
  openPullWorld,
  type Page,
  publishAll,
  reasons,
} from './pull-world.ts';

const central = startTestCentral();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const count = 2 * changesPerPage + 100;
const template = suiteFolder();

/** Head office has a version with `count` changed products; the template is a store with the one before. */
beforeAll(async () => {
  const many = Array.from({ length: count }, (_, index) => product(`P${index}`));
  const before = ndjson(
    header,
    berlin,
    standard,
    ...many.map((one) => ({ ...one, brand: 'Before' })),
  );
  const kiosk = openImportWorld(template);
  await kiosk.imported(before);
  kiosk.close();
  await drafted(central, before);
  await publishAll(central, 1);
  await releaseAt(central.db, 'berlin', 1);
  await drafted(central, ndjson(delta, ...many));
  await publishAll(central, 2);
});

/** The digest that a page should have, as somebody on the way could count it. */
function digestOf({ changes }: CatalogChanges): string {
  const lines = changes.map((change) => {
    if (change.op === 'remove') return removeLine(change.kind as 'product', change.key);
    const record = change.record as unknown as CatalogRecord;
    return putLine(record.kind, hashRecord(record, sha256));
  });
  return sha256(lines.join(''));
}

/** Lets only the first way be meddled with. */
function once(meddling: Meddling): Meddling {
  let ways = 0;
  return (text, number) => {
    if (text.includes('"position":0,')) ways += 1;
    return ways > 1 ? text : meddling(text, number);
  };
}

/** What can be wrong with an answer, by the reason that is told. */
const damages: readonly (readonly [what: string, reason: RegExp, meddling: () => Meddling])[] = [
  [
    'a page that is cut off',
    /not JSON/,
    () => (text) => (text.includes('"position":0,') ? text : text.slice(0, text.length / 2)),
  ],
  ['a page that is something else', /form/, () => () => '{"status":"ok"}'],
  [
    'a changed record',
    /digest/,
    () => changing(2, ({ changes }) => changed(changes, { brand: 'Evil' })),
  ],
  [
    'a changed record under a digest that was counted anew',
    /not the content of version 2/,
    () =>
      changing(2, (page) => {
        changed(page.changes, { brand: 'Evil' });
        page.digest = digestOf(page);
      }),
  ],
  [
    'a record that is not sound',
    /product .* is not sound: added is not a known field/,
    () => changing(2, ({ changes }) => changed(changes, { added: true })),
  ],
  ['two records that changed places', /out of order/, () => changing(1, swapped)],
  [
    'a page that comes twice',
    /begins after 0 changes, but 2000 came before/,
    () => {
      let kept = '';
      return (text) => {
        if (text.includes('"position":0,')) kept = text;
        return kept;
      };
    },
  ],
  [
    'a record that comes twice, at the place of another',
    /out of order, or came already/,
    () =>
      changing(2, (page) => {
        page.changes.splice(0, 1, ...page.changes.slice(1, 2));
        page.digest = digestOf(page);
      }),
  ],
  [
    'pages in another order',
    /begins after/,
    () => changing(2, (page) => Object.assign(page, { position: 2 * changesPerPage })),
  ],
  [
    'a page that lost some changes',
    /pages go on|begins after/,
    () =>
      changing(2, (page) => {
        page.changes.splice(-5, 5);
        page.digest = digestOf(page);
      }),
  ],
  [
    'an end that comes too early',
    /pages end/,
    () => changing(2, (page) => Reflect.deleteProperty(page, 'nextCursor')),
  ],
  [
    'an end that never comes',
    /pages go on/,
    () =>
      changing(3, (page) => {
        page.nextCursor = 'abc';
      }),
  ],
  [
    'a page of another release',
    /another way/,
    () => changing(2, ({ target }) => Object.assign(target, { version: 7 })),
  ],
  [
    'another hash of the whole',
    /not the content/,
    () => (text) =>
      text.replace(/"contentHash":"[0-9a-f]{64}"/, `"contentHash":"${'0'.repeat(64)}"`),
  ],
  [
    'the removal of something that is not there',
    /removes a record that is not there/,
    () =>
      changing(3, (page) => {
        page.changes.splice(-1, 1, { op: 'remove', kind: 'product', key: 'ZZZ' });
        page.digest = digestOf(page);
      }),
  ],
];

function changed(changes: CatalogChanges['changes'], fields: object): void {
  const change = required(changes[3], 'a change');
  if (change.op === 'put') Object.assign(change.record, fields);
}

function swapped(page: Page): void {
  const [first, second, ...others] = page.changes;
  page.changes = [required(second, 'a change'), required(first, 'a change'), ...others];
  page.digest = digestOf(page);
}

test.each(isFullRun ? damages : damages.filter((_, index) => index % 3 === 0))(
  'CCT-31 CCT-32 CCT-33 %s is refused, and the release is fetched anew',
  async (_what, reason, meddling) => {
    const folder = tempFolder();
    copyFileSync(join(template, 'kiosk.db'), join(folder, 'kiosk.db'));
    const kiosk = await openPullWorld(central, folder);

    // Every time: nothing changes, and it is told why.
    kiosk.meddle(meddling());
    const before = kiosk.hash();
    await kiosk.pulls();
    expect(kiosk.hash()).toBe(before);
    expect(kiosk.store.check()).toEqual([]);
    expect(kiosk.pull.problem()).toMatchObject({ code: 'catalog.release_damaged' });
    expect(kiosk.pull.everyMs).toBe(300_000);
    expect(reasons(kiosk)).toHaveLength(2);
    expect(String(reasons(kiosk)[0])).toMatch(reason);

    // Once: what is fetched anew makes it good.
    kiosk.meddle(once(meddling()));
    await kiosk.pulls();
    expect(reasons(kiosk)).toHaveLength(3);
    expect(kiosk.pull.problem()).toBeNull();
    expect(kiosk.pull.everyMs).toBe(15_000);
    await expectUpToDate(central, kiosk);
  },
);
