import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RequestOutput } from '#shared/contract/ipc/contract.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
import {
  changesBetween,
  noHistory,
  recorded,
  redone,
  undone,
} from '../../../src/renderer/lib/design-history.ts';
import { applyChanges, type Selections } from '../../../src/renderer/lib/selections.ts';
import { type FakeKiosk, fakeKiosk, settled } from './fake-kiosk.ts';

// The stores read the address when they are loaded.
vi.stubGlobal('window', {
  location: { hash: '' },
  history: { replaceState: () => undefined },
  addEventListener: () => undefined,
});

const { attachClient } = await import('../../../src/renderer/stores/client.ts');
const cartStore = await import('../../../src/renderer/stores/cart.ts');
const compare = await import('../../../src/renderer/stores/compare.ts');
const customizer = await import('../../../src/renderer/stores/customizer.ts');
const notices = await import('../../../src/renderer/stores/notices.ts');

let kiosk: FakeKiosk;

beforeEach(() => {
  kiosk = fakeKiosk();
  attachClient(kiosk.client);
  cartStore.beginNewCart();
  customizer.closeCustomizer();
  compare.closeCompare();
  notices.dismissFault();
});

function templateOf(sku: string): RequestOutput<'catalog.template'> {
  const option = (id: string) => ({ id, name: { en: id } });
  const single = (id: string) => ({
    id,
    type: 'single' as const,
    name: { en: id },
    required: false,
    options: [option('a'), option('b')],
  });
  const text = {
    id: 'text',
    type: 'text' as const,
    name: { en: 'text' },
    required: false,
    minLength: 1,
    maxLength: 20,
    allowed: 'a-z',
    blockedWords: [],
  };
  const product = {
    kind: 'product' as const,
    sku,
    type: 'custom' as const,
    template: sku,
    name: { en: sku },
    brand: 'B',
    category: 'C',
    taxClass: 't',
  };
  return {
    card: { product, priceMinor: 1 },
    template: {
      kind: 'template',
      id: sku,
      name: { en: sku },
      use: 'leaveOn',
      ingredients: [],
      doses: [],
      groups: [single('first'), single('second'), text],
    },
    allergens: [],
  };
}

