import { beforeEach, expect, test, vi } from 'vitest';
import type { RequestOutput } from '#shared/contract/ipc/contract.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
import { type FakeKiosk, fakeKiosk, settled } from './fake-kiosk.ts';

// The stores read the address when they are loaded.
vi.stubGlobal('window', {
  location: { hash: '' },
  history: { replaceState: () => undefined },
  addEventListener: () => undefined,
});

const { attachClient } = await import('../../../src/renderer/stores/client.ts');
const cartStore = await import('../../../src/renderer/stores/cart.ts');
const customizer = await import('../../../src/renderer/stores/customizer.ts');
const drafts = await import('../../../src/renderer/stores/drafts.ts');
const notices = await import('../../../src/renderer/stores/notices.ts');

let kiosk: FakeKiosk;

beforeEach(() => {
  kiosk = fakeKiosk();
  attachClient(kiosk.client);
  cartStore.beginNewCart();
  customizer.closeCustomizer();
  notices.dismissFault();
});

function templateOf(sku: string): RequestOutput<'catalog.template'> {
  const group = (id: string) => ({
    id,
    type: 'single' as const,
    name: { en: id },
    required: true,
    options: [{ id: 'a', name: { en: 'a' } }],
  });
  return {
    card: {
      product: {
        kind: 'product',
        sku,
        type: 'custom',
        template: sku,
        name: { en: sku },
        brand: 'B',
        category: 'C',
        taxClass: 't',
      },
      priceMinor: 1,
    },
    template: {
      kind: 'template',
      id: sku,
      name: { en: sku },
      use: 'leaveOn',
      ingredients: [],
      doses: [],
      groups: [group('first'), group('second')],
    },
    allergens: [],
  };
}

const evaluation: RequestOutput<'design.evaluate'> = {
  evaluation: {
    status: 'incomplete',
    missing: [],
    violations: [],
    warnings: [],
    alternatives: [],
    availability: {},
    ranges: {},
    allergens: [],
  },
  price: null,
};

async function open(sku: string, line: string | null = null): Promise<void> {
  const opening = customizer.openCustomizer(sku, line);
  kiosk.waiting('catalog.template')[0]?.answer(ok(templateOf(sku)));
  await settled();
  // Questions about earlier taps may still wait for their answers.
  kiosk.waiting('design.evaluate').at(-1)?.answer(ok(evaluation));
  await opening;
}

function putLineInBag(lineId: string): void {
  const { product } = templateOf('LIPS').card;
  const design = { template: 'LIPS', selections: { first: 'a' } };
  // Of a cart, only its lines are read here.
  const cart = {
    lines: [{ line: { lineId, sku: 'LIPS', quantity: 1, design }, product }],
  } as never;
  cartStore.useCart.setState({ cart });
}

const shown = () => customizer.useCustomizer.getState();

test('UIX-17 a design that was left for another one is gone on with where it was', async () => {
  await open('LIPS');
  customizer.change([{ group: 'first', selection: 'a' }]);
  customizer.showStep('second');
  await open('SERUM');
  expect(shown().selections).toEqual({});
  expect(drafts.hasNewDraft(drafts.useDrafts.getState())).toBe(true);
  await open('LIPS');
  expect(shown()).toMatchObject({ selections: { first: 'a' }, step: 'second' });
  expect(drafts.hasNewDraft(drafts.useDrafts.getState())).toBe(false);
});

test('UIX-17 changes to a line in the bag and a new design of the same product are two designs', async () => {
  putLineInBag('l1');
  await open('LIPS');
  customizer.change([{ group: 'second', selection: 'a' }]);
  await open('LIPS', 'l1');
  expect(shown().selections).toEqual({ first: 'a' });
  customizer.change([{ group: 'second', selection: 'a' }]);
  await open('LIPS');
  expect(shown().selections).toEqual({ second: 'a' });
  await open('LIPS', 'l1');
  expect(shown().selections).toEqual({ first: 'a', second: 'a' });
});

test('UIX-17 a design without a choice is none', async () => {
  await open('LIPS');
  await open('SERUM');
  expect(drafts.useDrafts.getState()).toEqual({});
});

test('UIX-17 what was told holds for the next design too', async () => {
  await open('LIPS');
  customizer.declareAge(34);
  customizer.declareAllergy('linalool', true);
  await open('SERUM');
  expect(shown().declaration).toEqual({ ageYears: 34, allergies: ['linalool'] });
});

test('UIX-3 starting over forgets every draft', async () => {
  await open('LIPS');
  customizer.change([{ group: 'first', selection: 'a' }]);
  await open('SERUM');
  customizer.closeCustomizer();
  expect(drafts.useDrafts.getState()).toEqual({});
  expect(shown().declaration).toEqual({ allergies: [] });
});

test('UIX-17 a design that is saved while something else is looked at is no draft any more', async () => {
  await open('LIPS');
  customizer.change([{ group: 'first', selection: 'a' }]);
  const saving = customizer.saveDesign();
  await open('SERUM');
  expect(drafts.hasNewDraft(drafts.useDrafts.getState(), 'LIPS')).toBe(true);
  kiosk.waiting('cart.addLine')[0]?.answer(ok({ lines: [] } as never));
  await saving;
  expect(drafts.hasNewDraft(drafts.useDrafts.getState(), 'LIPS')).toBe(false);
  expect(shown().subject?.card.product.sku).toBe('SERUM');
});

test('UIX-17 a design that a new catalog does not know any more is begun again', async () => {
  await open('LIPS');
  customizer.change([{ group: 'first', selection: 'a' }]);
  kiosk.waiting('design.evaluate')[0]?.answer(err(fault('design.malformed', 'no such option')));
  await settled();
  expect(notices.useNotices.getState().fault).toBe('design.malformed');
  expect(shown().selections).toEqual({});
  expect(kiosk.waiting('design.evaluate')[0]?.input.design.selections).toEqual({});
});
