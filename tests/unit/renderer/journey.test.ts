import { Check } from 'typebox/value';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Cart } from '#shared/contract/ipc/cart.ts';
import {
  ipcContract,
  type RequestInput,
  type RequestOutput,
  type RequestResult,
} from '#shared/contract/ipc/contract.ts';
import type { Happening } from '#shared/domain/journey/event.ts';
import type { QuoteLine } from '#shared/domain/pricing/quote.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
import { type FakeKiosk, fakeKiosk } from './fake-kiosk.ts';

const display = { innerWidth: 1080, innerHeight: 1920 };
vi.stubGlobal('window', {
  location: { hash: '' },
  history: { replaceState: () => undefined },
  addEventListener: () => undefined,
  ...display,
});
vi.stubGlobal('document', { documentElement: { dataset: {}, lang: 'en', dir: 'ltr' } });

const { attachClient } = await import('../../../src/renderer/stores/client.ts');
const cartStore = await import('../../../src/renderer/stores/cart.ts');
const { useCheckout, forgetCheckout } = await import('../../../src/renderer/stores/checkout.ts');
const comfort = await import('../../../src/renderer/stores/comfort.ts');
const customizer = await import('../../../src/renderer/stores/customizer.ts');
const { useIdle } = await import('../../../src/renderer/stores/idle.ts');
const { followJourneys } = await import('../../../src/renderer/stores/journey.ts');
const { useKioskInfo } = await import('../../../src/renderer/stores/kiosk-info.ts');
const navigation = await import('../../../src/renderer/stores/navigation.ts');
const notices = await import('../../../src/renderer/stores/notices.ts');
const { endSession } = await import('../../../src/renderer/stores/session.ts');

type Batch = RequestInput<'journey.record'>;
const { useCart } = cartStore;
const { useCustomizer } = customizer;

let kiosk: FakeKiosk;
let told: Batch[] = [];
let stop: () => void = () => undefined;

beforeEach(() => {
  vi.useFakeTimers();
  kiosk = fakeKiosk();
  told = [];
  const { invoke } = kiosk.client;
  attachClient({
    ...kiosk.client,
    // What is told is kept besides; whether it is answered is the test's matter.
    invoke: (name, input) => {
      if (name === 'journey.record') told.push(input as Batch);
      return invoke(name, input);
    },
  });
  cartStore.beginNewCart();
  forgetCheckout();
  customizer.closeCustomizer();
  notices.dismissFault();
  useIdle.setState({ leftS: null });
  comfort.useComfort.setState({
    language: 'en',
    textSize: 'normal',
    highContrast: false,
    reach: false,
    readAloud: false,
  });
  navigation.goToWelcome();
  useKioskInfo.setState({ info, fault: null });
  stop = followJourneys();
});

afterEach(() => {
  stop();
  useKioskInfo.setState({ info: null, fault: null });
  vi.useRealTimers();
});

const info: RequestOutput<'kiosk.info'> = {
  appVersion: '1.0.0',
  deviceCode: 'D1',
  catalogVersion: 1,
  bench: false,
  store: {
    kind: 'store',
    id: 'berlin',
    name: 'Berlin',
    address: [],
    legalLines: [],
    currency: 'EUR',
    country: 'DE',
    jurisdictions: ['DE'],
    timeZone: 'Europe/Berlin',
    locale: 'de-DE',
    pricesIncludeTax: true,
    taxRounding: 'perTotal',
  },
};

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
/** Everything that was told, in its order, after the next batch. */
async function happened(): Promise<readonly Happening[]> {
  await pass(2_000);
  return told.flatMap(({ events }) => events.map(({ what }) => what));
}
async function kindsOf(kind: Happening['kind']): Promise<readonly Happening[]> {
  return (await happened()).filter((what) => what.kind === kind);
}

function bag(
  totalMinor: number,
  ...lines: readonly (readonly [lineId: string, sku: string])[]
): Cart {
  const { cartId } = useCart.getState();
  // As much of a cart as is looked at here.
  return {
    cartId,
    revision: 1,
    locked: false,
    coupons: [],
    lines: lines.map(([lineId, sku]) => ({
      line: { lineId, sku, quantity: 1 },
      product: { sku },
      choices: [],
    })),
    quote: { totalMinor, currency: 'EUR' },
  } as unknown as Cart;
}

