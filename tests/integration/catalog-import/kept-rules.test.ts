import { describe, expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { ban, first, group, priceOf, rulesOf, second, sold, template } from './designable.ts';
import { delta, header, type ImportWorld, ndjson, openImportWorld } from './import-world.ts';

function world(): ImportWorld {
  const opened = openImportWorld(tempFolder());
  onTestFinished(() => opened.close());
  return opened;
}

describe('CAT-35 no typing error takes a rule off a template that stays on sale', () => {
  const renamed = template({ name: { en: 'New name' } });
  const cases: readonly (readonly [string, readonly object[]])[] = [
    ['a misspelt id of a rule', [renamed, first, { ...second, id: 'r2 typo' }]],
    ['a rule without an id', [renamed, first, { ...second, id: undefined }]],
    ['a rule under the id of another', [renamed, first, { ...second, id: 'r1' }]],
    ['a rule of an unknown template', [renamed, first, { ...second, template: 'tt' }]],
    ['a rule that does not say its template', [renamed, first, { ...second, template: undefined }]],
    [
      'a rule with neither id nor template',
      [renamed, first, { ...second, id: undefined, template: undefined }],
    ],
    ['a rule that cannot be compiled', [renamed, first, ban('r2', 'a.z', 'b.q')]],
    ['a broken template, and a rule that is missing', [template({ use: 'leavOn' }), first]],
    ['a broken template, and a new rule', [template({ use: 'leavOn' }), ban('r3', 'a.x', 'b.q')]],
    ['a broken template without its rules', [template({ use: 'leavOn' })]],
    ['a template that names what is not there', [template({ doses: [{ sku: 'X', quantity: 1 }] })]],
  ];

  test.each(cases)('%s', async (_what, records) => {
    const opened = world();
    await opened.imported(ndjson(header, ...sold, template(), first, second));
    const report = await opened.imported(ndjson(header, ...sold, ...records));
    expect(report.rejected.length).toBeGreaterThan(0);
    expect(rulesOf(opened, 't')).toEqual(['r1', 'r2']);
    const { store } = opened;
    const bundle = store.catalog.template(store.catalog.currentVersion(), 't');
    expect(bundle?.template.name.en).toBe('T');
    expect(priceOf(opened, 'CUSTOM')).toBe(1000);
    expect(store.check()).toEqual([]);
  });

  test('nothing of it keeps a rule that head office takes away', async () => {
    const opened = world();
    await opened.imported(ndjson(header, ...sold, template(), first, second));
    await opened.imported(ndjson(header, ...sold, template(), first));
    expect(rulesOf(opened, 't')).toEqual(['r1']);
    const kinds = { ...header, kinds: ['rule'] };
    await opened.imported(ndjson(kinds, second));
    expect(rulesOf(opened, 't')).toEqual(['r2']);
  });

  test('a feed of rules alone changes all rules of a template or none', async () => {
    const opened = world();
    await opened.imported(ndjson(header, ...sold, template(), first, second));
    const looser = ban('r1', 'a.x', 'b.q');
    for (const head of [{ ...header, kinds: ['rule'] }, delta]) {
      const report = await opened.imported(ndjson(head, looser, { ...second, message: {} }));
      expect(report.rejected.map(({ key, reason }) => [key, reason])).toEqual([
        ['r1', expect.stringMatching(/^the rules of t count together: its rule r2 was rejected/)],
        ['r2', 'is missing'],
      ]);
      expect(report).toMatchObject({ version: 1, changed: 0, removed: 0 });
    }
    expect(rulesOf(opened, 't')).toEqual(['r1', 'r2']);
  });

  test('a line that cannot be read may be a rule: none ends of the templates that stay', async () => {
    const opened = world();
    const other = template({ id: 'u' });
    const third = ban('r3', 'a.x', 'b.p', { template: 'u' });
    await opened.imported(ndjson(header, ...sold, template(), other, first, second, third));
    const lines = ndjson(header, ...sold, template({ name: { en: 'New name' } }), first);
    const report = await opened.imported(`${lines}\n{"kind":"rule","id":"r2",`);
    expect(rulesOf(opened, 't')).toEqual(['r1', 'r2']);
    // Its template is gone, so that nothing is sold without it.
    expect(rulesOf(opened, 'u')).toBeNull();
    expect(report).toMatchObject({ removed: 2, notes: [{ kind: 'rule', key: 'r2', line: 0 }] });
  });

  test('a kept rule that the new template does not fit keeps the old template', async () => {
    const opened = world();
    await opened.imported(ndjson(header, ...sold, template(), first, second));
    const without = template({ groups: [group('a', 'x'), group('b', 'p', 'q')] });
    const lines = ndjson(header, ...sold, without, first);
    const report = await opened.imported(`${lines}\n{`);
    expect(report.rejected.map(({ kind, key }) => [kind, key])).toContainEqual(['template', 't']);
    const { store } = opened;
    const bundle = store.catalog.template(store.catalog.currentVersion(), 't');
    expect(bundle?.template.groups[0]).toMatchObject({ options: [{ id: 'x' }, { id: 'y' }] });
    expect(rulesOf(opened, 't')).toEqual(['r1', 'r2']);
  });
});

test('CAT-35 rules that make a published template too complex are told of', async () => {
  const opened = world();
  const holes = Array.from({ length: 11 }, (_, hole) => `h${hole}`);
  const ids = Array.from({ length: 12 }, (_, pigeon) => `p${pigeon}`);
  const groups = ids.map((id) => group(id, ...holes));
  await opened.imported(ndjson(header, ...sold, template({ groups })));
  // Everybody needs a hole of their own, and there is one too few.
  const rules = ids.flatMap((one, index) =>
    ids
      .slice(index + 1)
      .flatMap((other) =>
        holes.map((hole) => ban(`${one}-${other}-${hole}`, `${one}.${hole}`, `${other}.${hole}`)),
      ),
  );
  const report = await opened.imported(ndjson(delta, ...rules));
  expect(report).toMatchObject({ added: rules.length, rejected: [] });
  expect(report.notes).toMatchObject([
    { kind: 'template', key: 't', line: 0, message: expect.stringContaining('too complex') },
  ]);
});

test('CAT-42 a kept template comes with what its rules name', async () => {
  const opened = world();
  const mica = { kind: 'ingredient', id: 'mica', inciName: 'Mica', synonyms: [], allergens: [] };
  const limit = {
    ...first,
    action: { kind: 'limitIngredient', ingredient: 'mica', maxPpm: 10 },
  };
  await opened.imported(ndjson(header, ...sold, mica, template(), limit));
  const report = await opened.imported(ndjson(header, ...sold, template({ use: 'leavOn' })));
  expect(report).toMatchObject({ removed: 0 });
  expect(rulesOf(opened, 't')).toEqual(['r1']);
});
