import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { designConsumer } from '#central/jobs/design-consumer.ts';
import { consumeBatch } from '#central/jobs/feed-consumer.ts';
import { cardHandlers } from '#main/core/cards/card-handlers.ts';
import type { CentralLine } from '#main/core/ports/central-line.ts';
import { writeCardText } from '#shared/domain/card/card-text.ts';
import { fault } from '#shared/lib/errors.ts';
import { err } from '#shared/lib/result.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { kioskWithLine } from '../../helpers/kiosk-with-line.ts';
import { saleCatalog } from '../../helpers/sale-catalog.ts';
import { nextId } from '../../helpers/sale-devices.ts';
import { code, openSaleWorld, type SaleWorld, value } from '../../helpers/sale-world.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const central = startTestCentral();
const allergen = saleCatalog.find((record) => record.kind === 'allergen');
const design = {
  template: 'serum',
  selections: { texture: 'rich', actives: ['niacinamide'], engraving: 'ZQXVKJWYPB' },
};

/** Head office as far as cards need it; nobody answers unless told otherwise. */
function cardsOf(world: SaleWorld, line: Partial<CentralLine> = {}) {
  const nobody = {
    wake: () => undefined,
    findDesign: async () => err(fault('central.unavailable', 'the line is cut')),
    ...line,
  };
  const { catalog, designs, printLedger: ledger } = world.store;
  // The handlers of cards use nothing else of the line.
  const ports = { ...world.ports, catalog, designs, ledger, line: nobody as CentralLine };
  return cardHandlers(ports, world.printQueue);
}

const bytesIn = (folder: string) =>
  Buffer.concat(
    readdirSync(folder)
      .filter((name) => name.startsWith('kiosk.db'))
      .map((name) => readFileSync(join(folder, name))),
  );

test('CRD-3 CRD-4 CRD-21 a card is kept and printed offline, and allergies and texts are on no disk', async () => {
  const folder = tempFolder();
  const world = openSaleWorld(folder);
  const cards = cardsOf(world);
  const command = { commandId: nextId(), sku: 'SERUM', design };
  const kept = value(await cards['card.keep'](command));
  expect(value(await cards['card.keep'](command))).toEqual(kept);
  expect(kept.content).toMatchObject({ sku: 'SERUM', leftOut: ['engraving'] });
  expect(kept.content.design.selections).toEqual({ texture: 'rich', actives: ['niacinamide'] });
  const events = world.store.outbox.waiting(10, 1e6);
  expect(events.map(({ type }) => type)).toEqual(['design.saved']);

  const known = allergen?.id ?? '';
  const paper = { code: kept.content.code, allergies: [known], language: 'de' };
  value(await cards['card.print']({ commandId: nextId(), ...paper }));
  await world.printed();
  const printed = JSON.stringify(world.paper.state().paper);
  expect(printed).toContain('Ihre Rezeptkarte');
  expect(printed).toContain(writeCardText({ ...kept.content, allergies: [known] }));
  expect(printed).not.toContain('ZQXVKJWYPB');
  const [job] = world.store.printLedger.jobs({ limit: 1, open: false });
  expect(job).toMatchObject({ kind: 'card', state: 'printed' });
  expect(value(await cards['card.find']({ text: kept.content.code })).choices).toHaveLength(2);
  expect(world.store.check()).toEqual([]);
  await world.close();
  const onDisk = bytesIn(folder);
  expect(onDisk.includes(`+${known.toUpperCase()}`)).toBe(false);
  expect(onDisk.includes('Allergien')).toBe(false);
  expect(onDisk.includes('ZQXVKJWYPB')).toBe(false);
  expect(onDisk.includes(kept.content.code)).toBe(true);
});