const optionOf = (id: string) => ({ id, name: { en: id } });
const named = (id: string) => ({ id, name: { en: id }, required: true });
/** As much of a template as is looked at here. */
const subject = {
  card: { product: { sku: 'CUSTOM' } },
  template: {
    kind: 'template',
    id: 'polish',
    groups: [
      { ...named('shade'), type: 'color', options: [optionOf('oxblood'), optionOf('coral')] },
      { ...named('extras'), type: 'multi', options: [optionOf('pearl'), optionOf('glow')] },
      { ...named('drops'), type: 'amount', min: 0, max: 9, step: 1 },
      { ...named('engraving'), type: 'text', minLength: 1, maxLength: 20 },
    ],
  },
  allergens: [],
} as unknown as RequestOutput<'catalog.template'>;

function priceOf(totalMinor: number): QuoteLine {
  return { totalMinor } as QuoteLine;
}

function choose(selections: Readonly<Record<string, string | string[] | number>>): void {
  useCustomizer.setState((before) => ({ selections: { ...before.selections, ...selections } }));
}

/** Goes to the customizer as the screen does. */
function design(): void {
  navigation.go({ screen: 'customize', sku: 'CUSTOM' });
  useCustomizer.setState({ subject, step: 'shade' });
}

describe('its beginning and its end', () => {
  test('JRN-10 a journey begins when the welcome is left, in the language of then', async () => {
    expect(await happened()).toEqual([]);
    comfort.useComfort.setState({ language: 'de' });
    navigation.go({ screen: 'home' });
    expect(await happened()).toEqual([
      { kind: 'began', language: 'de', orientation: 'portrait' },
      { kind: 'screen', screen: 'home', beforeMs: 0 },
    ]);
    const [batch] = told;
    expect(batch?.journeyId).toMatch(/^[0-9a-f-]{14}4/);
    expect(batch?.events.map(({ seq, atMs }) => [seq, atMs])).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });

  test('JRN-10 not before the kiosk has told about itself, and not for who sees to the devices', async () => {
    useKioskInfo.setState({ info: null });
    navigation.go({ screen: 'home' });
    expect(await happened()).toEqual([]);
    useKioskInfo.setState({ info });
    expect(await happened()).toHaveLength(2);
    navigation.goToWelcome();
    await pass(2_000);
    told = [];
    navigation.go({ screen: 'devices' });
    navigation.go({ screen: 'bench' });
    expect(await happened()).toEqual([]);
    navigation.go({ screen: 'home' });
    expect(await happened()).toHaveLength(2);
  });

  test('JRN-12 who starts over has left, and the next one is somebody else', async () => {
    navigation.go({ screen: 'home' });
    await pass(5_000);
    navigation.go({ screen: 'search', text: 'canary' });
    await endSession();
    expect(told.at(-1)?.events.at(-1)).toEqual({
      seq: 4,
      atMs: 5_000,
      what: { kind: 'ended', how: 'left', last: 'search', sold: false },
    });
    const [first] = told;
    navigation.go({ screen: 'home' });
    await pass(2_000);
    const next = told.at(-1);
    expect(next?.journeyId).not.toBe(first?.journeyId);
    expect(next?.events[0]).toMatchObject({ seq: 1, atMs: 0 });
  });

  test('JRN-12 when the warning ran out nobody was there', async () => {
    navigation.go({ screen: 'home' });
    useIdle.setState({ leftS: 1 });
    useIdle.setState({ leftS: null });
    await endSession();
    expect((await happened()).at(-1)).toMatchObject({ kind: 'ended', how: 'timedOut' });
  });

  test('JRN-12 who answers the warning leaves by themselves later', async () => {
    navigation.go({ screen: 'home' });
    for (const answeredAt of [12, 1]) {
      useIdle.setState({ leftS: answeredAt });
      useIdle.setState({ leftS: null });
      await pass(6_000);
    }
    await endSession();
    expect((await happened()).at(-1)).toMatchObject({ kind: 'ended', how: 'left' });
  });

  test('JRN-12 after a sale it ends as sold at the thanks, also when nobody was there any more', async () => {
    navigation.go({ screen: 'payment' });
    useCheckout.setState({ sale: { orderId: 'order-canary' } as never });
    navigation.replace({ screen: 'thanks' });
    cartStore.beginNewCart();
    useIdle.setState({ leftS: 1 });
    useIdle.setState({ leftS: null });
    await endSession();
    expect((await happened()).at(-1)).toEqual({
      kind: 'ended',
      how: 'sold',
      last: 'thanks',
      sold: true,
    });
    expect(JSON.stringify(told)).not.toContain('canary');
  });

  test('JRN-12 who shops on after a sale has bought, and left', async () => {
    navigation.go({ screen: 'payment' });
    useCheckout.setState({ sale: { orderId: 'o' } as never });
    navigation.replace({ screen: 'thanks' });
    navigation.go({ screen: 'home' });
    await endSession();
    expect((await happened()).at(-1)).toMatchObject({ how: 'left', last: 'home', sold: true });
  });

  test('JRN-15 at the end nothing is left: no timer, no event, no memory of the warning', async () => {
    navigation.go({ screen: 'home' });
    useIdle.setState({ leftS: 1 });
    useIdle.setState({ leftS: null });
    await endSession();
    expect(vi.getTimerCount()).toBe(0);
    navigation.go({ screen: 'home' });
    await endSession();
    expect((await happened()).at(-1)).toMatchObject({ how: 'left' });
  });
});

