import { beforeEach, expect, test, vi } from 'vitest';
import type { FormulaCard, FoundCard } from '#shared/contract/ipc/card.ts';
import type { PrintJobView } from '#shared/contract/ipc/printing.ts';
import { writeCardText } from '#shared/domain/card/card-text.ts';
import { fault } from '#shared/lib/errors.ts';
import { noHistory } from '../../../src/renderer/lib/design-history.ts';
import { type FakeKiosk, fakeKiosk, settled } from './fake-kiosk.ts';

// The stores read the address when they are loaded.
vi.stubGlobal('window', {
  location: { hash: '' },
  history: { replaceState: () => undefined },
  addEventListener: () => undefined,
});
vi.stubGlobal('document', { documentElement: { dataset: {}, lang: 'en' } });

const { attachClient } = await import('../../../src/renderer/stores/client.ts');
const cards = await import('../../../src/renderer/stores/cards.ts');
const checkout = await import('../../../src/renderer/stores/checkout.ts');
const customizer = await import('../../../src/renderer/stores/customizer.ts');
const drafts = await import('../../../src/renderer/stores/drafts.ts');
const navigation = await import('../../../src/renderer/stores/navigation.ts');
const notices = await import('../../../src/renderer/stores/notices.ts');
const session = await import('../../../src/renderer/stores/session.ts');

let kiosk: FakeKiosk;

beforeEach(() => {
  kiosk = fakeKiosk();
  attachClient(kiosk.client);
  session.followScanner();
  cards.followCards();
  cards.forgetCards();
  checkout.forgetCheckout();
  customizer.closeCustomizer();
  notices.dismissToast();
  navigation.useNavigation.setState({ route: { screen: 'home' }, trail: [] });
});

const design = { template: 'serum', selections: { texture: 'rich' } };
const content = { code: '000000000', sku: 'SERUM', design, leftOut: [] };
const card: FormulaCard = { content, name: { en: 'Serum' }, choices: [], toType: [] };
const text = writeCardText({ ...content, allergies: [] });
const found: FoundCard = {
  sku: 'SERUM',
  name: { en: 'Serum' },
  design,
  choices: [],
  step: 'actives',
  gone: [],
  goneGroups: 0,
  toType: [],
  isAllowed: true,
  allergies: ['citral'],
  unknownAllergies: 0,
};
const job: PrintJobView = {
  id: 7,
  kind: 'card',
  state: 'queued',
  attempts: 0,
  queuedAt: 1,
  changedAt: 1,
};
const route = () => navigation.useNavigation.getState().route;
const search = () => cards.useCards.getState().search;
const scan = async () => {
  kiosk.emit('scanner.scanned', { code: { text }, sku: null });
  await settled();
};
const answerFind = async () => {
  kiosk.waiting('card.find')[0]?.answer({ ok: true, value: found });
  await settled();
};

test('CRD-2 a design is kept once, however often its card is looked at', async () => {
  const subject = { sku: 'SERUM', design };
  void cards.keepCard(subject);
  void cards.keepCard({ ...subject });
  expect(kiosk.waiting('card.keep')).toHaveLength(1);
  kiosk.waiting('card.keep')[0]?.answer({ ok: true, value: card });
  await settled();
  void cards.keepCard(subject);
  expect(kiosk.waiting('card.keep')).toEqual([]);
  expect(cards.useCards.getState().kept.get(cards.cardKey(subject))).toEqual(card);
});

test('CRD-2 what went wrong with one card is not said of the next', async () => {
  const [first, second] = ['SERUM', 'CREAM'].map((sku) => ({ sku, design }));
  if (first === undefined || second === undefined) return;
  void cards.keepCard(first);
  kiosk.waiting('card.keep')[0]?.answer({ ok: true, value: card });
  await settled();
  void cards.keepCard(second);
  kiosk.waiting('card.keep')[0]?.answer({ ok: false, error: fault('store.full', 'full') });
  await settled();
  expect(cards.useCards.getState().keepFault).toBe('store.full');
  void cards.keepCard(first);
  expect(cards.useCards.getState().keepFault).toBeNull();
});