test('CRD-1 a card is of a design of its product, finished or not', async () => {
  const world = openSaleWorld(tempFolder());
  const keep = (sku: string, of: typeof design | { template: string; selections: object }) =>
    cardsOf(world)['card.keep']({ commandId: nextId(), sku, design: of as typeof design });
  expect(code(await keep('NO-SUCH', design))).toBe('catalog.product_not_found');
  expect(code(await keep('LIPSTICK', design))).toBe('catalog.template_not_found');
  expect(code(await keep('SERUM', { ...design, template: 'lipstick' }))).toBe('design.malformed');
  const unfinished = { ...design, selections: { texture: 'rich' } };
  expect(value(await keep('SERUM', unfinished)).content.design).toEqual(unfinished);
  await world.close();
});

test('CRD-5 a code that was given out is not given out again', async () => {
  const world = openSaleWorld(tempFolder());
  const { designs, outbox } = world.store;
  const first = value(
    await cardsOf(world)['card.keep']({ commandId: nextId(), sku: 'SERUM', design }),
  );
  const { code: taken } = first.content;
  const kept = designs.find(taken);
  if (kept === null) throw new Error('it was just kept');
  const event = { id: nextId(), type: 'design.saved', schemaVersion: 1, payload: {} };
  const other = { ...kept, design: { template: 'serum', selections: {} } };
  expect(value(designs.keep(other, event))).toBe(false);
  expect(designs.find(taken)).toEqual(kept);
  expect(outbox.waiting(10, 1e6)).toHaveLength(1);
  await world.close();
});

test('CRD-12 CRD-30 to CRD-34 every way in which a card does not lead on is told apart', async () => {
  const world = openSaleWorld(tempFolder());
  const find = async (text: string, line: Partial<CentralLine> = {}) =>
    cardsOf(world, line)['card.find']({ text });
  const notFound = { findDesign: async () => err(fault('design.not_found', 'nobody knows')) };
  const card = { code: '000000000', sku: 'SERUM', design, leftOut: [], allergies: ['no-such'] };
  const kept = { ...card, design: { ...design, selections: { texture: 'rich', actives: ['x'] } } };
  expect(code(await find('000000001'))).toBe('card.mistyped');
  expect(code(await find('OOOO-OOOOO'))).toBe('card.unreachable');
  expect(code(await find('0000-00000', notFound))).toBe('card.unknown');
  expect(code(await find('BB1*TORN'))).toBe('card.damaged');
  expect(code(await find('BB7*LATER'))).toBe('card.newer');
  expect(code(await find(writeCardText({ ...kept, sku: 'GONE' })))).toBe('card.product_gone');
  expect(value(await find(writeCardText(kept)))).toMatchObject({
    design: { template: 'serum', selections: { texture: 'rich' } },
    gone: [{ en: 'Actives' }],
    unknownAllergies: 1,
    isAllowed: true,
  });
  await world.close();
});

test('CRD-6 CRD-31 head office finds the design of a kiosk for every channel, and for another kiosk', async () => {
  const world = openSaleWorld(tempFolder());
  const kept = value(
    await cardsOf(world)['card.keep']({ commandId: nextId(), sku: 'SERUM', design }),
  );
  const [event] = world.store.outbox.waiting(1, 1e6);
  await world.close();
  const first = kioskWithLine(central, 'berlin');
  const line = await first.enrol();
  first.tell(JSON.parse(event?.payload ?? ''), 'design.saved');
  await line.now();
  expect(line.status()).toMatchObject({ waiting: 0, setAside: 0 });
  const consumer = designConsumer(central);
  while ((await consumeBatch(central, consumer)) > 0);
  const channel = await central.client(['catalog:read']);
  const { data } = await channel.GET('/v1/designs/{code}', {
    params: { path: { code: kept.content.code } },
  });
  expect(data).toMatchObject({
    sku: 'SERUM',
    leftOut: ['engraving'],
    release: { version: null },
    store: 'berlin',
  });
  expect(value(await line.findDesign(kept.content.code))).toEqual(kept.content);
  expect(code(await line.findDesign('000000000'))).toBe('design.not_found');
});