describe('what is told', () => {
  test('JRN-11 each screen once, with how long the one before was shown', async () => {
    navigation.go({ screen: 'home' });
    await pass(4_200);
    navigation.go({ screen: 'product', sku: 'A' });
    await pass(300);
    navigation.go({ screen: 'product', sku: 'B' });
    await pass(700);
    navigation.back();
    navigation.back();
    expect(await kindsOf('screen')).toEqual([
      { kind: 'screen', screen: 'home', beforeMs: 0 },
      { kind: 'screen', screen: 'product', beforeMs: 4_200 },
      { kind: 'screen', screen: 'home', beforeMs: 1_000 },
    ]);
  });

  test('JRN-11 the steps that were opened, and the options that were chosen', async () => {
    design();
    choose({ shade: 'oxblood' });
    choose({ shade: 'coral' });
    customizer.showStep('extras');
    choose({ extras: ['pearl'] });
    choose({ extras: ['pearl', 'glow'] });
    choose({ extras: ['glow'] });
    const named = (kind: Happening['kind']) => kindsOf(kind);
    expect(await named('step')).toEqual([
      { kind: 'step', template: 'polish', group: 'shade' },
      { kind: 'step', template: 'polish', group: 'extras' },
    ]);
    const options = await named('option');
    expect(options.map((what) => what.kind === 'option' && what.option)).toEqual([
      'oxblood',
      'coral',
      'pearl',
      'glow',
    ]);
  });

  test('JRN-11 what was chosen before is not told again when a design is taken up', async () => {
    navigation.go({ screen: 'customize', sku: 'CUSTOM' });
    useCustomizer.setState({ subject, step: 'extras', selections: { shade: 'coral' } });
    expect((await happened()).map(({ kind }) => kind)).toEqual(['began', 'screen', 'step']);
  });

  test('JRN-3 nothing that was typed, counted or declared', async () => {
    design();
    choose({ engraving: 'canary', drops: 7 });
    // Not even when somebody types the name of an option.
    choose({ engraving: 'oxblood' });
    useCustomizer.setState({ declaration: { allergies: ['canary'], ageYears: 34 } });
    comfort.makeComfortable({ readAloud: true });
    navigation.go({ screen: 'search', text: 'canary', brand: 'canary', category: 'canary' });
    notices.showToast({ messageKey: 'scan.unknown', params: { code: 'canary' } });
    expect((await happened()).map(({ kind }) => kind)).toEqual([
      'began',
      'screen',
      'step',
      'screen',
    ]);
    expect(JSON.stringify(told)).not.toMatch(/canary|oxblood|drops|ageYears|:34\b/);
  });

  test('JRN-11 the price that the screen shows, when it is another one', async () => {
    design();
    useCustomizer.setState({ price: priceOf(1_990) });
    useCustomizer.setState({ price: null });
    useCustomizer.setState({ price: priceOf(1_990) });
    useCustomizer.setState({ price: priceOf(2_490) });
    useCart.setState({ cart: bag(2_490, ['a', 'CUSTOM']) });
    navigation.go({ screen: 'cart' });
    useCart.setState({ cart: bag(4_980, ['a', 'CUSTOM']) });
    navigation.go({ screen: 'payment' });
    navigation.go({ screen: 'home' });
    const shown = await kindsOf('priceShown');
    expect(shown).toEqual(
      [1_990, 2_490, 2_490, 4_980, 4_980].map((amountMinor) => ({
        kind: 'priceShown',
        amountMinor,
        currency: 'EUR',
      })),
    );
  });

  test('JRN-11 what came into the bag and what was taken out, but not that it was paid or cleared away', async () => {
    navigation.go({ screen: 'home' });
    useCart.setState({ cart: bag(0) });
    useCart.setState({ cart: bag(100, ['a', 'A']) });
    useCart.setState({ cart: bag(300, ['a', 'A'], ['b', 'B']) });
    useCart.setState({ cart: bag(200, ['b', 'B']) });
    cartStore.beginNewCart();
    useCart.setState({ cart: bag(100, ['c', 'C']) });
    const lines = (await happened()).filter(({ kind }) => kind.startsWith('line'));
    expect(lines).toEqual([
      { kind: 'lineAdded', sku: 'A' },
      { kind: 'lineAdded', sku: 'B' },
      { kind: 'lineRemoved', sku: 'A' },
      { kind: 'lineAdded', sku: 'C' },
    ]);
  });

  test('JRN-11 wishes when they are switched on, faults when they are shown', async () => {
    navigation.go({ screen: 'home' });
    comfort.makeComfortable({ textSize: 'large' });
    comfort.makeComfortable({ textSize: 'largest' });
    comfort.makeComfortable({ highContrast: true, reach: true });
    comfort.makeComfortable({ highContrast: false, reach: false, textSize: 'normal' });
    comfort.useComfort.setState({ language: 'ar' });
    notices.showFault('stock.sold_out');
    notices.showFault('stock.sold_out');
    notices.dismissFault();
    notices.showFault('stock.sold_out');
    expect((await happened()).slice(2)).toEqual([
      ...['textSize', 'contrast', 'reach', 'language'].map((wish) => ({ kind: 'comfort', wish })),
      { kind: 'fault', code: 'stock.sold_out' },
      { kind: 'fault', code: 'stock.sold_out' },
    ]);
  });

  test('JRN-1 JRN-2 all that is told fits the contract', async () => {
    design();
    choose({ shade: 'coral', engraving: 'canary' });
    useCustomizer.setState({ price: priceOf(1_990) });
    useCart.setState({ cart: bag(1_990, ['a', 'CUSTOM']) });
    notices.showFault('cart.full');
    navigation.goToWelcome();
    const { input } = ipcContract['journey.record'];
    expect(told.map((batch) => Check(input, batch))).toEqual(told.map(() => true));
    expect(told.length).toBeGreaterThan(0);
  });
});

