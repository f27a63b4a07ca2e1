import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { shadeBook } from '#main/core/shades/shade-book.ts';
import { fileSource } from '#main/hosts/worker/file-source.ts';
import { nearestShades } from '#shared/domain/color/match-shade.ts';
import { readFoundationShades } from '../../../scripts/lib/foundation-shades.ts';
import { bruteForceMatch } from '../../helpers/brute-force-match.ts';
import { needRealData, realDataFile } from '../../helpers/real-data.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { openImportWorld } from '../catalog-import/import-world.ts';

const mapping = fileURLToPath(
  new URL('../../fixtures/mappings/foundation-shades.json', import.meta.url),
);

test('SHD-41 SHD-43 all 6,816 real shades are imported, read and matched', async (context) => {
  needRealData(context);
  const file = realDataFile('foundation-shades.csv');
  const world = openImportWorld(tempFolder());
  onTestFinished(() => world.close());
  await world.imported('', {
    source: fileSource(file),
    mapping: { name: mapping, text: readFileSync(mapping, 'utf8') },
  });
  const { index } = await shadeBook(world.store.catalog, 1);
  expect(index).toHaveLength(6_816);
  const shades = readFoundationShades(file);
  for (const wanted of shades.filter((_, place) => place % 400 === 0)) {
    const ours = nearestShades(index, wanted, { count: 5 });
    const plain = bruteForceMatch(shades, wanted, 5);
    expect(ours.map(({ shade }) => shade.of.sku)).toEqual(
      plain.map(({ shade }) => `shade-${shade.id}`),
    );
  }
});