test('CRD-13 what becomes of the paper is known, also when it is told before the answer', async () => {
  void cards.printCard('000000000', ['citral']);
  const [asked] = kiosk.waiting('card.print');
  expect(asked?.input).toMatchObject({ code: '000000000', allergies: ['citral'], language: 'en' });
  kiosk.emit('printing.changed', { ...job, state: 'printed', confirmedBy: 'processId' });
  asked?.answer({ ok: true, value: job });
  await settled();
  const paper = () => cards.useCards.getState().papers.get('000000000')?.state;
  expect(paper()).toBe('printed');
  kiosk.emit('printing.changed', { ...job, state: 'unknown' });
  expect(paper()).toBe('unknown');
});

test('CRD-30 a code is typed in the letters of codes, and a new symbol takes the refusal away', async () => {
  cards.askForCard();
  cards.typeCode('7k4q-oilu!');
  expect(search()?.typed).toBe('7K4Q011');
  cards.typeCode('٧K４Q');
  expect(search()?.typed).toBe('7K4Q');
  cards.typeCode('0000000001234');
  expect(search()?.typed).toBe('000000000');
  void cards.findCard('000000000');
  expect(search()).toMatchObject({ typed: '000000000', looking: true });
  const error = fault('card.unknown', 'nobody knows');
  kiosk.waiting('card.find')[0]?.answer({ ok: false, error });
  await settled();
  expect(search()).toMatchObject({ typed: '000000000', looking: false, refusal: 'card.unknown' });
  cards.typeCode('00000000');
  expect(search()?.refusal).toBeNull();
});

test('CRD-22 CRD-34 CRD-36 the designer begins with what the card says', async () => {
  drafts.putAside('SERUM', null, {
    selections: { texture: 'light' },
    step: 'texture',
    history: noHistory,
    pinned: null,
  });
  void cards.findCard(text);
  await answerFind();
  cards.openFoundCard();
  expect(search()).toBeNull();
  expect(route()).toEqual({ screen: 'customize', sku: 'SERUM' });
  expect(drafts.takeUp('SERUM', null)).toMatchObject({
    selections: design.selections,
    step: 'actives',
  });
  expect(customizer.useCustomizer.getState().declaration.allergies).toEqual(['citral']);
});

test.each(['home', 'cart', 'customize', 'payment'] as const)(
  'CRD-35 a scanned card is shown over the screen %s',
  async (screen) => {
    const place = screen === 'customize' ? { screen, sku: 'OTHER' } : { screen };
    navigation.useNavigation.setState({ route: place, trail: [] });
    await scan();
    await answerFind();
    expect(search()?.found).toEqual(found);
    expect(route()).toEqual(place);
  },
);

test('CRD-35 from the welcome and after a sale it leads over the home screen', async () => {
  navigation.useNavigation.setState({ route: { screen: 'welcome' }, trail: [] });
  await scan();
  expect(route()).toEqual({ screen: 'home' });
  await answerFind();
  cards.closeCardSearch();
  const sale = { orderId: 'o', number: '1', currency: 'EUR', totalMinor: 1, payments: [] };
  for (const screen of ['thanks', 'survey'] as const) {
    checkout.useCheckout.setState({ sale });
    navigation.useNavigation.setState({ route: { screen }, trail: [] });
    await scan();
    expect(route()).toEqual({ screen: 'home' });
    expect(checkout.useCheckout.getState().sale).toBeNull();
    await answerFind();
    expect(search()?.found).toEqual(found);
    cards.closeCardSearch();
  }
});

test('CRD-35 while a payment runs a card waits, and where associates work it is told', async () => {
  checkout.useCheckout.setState({ busy: true });
  await scan();
  expect(notices.useNotices.getState().toast?.messageKey).toBe('scan.paying');
  checkout.useCheckout.setState({ busy: false });
  navigation.useNavigation.setState({ route: { screen: 'devices' }, trail: [] });
  await scan();
  expect(search()).toBeNull();
  expect(notices.useNotices.getState().toast?.messageKey).toBe('card.scanned');
});

test('CRD-37 nothing of a card is left, nor comes back, when the session ended', async () => {
  void cards.keepCard({ sku: 'SERUM', design });
  void cards.findCard(text);
  void cards.printCard('000000000', []);
  const calls = [kiosk.waiting('card.keep')[0], kiosk.waiting('card.find')[0]] as const;
  const [print] = kiosk.waiting('card.print');
  void session.endSession();
  await settled();
  calls[0]?.answer({ ok: true, value: card });
  calls[1]?.answer({ ok: true, value: found });
  print?.answer({ ok: true, value: job });
  await settled();
  const { kept, papers, search: asked } = cards.useCards.getState();
  expect([kept.size, papers.size, asked]).toEqual([0, 0, null]);
});
