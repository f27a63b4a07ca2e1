import { expect, test } from 'vitest';
import { engravedDesign } from '../../helpers/sale-catalog.ts';
import { nextId } from '../../helpers/sale-devices.ts';
import { code, filledCart, openSaleWorld, value } from '../../helpers/sale-world.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

test('SAL-50 to SAL-55 the receipt of a sale, line by line', async () => {
  const world = openSaleWorld(tempFolder());
  await world.printQueue.stop();
  const { cartId } = await filledCart(
    world,
    { sku: 'LIPSTICK', quantity: 2 },
    { sku: 'SERUM', design: engravedDesign },
  );
  const coupon = { commandId: nextId(), cartId, code: 'TEN' };
  const { revision } = value(await world.carts.handlers['cart.addCoupon'](coupon));
  const payment = { commandId: nextId(), paymentId: nextId(), cartId, revision };
  const { orderId } = value(
    await world.checkout.handlers['checkout.payCash']({ ...payment, tenderedMinor: 10_000 }),
  );
  const receipt = value(await world.checkout.handlers['receipt.get']({ orderId }));
  // 39.84 + 33.50 = 73.34; ten percent are 7.33; 66.01 with 19% holds 10.54 of tax.
  expect(receipt.text.split('\n')).toEqual([
    '               Atelier Nord',
    '              Lindenallee 4',
    '               10115 Berlin',
    '          VAT ID DE 000 000 000',
    '',
    'Receipt D1-000001',
    'Pickup number D1-001',
    '2 Mar 2026, 11:15',
    '------------------------------------------',
    'Lipstick Crème                      €39.84',
    '  2 × €19.92',
    'Serum made for you                  €33.50',
    '  Texture: Rich',
    '  Actives: Rose oil',
    '  Engraving: Zoé',
    '------------------------------------------',
    'Subtotal                            €73.34',
    '10% off                             -€7.33',
    'Total                               €66.01',
    'Includes VAT 19%, net €55.47        €10.54',
    'Cash rounding                       -€0.01',
    '',
    'Cash                               €100.00',
    'Change                              €34.00',
    '',
    '         Thank you. See you soon.',
    '             Order D1-000001',
    '',
  ]);
  expect(receipt.document.title).toBe('Receipt D1-000001');
  const translated = value(
    await world.checkout.handlers['receipt.get']({ orderId, translatedTo: 'de' }),
  );
  expect(translated.document).toMatchObject({ title: 'Beleg D1-000001', locale: 'de' });
  expect(translated.text).toMatch(/^ *Übersetzung zum Lesen\..*\n[\s\S]*\nSumme +66,01 €\n/);
  expect(receipt.html).toContain('<dt>Engraving: Zoé</dt>');
  expect(world.store.printLedger.next()?.document).toEqual(receipt.document);
  expect(code(await world.checkout.handlers['receipt.get']({ orderId: nextId() }))).toBe(
    'order.not_found',
  );
  await world.close();
});

test('SAL-53 a card receipt names scheme, last digits and reference', async () => {
  const world = openSaleWorld(tempFolder(), { auto: 'approve' });
  const cart = await filledCart(world, { sku: 'POLISH' });
  const payment = {
    commandId: nextId(),
    paymentId: nextId(),
    cartId: cart.cartId,
    revision: cart.revision,
  };
  const { orderId } = value(await world.checkout.handlers['checkout.payCard'](payment));
  const { text } = value(await world.checkout.handlers['receipt.get']({ orderId }));
  expect(text).toMatch(/Card VISA \*\*\*\* 4242 +€9\.99\n {2}Reference \d{6}\n/);
  await world.close();
});
