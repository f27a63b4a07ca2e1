import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoStoreFeed } from '#db/seed/demo-store.ts';
import {
  ipcContract,
  type KioskClient,
  type RequestInput,
  type RequestName,
  type RequestOutput,
} from '#shared/contract/ipc/contract.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { startTestCentral } from '../helpers/central.ts';
import { adult, answerTo, designOf, listenTo, newId, refusalOf } from '../helpers/client-tools.ts';
import { deviceContractTests } from './device-contract.ts';
import { journeyContractTests } from './journey-contract.ts';
import { leavingContractTests } from './leaving-contract.ts';
import { priceContractTests } from './price-contract.ts';
import { shadesContractTests } from './shades-contract.ts';
import { syncContractTests } from './sync-contract.ts';

/** A client over some transport, to a kiosk with the demo store and virtual devices. */
export interface ContractSubject {
  readonly client: KioskClient;
  /** Unexpected failures that the kiosk logged. */
  failures(): readonly string[];
  close(): Promise<void>;
}

const products = demoStoreFeed().records.filter((record) => record.kind === 'product');

function productWhere(found: (product: ProductRecord) => boolean): ProductRecord {
  const product = products.find(found);
  if (product === undefined) throw new Error('The demo store lacks a product for the suite');
  return product;
}

const demoStores = demoStoreFeed().records.filter((record) => record.kind === 'store');
const barcoded = productWhere(({ type, gtins }) => type === 'ready' && (gtins?.length ?? 0) > 0);
const component = productWhere(({ type }) => type === 'component');
const custom = productWhere(({ type }) => type === 'custom');

/**
 * What every transport must do alike: the happy path of every name, and the error codes that the
 * demo store can bring about. Rules: docs/specs/hosts.md and those of each area.
 */
