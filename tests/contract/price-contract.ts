import { expect, test } from 'vitest';
import { brands } from '#db/seed/brands.ts';
import { demoStoreFeed } from '#db/seed/demo-store.ts';
import type { KioskClient, RequestInput, RequestName } from '#shared/contract/ipc/contract.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { required } from '#shared/lib/assert.ts';
import { adult, answerTo, newId } from '../helpers/client-tools.ts';

/** Of the brand whose offer, `hair-two-euros`, has no end. */
const onOffer = required(
  demoStoreFeed().records.find(
    (record): record is ProductRecord =>
      record.kind === 'product' && record.type === 'ready' && record.brand === brands.hair,
  ),
  'a hair product of the demo store',
);
/** An eau in the smallest flacon, of nothing that costs extra. */
const plainEau = {
  sku: 'AT-FRAGRANCE',
  design: {
    template: 'fragrance',
    selections: {
      strength: 'edp',
      top: 'bergamot',
      heart: ['ylang'],
      base: ['musk'],
      tint: 'straw',
      size: '30',
      cap: 'ink',
    },
  },
  declaration: adult,
};

/** What cards and designs tell about prices, and that the bag agrees; over any transport. */
export function priceContractTests(client: () => KioskClient): void {
  const value = <N extends RequestName>(name: N, input: RequestInput<N>) =>
    answerTo(client(), name, input);
  const command = () => ({ commandId: newId() });

  test('PRC-101 every card tells a running line offer, and the bag agrees', async () => {
    const { sku, name } = onOffer;
    const { card } = await value('catalog.product', { sku });
    const regularMinor = card.priceMinor ?? 0;
    expect(card.offer).toMatchObject({
      regularMinor,
      priceMinor: regularMinor - 200,
      promotions: [{ promotion: 'hair-two-euros' }],
    });
    expect(card).not.toHaveProperty('fromMinor');
    const found = await value('catalog.search', { text: name.en });
    expect(found.hits.find(({ product }) => product.sku === sku)).toEqual(card);
    const [code = ''] = onOffer.gtins ?? [];
    expect(await value('catalog.byBarcode', { code })).toEqual(card);
    const goods = { lineId: 'a', sku, quantity: 1 };
    const bag = await value('cart.addLine', { ...command(), cartId: newId(), ...goods });
    expect(bag.quote.totalMinor).toBe(card.offer?.priceMinor);
  });

  test('PRC-102 a product to be designed tells what its cheapest design costs', async () => {
    const { custom: cards } = await value('catalog.home', {});
    for (const { fromMinor, priceMinor } of cards) {
      expect(fromMinor).toBeGreaterThan(0);
      expect(fromMinor).toBeLessThanOrEqual(priceMinor ?? 0);
    }
    const { sku, ...asked } = plainEau;
    const eau = cards.find(({ product }) => product.sku === sku);
    const judged = await value('design.evaluate', plainEau);
    expect(judged.evaluation.status).toBe('valid');
    expect(judged.price?.totalMinor).toBe(6_000);
    expect(eau).toMatchObject({ priceMinor: 8_400, fromMinor: 6_000 });
    expect((await value('catalog.template', { sku })).card).toEqual(eau);
    const goods = { lineId: 'a', sku, quantity: 1, ...asked };
    const bag = await value('cart.addLine', { ...command(), cartId: newId(), ...goods });
    expect(bag.quote.totalMinor).toBe(6_000);
  });

  test('PRC-100 a design costs what it adds to a bag that has its offers already', async () => {
    const big = { ...plainEau.design.selections, size: '50' };
    const asked = { ...plainEau, design: { ...plainEau.design, selections: big } };
    const { price } = await value('design.evaluate', asked);
    // The sale's "€10 off from €80" is not the design's.
    expect(price).toMatchObject({ totalMinor: 8_400, discountMinor: 0 });
    expect(price?.trace.map(({ step }) => step)).toEqual(['base', 'tax']);
    const cartId = newId();
    const line = (lineId: string) => ({ ...command(), cartId, lineId, quantity: 1, ...asked });
    const one = await value('cart.addLine', line('a'));
    expect(one.quote.totalMinor).toBe(7_400);
    const two = await value('cart.addLine', line('b'));
    // 168.00 earns the next step, 25.00 off instead of 10.00.
    expect(two.quote.totalMinor).toBe(14_300);
  });
}