describe('how it is told', () => {
  test('JRN-13 every two seconds, in batches, and at once when a hundred wait', async () => {
    navigation.go({ screen: 'home' });
    await pass(1_999);
    expect(told).toEqual([]);
    await pass(1);
    expect(told).toHaveLength(1);
    // Nothing happens: nothing is told.
    await pass(60_000);
    expect(told).toHaveLength(1);
    for (let change = 0; change < 75; change += 1) {
      navigation.go({ screen: 'cart' });
      navigation.go({ screen: 'home' });
    }
    expect(told.map(({ events }) => events.length)).toEqual([2, 100]);
    await pass(2_000);
    expect(told.map(({ events }) => events.length)).toEqual([2, 100, 50]);
    const seqs = told.flatMap(({ events }) => events.map(({ seq }) => seq));
    expect(seqs).toEqual(Array.from({ length: 152 }, (_, index) => index + 1));
  });

  test.each<[string, () => RequestResult<'journey.record'> | undefined]>([
    ['does not answer', () => undefined],
    ['cannot be reached', () => err(fault('internal.failure', 'The kiosk could not be reached.'))],
    ['refuses', () => err(fault('input.invalid', 'Invalid input.'))],
    ['takes none of it', () => ok({ kept: 0 })],
  ])('JRN-13 a core that %s is not asked again, and no shopper hears of it', async (_, answer) => {
    navigation.go({ screen: 'home' });
    await pass(2_000);
    const given = answer();
    for (const call of kiosk.waiting('journey.record')) if (given !== undefined) call.answer(given);
    await pass(60_000);
    expect(told).toHaveLength(1);
    expect(notices.useNotices.getState().fault).toBeNull();
    navigation.go({ screen: 'cart' });
    await pass(2_000);
    expect(told[1]?.events.map(({ seq }) => seq)).toEqual([3]);
  });

  test('JRN-14 who plays on and on is not followed any further, but the end is told', async () => {
    navigation.go({ screen: 'home' });
    for (let change = 0; change < 1_500; change += 1) {
      navigation.go({ screen: 'cart' });
      navigation.go({ screen: 'home' });
    }
    await endSession();
    const events = told.flatMap((batch) => batch.events);
    expect(events).toHaveLength(2_000);
    expect(events.at(-1)).toMatchObject({ seq: 2_000, what: { kind: 'ended' } });
  });

  test('JRN-14 what takes longer than a day counts as a day', async () => {
    navigation.go({ screen: 'home' });
    await pass(200_000_000);
    navigation.go({ screen: 'cart' });
    await pass(2_000);
    expect(told.at(-1)?.events).toEqual([
      {
        seq: 3,
        atMs: 86_400_000,
        what: { kind: 'screen', screen: 'cart', beforeMs: 86_400_000 },
      },
    ]);
  });
});