export function kioskContractSuite(
  transport: string,
  makeSubject: () => Promise<ContractSubject>,
): void {
  describe(`contract over ${transport}`, () => {
    const central = startTestCentral();
    let subject: ContractSubject;
    let client: KioskClient;
    const answered = new Set<string>();

    beforeAll(async () => {
      subject = await makeSubject();
      const { invoke, subscribe } = subject.client;
      client = {
        subscribe,
        async invoke(name, input) {
          const answer = await invoke(name, input);
          if (answer.ok) answered.add(name);
          return answer;
        },
      };
    });
    afterAll(() => subject.close());

    const value = <N extends RequestName>(name: N, input: RequestInput<N>) =>
      answerTo(client, name, input);
    const code = <N extends RequestName>(name: N, input: RequestInput<N>) =>
      refusalOf(client, name, input);
    const command = () => ({ commandId: newId() });

    /** A cart with one ready-made product in it. */
    async function filledCart(): Promise<RequestOutput<'cart.addLine'>> {
      const cartId = newId();
      return value('cart.addLine', {
        ...command(),
        cartId,
        lineId: 'a',
        sku: barcoded.sku,
        quantity: 2,
      });
    }

    /** Begins a card payment and waits until the terminal asks for the card. */
    async function beginCardPayment() {
      const cart = await filledCart();
      const paymentId = newId();
      const stages = listenTo(client, 'payment.changed');
      const { cartId, revision } = cart;
      const answer = client.invoke('checkout.payCard', {
        ...command(),
        cartId,
        revision,
        paymentId,
      });
      const stagesSeen = () =>
        stages.heard.filter((change) => change.paymentId === paymentId).map(({ stage }) => stage);
      await expect.poll(stagesSeen).toContain('waitingForCard');
      return { cart, cartId, paymentId, answer, stagesSeen };
    }

    const press = (answer: RequestInput<'bench.answerCard'>['answer']) =>
      value('bench.answerCard', { ...command(), answer });

    test('HST-1 HST-2 what is not in the contract is refused', async () => {
      // A name that the types would not let through.
      const name = 'kiosk.reboot' as RequestName;
      const answer = await client.invoke(name, {});
      expect(answer.ok).toBe(false);
      expect(await code('catalog.search', { text: 'x'.repeat(500) })).toBe('input.invalid');
    });

    test('kiosk.info', async () => {
      const info = await value('kiosk.info', {});
      expect(info).toMatchObject({ bench: true, store: { kind: 'store' } });
      expect(info.catalogVersion).toBeGreaterThan(0);
      expect(info.appVersion).toMatch(/^\d+\.\d+\.\d+/);
    });

    test('catalog.home', async () => {
      const home = await value('catalog.home', {});
      expect(home.custom.map(({ product }) => product.type)).toEqual(
        home.custom.map(() => 'custom'),
      );
      expect(home.custom.length).toBeGreaterThanOrEqual(6);
      expect(home.categories.length).toBeGreaterThan(1);
      expect(home.featured).toHaveLength(12);
      expect(home.featured.every(({ priceMinor }) => priceMinor !== null)).toBe(true);
    });

    test('catalog.search', async () => {
      const found = await value('catalog.search', { text: barcoded.name.en });
      expect(found.hits[0]?.product.sku).toBe(barcoded.sku);
      const all = await value('catalog.search', { text: '', limit: 5 });
      expect(all.hits).toHaveLength(5);
      expect(all.hits.every(({ product }) => product.type !== 'component')).toBe(true);
      expect((await value('catalog.search', { text: 'zzqqxxy' })).hits).toEqual([]);
    });

    test('catalog.product', async () => {
      const detail = await value('catalog.product', { sku: barcoded.sku });
      expect(detail.card.product).toEqual(barcoded);
      expect(await code('catalog.product', { sku: 'NO-SUCH' })).toBe('catalog.product_not_found');
      expect(await code('catalog.product', { sku: component.sku })).toBe(
        'catalog.product_not_found',
      );
    });

    priceContractTests(() => client);
    shadesContractTests(() => client);
    journeyContractTests(() => client);

    test('catalog.byBarcode', async () => {
      const [gtin = ''] = barcoded.gtins ?? [];
      expect((await value('catalog.byBarcode', { code: gtin })).product.sku).toBe(barcoded.sku);
      for (const unknown of ['4006381333931', '123', '', 'ABC']) {
        expect(await code('catalog.byBarcode', { code: unknown })).toBe(
          'catalog.product_not_found',
        );
      }
    });

    test('catalog.template', async () => {
      const { template, allergens } = await value('catalog.template', { sku: custom.sku });
      expect(template.id).toBe(custom.template);
      expect(allergens.length).toBeGreaterThan(20);
      expect(await code('catalog.template', { sku: 'NO-SUCH' })).toBe('catalog.product_not_found');
      expect(await code('catalog.template', { sku: barcoded.sku })).toBe(
        'catalog.template_not_found',
      );
    });

    test('design.evaluate', async () => {
      const design = await designOf(client, custom.sku);
      const judged = await value('design.evaluate', {
        sku: custom.sku,
        design,
        declaration: adult,
      });
      expect(judged.evaluation.status).toBe('valid');
      expect(judged.price?.totalMinor).toBeGreaterThan(0);
      const ask = { design, declaration: adult };
      expect(await code('design.evaluate', { ...ask, sku: 'NO-SUCH' })).toBe(
        'catalog.product_not_found',
      );
      expect(await code('design.evaluate', { ...ask, sku: barcoded.sku })).toBe(
        'catalog.template_not_found',
      );
      const strange = { template: design.template, selections: { 'no-such-group': 'x' } };
      expect(
        await code('design.evaluate', { sku: custom.sku, design: strange, declaration: adult }),
      ).toBe('design.malformed');
    });

    test('a cart from its first line to its end', async () => {
      const cartId = newId();
      const changes = listenTo(client, 'cart.changed');
      expect((await value('cart.get', { cartId })).lines).toEqual([]);
      const inCart = () => ({ ...command(), cartId });
      const design = await designOf(client, custom.sku);

      await value('cart.addLine', { ...inCart(), lineId: 'a', sku: barcoded.sku, quantity: 1 });
      const goods = { lineId: 'b', sku: custom.sku, quantity: 1, design, declaration: adult };
      const retried = { ...inCart(), ...goods };
      const added = await value('cart.addLine', retried);
      expect(await value('cart.addLine', retried)).toEqual(added);
      expect(added.lines.map(({ line }) => line.lineId)).toEqual(['a', 'b']);
      expect(added.lines[1]?.choices.length).toBeGreaterThan(0);

      const two = await value('cart.setQuantity', { ...inCart(), lineId: 'a', quantity: 2 });
      expect(two.quote.lines[0]?.quantity).toBe(2);
      const declaration = adult;
      await value('cart.replaceDesign', { ...inCart(), lineId: 'b', design, declaration });
      const coupon = await value('cart.addCoupon', { ...inCart(), code: 'WELCOME10' });
      expect(coupon.coupons).toEqual(['WELCOME10']);
      await value('cart.removeCoupon', { ...inCart(), code: 'WELCOME10' });
      const removed = await value('cart.removeLine', { ...inCart(), lineId: 'b' });
      expect(removed.lines).toHaveLength(1);
      expect(await value('cart.get', { cartId })).toEqual(removed);
      await expect
        .poll(() => changes.heard.some((change) => change.revision === removed.revision))
        .toBe(true);
      changes.stop();

      expect(await value('cart.discard', inCart())).toEqual({});
      expect((await value('cart.get', { cartId })).lines).toEqual([]);
    });

    test('what a cart refuses', async () => {
      const { cartId } = await filledCart();
      const inCart = () => ({ ...command(), cartId });
      const design = await designOf(client, custom.sku);
      const add = (sku: string, more: object = {}) =>
        code('cart.addLine', { ...inCart(), lineId: newId(), sku, quantity: 1, ...more });

      expect(await add('NO-SUCH')).toBe('catalog.product_not_found');
      expect(await add(component.sku)).toBe('pricing.not_for_sale');
      expect(await add(custom.sku)).toBe('design.malformed');
      expect(await add(barcoded.sku, { quantity: 998 })).toBe('cart.full');
      const unfinished = { template: design.template, selections: {} };
      expect(await add(custom.sku, { design: unfinished, declaration: adult })).toBe(
        'design.not_valid',
      );
      expect(await code('cart.setQuantity', { ...inCart(), lineId: 'x', quantity: 1 })).toBe(
        'cart.line_not_found',
      );
      expect(await code('cart.replaceDesign', { ...inCart(), lineId: 'x', design })).toBe(
        'cart.line_not_found',
      );
      expect(await code('cart.removeLine', { ...inCart(), lineId: 'x' })).toBe(
        'cart.line_not_found',
      );
      expect(await code('cart.addCoupon', { ...inCart(), code: 'NO-SUCH-COUPON' })).toBe(
        'pricing.coupon_unknown',
      );
    });

    test('checkout.payCash and receipt.get', async () => {
      const { cartId, revision, quote } = await filledCart();
      const paymentId = newId();
      const pay = (tenderedMinor: number, seen = revision) => ({
        ...command(),
        cartId,
        revision: seen,
        paymentId,
        tenderedMinor,
      });
      expect(await code('checkout.payCash', pay(quote.cashTotalMinor - 1))).toBe(
        'payment.insufficient',
      );
      expect(await code('checkout.payCash', pay(100_000, revision + 1))).toBe('cart.changed');
      const sale = await value('checkout.payCash', pay(quote.cashTotalMinor + 500));
      expect(sale.totalMinor).toBe(quote.cashTotalMinor);
      expect(sale.payments).toMatchObject([{ id: paymentId, kind: 'cash', changeMinor: 500 }]);
      expect(await value('checkout.payCash', pay(quote.cashTotalMinor + 500))).toEqual(sale);

      const receipt = await value('receipt.get', { orderId: sale.orderId });
      expect(receipt.text).toContain(sale.number);
      expect(receipt.html).toContain(sale.number);
      expect(receipt.html).not.toMatch(/<script|<style|style=/);
      const empty = { ...pay(1000), cartId: newId(), paymentId: newId() };
      expect(await code('checkout.payCash', empty)).toBe('cart.empty');
      expect(await code('receipt.get', { orderId: newId() })).toBe('order.not_found');
    });

    test('checkout.payCard: approved, with the stages told and the cart locked meanwhile', async () => {
      const { cart, cartId, paymentId, answer, stagesSeen } = await beginCardPayment();
      const lineId = 'a';
      expect(await code('cart.setQuantity', { ...command(), cartId, lineId, quantity: 5 })).toBe(
        'cart.locked',
      );
      await press('approve');
      const sale = await answer;
      expect(sale).toMatchObject({
        ok: true,
        value: { totalMinor: cart.quote.totalMinor, payments: [{ id: paymentId, kind: 'card' }] },
      });
      await expect.poll(stagesSeen).toEqual(['waitingForCard', 'authorizing', 'approved']);
    });

    test.each([
      ['decline', 'payment.declined'],
      ['timeout', 'payment.timeout'],
    ] as const)('checkout.payCard: %s leaves the cart free', async (pressed, expected) => {
      const { cartId, answer } = await beginCardPayment();
      await press(pressed);
      expect(await answer).toMatchObject({ ok: false, error: { code: expected } });
      expect((await value('cart.get', { cartId })).locked).toBe(false);
    });

    test('checkout.cancelCard', async () => {
      const { answer, paymentId } = await beginCardPayment();
      expect(await value('checkout.cancelCard', { ...command(), paymentId })).toEqual({});
      expect(await answer).toMatchObject({ ok: false, error: { code: 'payment.cancelled' } });
    });

    test('checkout.settle finds out about an answer that was lost', async () => {
      const { answer, paymentId } = await beginCardPayment();
      await press('loseAnswer');
      expect(await answer).toMatchObject({ ok: false, error: { code: 'payment.unsettled' } });
      const sale = await value('checkout.settle', { ...command(), paymentId });
      expect(sale.payments).toMatchObject([{ id: paymentId, kind: 'card' }]);
      expect(await code('checkout.settle', { ...command(), paymentId: newId() })).toBe(
        'order.not_found',
      );
    });

    test('bench.state, bench.setTerminalAuto and bench.changed', async () => {
      const changes = listenTo(client, 'bench.changed');
      const set = await value('bench.setTerminalAuto', { ...command(), auto: 'decline' });
      expect(set.terminal.auto).toBe('decline');
      await expect.poll(() => changes.heard.at(-1)?.terminal.auto).toBe('decline');
      const unset = await value('bench.setTerminalAuto', { ...command(), auto: null });
      expect(unset.terminal.auto).toBeUndefined();
      expect((await value('bench.state', {})).terminal).toEqual({ state: 'idle' });
      changes.stop();
    });

    test('HST-8 HST-9 bench.scan tells what was scanned, once for each command', async () => {
      const [gtin = ''] = barcoded.gtins ?? [];
      const scans = listenTo(client, 'scanner.scanned');
      const scan = { ...command(), code: `]E0${gtin}\r\n` };
      await value('bench.scan', scan);
      await value('bench.scan', scan);
      await value('bench.scan', { ...command(), code: 'nothing known' });
      await expect
        .poll(() => scans.heard)
        .toEqual([
          { code: { text: gtin, gtin14: gtin.padStart(14, '0') }, sku: barcoded.sku },
          { code: { text: 'nothing known' }, sku: null },
        ]);
      scans.stop();
    });

    test('scanner.keyed: a scanner that plays keyboard is heard like any other', async () => {
      const scans = listenTo(client, 'scanner.scanned');
      const keyed = { ...command(), keys: ']C0LOYALTY-17' };
      expect(await value('scanner.keyed', keyed)).toEqual({});
      await value('scanner.keyed', keyed);
      await expect.poll(() => scans.heard).toEqual([{ code: { text: 'LOYALTY-17' }, sku: null }]);
      scans.stop();
    });

    async function sell() {
      const { cartId, revision, quote } = await filledCart();
      const { orderId, number } = await value('checkout.payCash', {
        ...command(),
        cartId,
        revision,
        paymentId: newId(),
        tenderedMinor: quote.cashTotalMinor,
      });
      return { orderId, number };
    }

    test('bench.tearPaper takes what the sales before have printed', async () => {
      await sell();
      const paper = async () => (await value('bench.state', {})).printer.paper;
      await expect.poll(async () => (await paper()).some(({ kind }) => kind === 'cut')).toBe(true);
      const torn = await value('bench.tearPaper', command());
      expect(torn.printer.paper).toEqual([]);
    });

    deviceContractTests({ client: () => client, value, code, sell });
    leavingContractTests({ value, code, filledCart, sell });
    syncContractTests(
      { client: () => client, value, code, sell },
      { central, store: demoStores[0]?.id ?? '' },
    );

    test('every name of the contract was answered, and nothing failed unexpectedly', () => {
      expect(subject.failures()).toEqual([]);
      expect([...answered].sort()).toEqual(Object.keys(ipcContract).sort());
    });
  });
}