const judged: RequestOutput<'design.evaluate'> = {
  evaluation: {
    status: 'valid',
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

async function open(sku: string): Promise<void> {
  const opening = customizer.openCustomizer(sku, null);
  kiosk.waiting('catalog.template')[0]?.answer(ok(templateOf(sku)));
  await settled();
  kiosk.waiting('design.evaluate').at(-1)?.answer(ok(judged));
  await opening;
}

const shown = () => customizer.useCustomizer.getState();
const choose = (group: string, selection: string | null) =>
  customizer.change([{ group, selection }]);

describe('taking back', () => {
  it('UIX-90: one change after the other, to the beginning, and again', async () => {
    await open('LIPS');
    choose('first', 'a');
    choose('second', 'b');
    choose('first', 'b');
    customizer.showStep('text');
    customizer.undo();
    expect(shown()).toMatchObject({ selections: { first: 'a', second: 'b' }, step: 'first' });
    customizer.undo();
    customizer.undo();
    customizer.undo();
    expect(shown().selections).toEqual({});
    customizer.redo();
    customizer.redo();
    customizer.redo();
    customizer.redo();
    expect(shown().selections).toEqual({ first: 'b', second: 'b' });
    expect(kiosk.waiting('design.evaluate').at(-1)?.input.design.selections).toEqual({
      first: 'b',
      second: 'b',
    });
  });

  it('UIX-90: a new change ends what could be made again, and choosing the same is none', async () => {
    await open('LIPS');
    choose('first', 'a');
    choose('first', 'a');
    expect(shown().history.past).toHaveLength(1);
    customizer.undo();
    choose('second', 'b');
    expect(shown().history.future).toEqual([]);
  });

  it('UIX-90: a text is one change until another step is opened', async () => {
    await open('LIPS');
    for (const text of ['Z', 'Zo', 'Zoe']) choose('text', text);
    customizer.showStep('first');
    choose('text', 'Zoes');
    customizer.undo();
    expect(shown().selections).toEqual({ text: 'Zoe' });
    customizer.undo();
    expect(shown().selections).toEqual({});
  });

  it('UIX-91: stays with a design that is put aside, and goes with the session', async () => {
    await open('LIPS');
    choose('first', 'a');
    customizer.keepBeside({ first: 'b' });
    await open('SERUM');
    expect(shown()).toMatchObject({ history: noHistory, pinned: null });
    await open('LIPS');
    expect(shown()).toMatchObject({ history: { past: [{}] }, pinned: { first: 'b' } });
    customizer.closeCustomizer();
    expect(shown()).toMatchObject({ history: noHistory, pinned: null });
  });

  it('UIX-90: as many times back as there were changes leads to the beginning, and forth to the end', () => {
    const change = fc.record({
      group: fc.constantFrom('a', 'b', 'c'),
      selection: fc.constantFrom('x', 'y', null),
      goesOn: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        let [selections, history]: [Selections, typeof noHistory] = [{}, noHistory];
        for (const { group, selection, goesOn } of changes) {
          const next = applyChanges(selections, [{ group, selection }]);
          history = recorded(history, selections, next, goesOn ? group : null);
          selections = next;
        }
        const end = selections;
        for (let back = undone(history, selections); back !== null; ) {
          ({ history, selections } = back);
          back = undone(history, selections);
        }
        expect(selections).toEqual({});
        for (let forth = redone(history, selections); forth !== null; ) {
          ({ history, selections } = forth);
          forth = redone(history, selections);
        }
        expect(selections).toEqual(end);
      }),
      { seed: 90, numRuns: 200 },
    );
  });
});

describe('comparing', () => {
  it('UIX-92: names each group that differs, also where one has nothing', () => {
    expect(changesBetween({ first: 'a', text: 'x' }, { first: 'b', second: 'a' })).toEqual([
      { group: 'first', selection: 'b' },
      { group: 'text', selection: null },
      { group: 'second', selection: 'a' },
    ]);
    expect(changesBetween({ first: ['a', 'b'] }, { first: ['a', 'b'] })).toEqual([]);
  });

  it('UIX-92: the kept one is judged by what was told since', async () => {
    await open('LIPS');
    choose('first', 'a');
    customizer.keepBeside(shown().selections);
    customizer.declareAllergy('linalool', true);
    void compare.openCompare();
    const call = kiosk.waiting('design.evaluate').at(-1);
    expect(call?.input).toMatchObject({
      design: { selections: { first: 'a' } },
      declaration: { allergies: ['linalool'] },
    });
    call?.answer(ok(judged));
    await settled();
    expect(compare.useCompare.getState()).toEqual({ isOpen: true, judged });
  });

  it('UIX-91: what a new catalog does not know any more is kept no longer, with words', async () => {
    await open('LIPS');
    customizer.keepBeside({ first: 'gone' });
    void compare.openCompare();
    kiosk
      .waiting('design.evaluate')
      .at(-1)
      ?.answer(err(fault('design.malformed', 'no such option')));
    await settled();
    expect(compare.useCompare.getState().isOpen).toBe(false);
    expect(shown().pinned).toBeNull();
    expect(notices.useNotices.getState().fault).toBe('design.malformed');
  });

  it('UIX-93: taking the kept one is one change, which can be taken back', async () => {
    await open('LIPS');
    choose('first', 'a');
    customizer.keepBeside(shown().selections);
    choose('first', 'b');
    choose('text', 'hello');
    compare.takeDesign('kept');
    expect(shown()).toMatchObject({ selections: { first: 'a' }, pinned: null });
    customizer.undo();
    expect(shown().selections).toEqual({ first: 'b', text: 'hello' });
  });

  it('UIX-93: taking the present one changes nothing', async () => {
    await open('LIPS');
    choose('first', 'a');
    customizer.keepBeside({ first: 'b' });
    compare.takeDesign('now');
    expect(shown()).toMatchObject({ selections: { first: 'a' }, pinned: null });
    expect(shown().history.past).toHaveLength(1);
  });
});
