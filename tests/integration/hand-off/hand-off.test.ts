import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { handOffHandlers } from '#main/core/hand-off/hand-off-handlers.ts';
import { readHandOff, writeHandOff } from '#main/core/hand-off/hand-off-text.ts';
import { printingHandlers } from '#main/core/printing/printing-handlers.ts';
import { signingKey } from '#main/hosts/signing-key.ts';
import type { PaperElement } from '#shared/domain/paper/paper-element.ts';
import { engravedDesign } from '../../helpers/sale-catalog.ts';
import { nextId } from '../../helpers/sale-devices.ts';
import {
  code,
  filledCart,
  openSaleWorld,
  type SaleWorld,
  value,
} from '../../helpers/sale-world.ts';
import { testSecretBox } from '../../helpers/secret-box.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const box = testSecretBox();

function desk(world: SaleWorld) {
  const { catalog, handOffs, printLedger: ledger, centralLinks, signingKeys } = world.store;
  const key = signingKey({ links: centralLinks, keys: signingKeys, secretBox: box });
  const ports = { ...world.ports, catalog, handOffs, ledger, signingKey: key };
  return { key, ...handOffHandlers(ports, world.carts, world.printQueue) };
}

const sheetsOf = ({ paper }: SaleWorld) => paper.state().paper;

/** What can be read of it, however the lines were broken. */
function wordsOf(paper: readonly PaperElement[]): string {
  return paper
    .flatMap((element) => (element.kind === 'line' ? element.runs : []))
    .map((run) => run.text.trim())
    .join(' ');
}

async function payCash(world: SaleWorld, cartId: string) {
  const { revision } = value(await world.carts.handlers['cart.get']({ cartId }));
  const payment = { commandId: nextId(), paymentId: nextId(), cartId, revision };
  return world.checkout.handlers['checkout.payCash']({ ...payment, tenderedMinor: 100_000 });
}

test('HOF-4 to HOF-9 a bag goes to another kiosk of the store, is sold there, and not again', async () => {
  const folder = tempFolder();
  const first = openSaleWorld(folder);
  const from = desk(first);
  const bag = await filledCart(
    first,
    { sku: 'SERUM', quantity: 2, design: engravedDesign },
    { sku: 'LIPSTICK' },
  );
  const command = { commandId: nextId(), cartId: bag.cartId };
  const made = value(await from['handOff.make'](command));
  expect(value(await from['handOff.make'](command))).toEqual(made);
  expect(from.key().publicKey).toBe(desk(first).key().publicKey);
  value(await from['handOff.print']({ commandId: nextId(), text: made.text, language: 'de' }));
  await first.printed();
  expect(JSON.stringify(first.paper.state().paper)).toContain(made.text);
  await first.close();
  const files = readdirSync(folder).filter((name) => name.startsWith('kiosk.db'));
  const onDisk = Buffer.concat(files.map((name) => readFileSync(join(folder, name))));
  expect(onDisk.includes(made.text)).toBe(false);

  const second = openSaleWorld(tempFolder());
  const to = desk(second);
  const cartId = nextId();
  const load = { commandId: nextId(), cartId, text: made.text };
  const loaded = value(await to['handOff.load'](load));
  expect(loaded).toEqual({ code: made.code, lines: 2, refused: [], couponsRefused: 0 });
  expect(value(await to['handOff.load'](load))).toEqual(loaded);
  const mixed = { ...load, commandId: nextId() };
  expect(code(await to['handOff.load'](mixed))).toBe('handOff.bag_not_empty');
  const { lines, quote } = value(await second.carts.handlers['cart.get']({ cartId }));
  expect(lines.map(({ line }) => line.design)).toEqual([engravedDesign, undefined]);
  expect(quote.totalMinor).toBe(bag.totalMinor);
  value(await payCash(second, cartId));
  const again = { commandId: nextId(), cartId: nextId(), text: made.text };
  expect(code(await to['handOff.load'](again))).toBe('handOff.sold');
  expect(second.store.check()).toEqual([]);
  await second.close();
});

test('HOF-7 a slip that is printed later by hand says that it has no QR code', async () => {
  const world = openSaleWorld(tempFolder());
  const from = desk(world);
  const { cartId } = await filledCart(world, { sku: 'SERUM', design: engravedDesign });
  const { code, text } = value(await from['handOff.make']({ commandId: nextId(), cartId }));
  const slip = { commandId: nextId(), text, language: 'de' };
  const { id: jobId } = value(await from['handOff.print'](slip));
  await world.printed();
  const first = sheetsOf(world);
  expect(first).toContainEqual(expect.objectContaining({ kind: 'qr', data: text }));
  expect(wordsOf(first)).toContain(code);
  expect(wordsOf(first)).toContain('Serum');
  expect(wordsOf(first)).not.toContain('nicht aufbewahrt');

  const { catalog, printLedger: ledger } = world.store;
  const { printer } = world;
  const finder = { profiles: () => [], serialPorts: async () => [] };
  const ports = { ...world.ports, catalog, ledger, printer, finder };
  const { 'printing.reprint': reprint } = printingHandlers(ports, world.printQueue);
  value(await reprint({ commandId: nextId(), jobId }));
  await world.printed();
  const again = sheetsOf(world).slice(first.length);
  expect(wordsOf(again)).toContain(code);
  expect(wordsOf(again)).toContain('Der QR-Code dieses Zettels wurde nicht aufbewahrt.');
  expect(again.map(({ kind }) => kind)).not.toContain('qr');
  expect(JSON.stringify(again)).not.toContain(text);
  await world.close();
});

test('HOF-5 HOF-6 prices, rules and stock are those of here, whoever signed', async () => {
  const world = openSaleWorld(tempFolder());
  const to = desk(world);
  const bag = await filledCart(world, { sku: 'LIPSTICK' });
  const made = value(await to['handOff.make']({ commandId: nextId(), cartId: bag.cartId }));
  const read = readHandOff(made.text);
  if (!read.ok) throw new Error(read.error);
  const forged = { ...read.value.handOff, id: nextId() };
  const gone = [{ sku: 'GONE', quantity: 1 }, { sku: 'SERUM', quantity: 1 }, ...forged.lines];
  const text = writeHandOff({ ...forged, lines: gone, coupons: ['NOPE'] }, to.key()) ?? '';
  const loaded = await to['handOff.load']({ commandId: nextId(), cartId: nextId(), text });
  expect(value(loaded)).toMatchObject({ lines: 1, couponsRefused: 1 });
  expect(value(loaded).refused.map(({ sku }) => sku)).toEqual(['GONE', 'SERUM']);
  const elsewhere = writeHandOff({ ...forged, store: 'paris' }, to.key()) ?? '';
  const other = { commandId: nextId(), cartId: nextId(), text: elsewhere };
  expect(code(await to['handOff.load'](other))).toBe('handOff.other_store');
  const empty = { commandId: nextId(), cartId: nextId() };
  expect(code(await to['handOff.make'](empty))).toBe('cart.empty');
  await world.close();
});

test('HOF-8 what was handed off is remembered no longer than its bag', async () => {
  const world = openSaleWorld(tempFolder());
  const from = desk(world);
  const { cartId } = await filledCart(world, { sku: 'SERUM', design: engravedDesign });
  const command = { commandId: nextId(), cartId };
  const made = value(await from['handOff.make'](command));
  expect(value(await from['handOff.make'](command))).toEqual(made);
  value(await world.carts.handlers['cart.discard']({ commandId: nextId(), cartId }));
  expect(code(await from['handOff.make'](command))).toBe('cart.empty');
  await world.close();
});

test('HOF-9 a bag that is sold at the screen that handed it off is not sold again there', async () => {
  const world = openSaleWorld(tempFolder());
  const from = desk(world);
  const { cartId } = await filledCart(world, { sku: 'LIPSTICK' });
  const make = () => from['handOff.make']({ commandId: nextId(), cartId });
  const texts = [value(await make()).text, value(await make()).text];
  value(await payCash(world, cartId));
  for (const text of texts) {
    const again = { commandId: nextId(), cartId: nextId(), text };
    expect(code(await from['handOff.load'](again))).toBe('handOff.sold');
  }
  await world.close();
});

test('HOF-9 a bag that came from another screen and is handed on keeps what it is', async () => {
  const first = openSaleWorld(tempFolder());
  const { cartId } = await filledCart(first, { sku: 'LIPSTICK' });
  const { text } = value(await desk(first)['handOff.make']({ commandId: nextId(), cartId }));
  const second = openSaleWorld(tempFolder());
  const to = desk(second);
  const here = nextId();
  value(await to['handOff.load']({ commandId: nextId(), cartId: here, text }));
  value(await to['handOff.make']({ commandId: nextId(), cartId: here }));
  value(await payCash(second, here));
  const again = { commandId: nextId(), cartId: nextId(), text };
  expect(code(await to['handOff.load'](again))).toBe('handOff.sold');
  await first.close();
  await second.close();
});

test('HOF-20 HOF-21 HOF-22 orders that have to be made are numbered by the day, and say so on the receipt', async () => {
  const world = openSaleWorld(tempFolder());
  const sell = async (...lines: Parameters<typeof filledCart>[1][]) =>
    value(await payCash(world, (await filledCart(world, ...lines)).cartId));
  const serum = { sku: 'SERUM', design: engravedDesign };
  expect((await sell(serum)).pickup).toBe('D1-001');
  expect((await sell({ sku: 'LIPSTICK' })).pickup).toBeUndefined();
  const second = await sell(serum);
  expect(second.pickup).toBe('D1-002');
  const { orderId } = second;
  const receipt = value(await world.checkout.handlers['receipt.get']({ orderId }));
  expect(receipt.text).toContain('Pickup number D1-002');
  const told = world.store.outbox.waiting(100, 1e9).map(({ payload }) => payload);
  expect(told).toHaveLength(3);
  expect(told.join()).not.toMatch(/pickup|D1-002/i);
  world.clock.advance(24 * 3_600_000);
  expect((await sell(serum)).pickup).toBe('D1-001');
  expect(world.store.check()).toEqual([]);
  await world.close();
});
