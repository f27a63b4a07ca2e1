import {
  type Happening,
  type JourneyEvent,
  longestMs,
  mostEvents,
  mostEventsAtOnce,
} from '#shared/domain/journey/event.ts';
import { chosenOptionIds } from '../lib/selections.ts';
import { useCart } from './cart.ts';
import { useCheckout } from './checkout.ts';
import { kiosk, newId } from './client.ts';
import { useComfort } from './comfort.ts';
import { useCustomizer } from './customizer.ts';
import { useIdle } from './idle.ts';
import { useKioskInfo } from './kiosk-info.ts';
import { useNavigation } from './navigation.ts';
import { useNotices } from './notices.ts';
import { isForStaff, type Route } from './route.ts';
import { beginVisit, endVisit } from './visit.ts';

type Screen = Exclude<Route['screen'], 'welcome'>;
type Watched<Store extends { getState(): unknown }> = ReturnType<Store['getState']>;

/** A visit that is under way; the only place where it is known, until it ends. */
interface Journey {
  readonly id: string;
  readonly beganAtMs: number;
  lastSeq: number;
  /** Not told to the core yet. */
  waiting: JourneyEvent[];
  screen: Screen;
  screenSinceMs: number;
  /** The price that the screen shows; `null` before it shows one. */
  shownPrice: { readonly amountMinor: number; readonly currency: string } | null;
  sold: boolean;
}

const batchMs = 2_000;
/** Clearing up after a shopper takes no longer, also when the core is slow. */
const clearingMs = 5_000;

let journey: Journey | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
/** When the last second of the idle warning ended; `null` when the warning was answered before. */
let ranOutAtMs: number | null = null;

/** Tells the core what happens in a visit, from its first screen to its end. Returns the function that ends it. */
export function followJourneys(): () => void {
  const endings = [
    useKioskInfo.subscribe(followScreen),
    useNavigation.subscribe(followScreen),
    useCustomizer.subscribe(followDesign),
    useCart.subscribe(followBag),
    useCheckout.subscribe(followSale),
    useComfort.subscribe(followWishes),
    useNotices.subscribe(followFaults),
    useIdle.subscribe(followWarning),
  ];
  followScreen();
  return () => {
    for (const end of endings) end();
    forget();
  };
}

function forget(): void {
  clearTimeout(timer);
  timer = undefined;
  journey = null;
  endVisit();
  ranOutAtMs = null;
}

function record(what: Happening): void {
  if (journey === null) return;
  // The last one is its end's.
  const most = what.kind === 'ended' ? mostEvents : mostEvents - 1;
  if (journey.lastSeq >= most) return;
  journey.lastSeq += 1;
  journey.waiting.push({ seq: journey.lastSeq, atMs: since(journey.beganAtMs), what });
  if (journey.waiting.length === mostEventsAtOnce) tell();
  else timer ??= setTimeout(tell, batchMs);
}

/** Tells what waits, once: it is not worth a second try, and is not kept for one. JRN-13 */
function tell(): void {
  clearTimeout(timer);
  timer = undefined;
  if (journey === null || journey.waiting.length === 0) return;
  const { id: journeyId, waiting: events } = journey;
  journey.waiting = [];
  void kiosk().invoke('journey.record', { commandId: newId(), journeyId, events });
}

function since(beganAtMs: number): number {
  return Math.min(Math.max(Math.round(performance.now() - beganAtMs), 0), longestMs);
}

function followScreen(): void {
  const { screen } = useNavigation.getState().route;
  // Before the kiosk has told about itself no screen is shown.
  if (useKioskInfo.getState().info === null) return;
  if (screen === 'welcome') end();
  else if (journey === null) begin(screen);
  else if (screen !== journey.screen) {
    record({ kind: 'screen', screen, beforeMs: since(journey.screenSinceMs) });
    journey.screen = screen;
    journey.screenSinceMs = performance.now();
    journey.shownPrice = null;
  }
  followPrice();
}

/** A shopper begins; an associate who only sees to the devices does not. JRN-10 */
function begin(screen: Screen): void {
  if (isForStaff(screen)) return;
  const now = performance.now();
  journey = {
    id: beginVisit(),
    beganAtMs: now,
    lastSeq: 0,
    waiting: [],
    screen,
    screenSinceMs: now,
    shownPrice: null,
    sold: false,
  };
  const { language } = useComfort.getState();
  const orientation = window.innerHeight > window.innerWidth ? 'portrait' : 'landscape';
  record({ kind: 'began', language, orientation });
  record({ kind: 'screen', screen, beforeMs: 0 });
}

function end(): void {
  if (journey === null) return;
  const { screen: last, sold } = journey;
  const timedOut = ranOutAtMs !== null && performance.now() - ranOutAtMs < clearingMs;
  const isAtEnd = last === 'thanks' || last === 'survey';
  const how = sold && isAtEnd ? 'sold' : timedOut ? 'timedOut' : 'left';
  record({ kind: 'ended', how, last, sold });
  tell();
  forget();
}

function followDesign(
  { subject, step, selections }: Watched<typeof useCustomizer>,
  before: Watched<typeof useCustomizer>,
): void {
  if (subject === null) return;
  const { id: template, groups } = subject.template;
  const isNew = subject !== before.subject;
  if (step !== '' && (isNew || step !== before.step)) {
    record({ kind: 'step', template, group: step });
  }
  // What a design that is taken up again brings along was chosen before.
  for (const group of isNew ? [] : groups) {
    // An amount is no option, and what was typed is never told. JRN-3
    if (!('options' in group)) continue;
    const had = chosenOptionIds(before.selections[group.id]);
    const added = chosenOptionIds(selections[group.id]).filter((option) => !had.includes(option));
    for (const option of added) record({ kind: 'option', template, group: group.id, option });
  }
  followPrice();
}

function followBag(
  { cart, cartId }: Watched<typeof useCart>,
  before: Watched<typeof useCart>,
): void {
  if (cart === null || cart === before.cart) return;
  // A bag that was paid or cleared away was not emptied line by line.
  if (cartId === before.cartId) {
    const had = before.cart?.lines ?? [];
    for (const sku of skusBeyond(had, cart.lines)) record({ kind: 'lineAdded', sku });
    for (const sku of skusBeyond(cart.lines, had)) record({ kind: 'lineRemoved', sku });
  }
  followPrice();
}

type Line = NonNullable<Watched<typeof useCart>['cart']>['lines'][number];

/** Of the lines of `all` that are not among `known`. */
function skusBeyond(known: readonly Line[], all: readonly Line[]): readonly string[] {
  const ids = new Set(known.map(({ line }) => line.lineId));
  return all.filter(({ line }) => !ids.has(line.lineId)).map(({ line }) => line.sku);
}

/** The design's price in the customizer, the bag's where it is looked at or paid. */
function followPrice(): void {
  if (journey === null) return;
  const price = priceOn(journey.screen);
  const shown = journey.shownPrice;
  if (price === null) return;
  if (price.amountMinor === shown?.amountMinor && price.currency === shown.currency) return;
  journey.shownPrice = price;
  record({ kind: 'priceShown', ...price });
}

function priceOn(screen: Screen): Journey['shownPrice'] {
  if (screen === 'customize') {
    const { price } = useCustomizer.getState();
    const currency = useKioskInfo.getState().info?.store.currency;
    if (price === null || currency === undefined) return null;
    return { amountMinor: price.totalMinor, currency };
  }
  const { cart } = useCart.getState();
  if ((screen !== 'cart' && screen !== 'payment') || cart === null) return null;
  if (cart.lines.length === 0) return null;
  return { amountMinor: cart.quote.totalMinor, currency: cart.quote.currency };
}

function followSale({ sale }: Watched<typeof useCheckout>): void {
  if (journey !== null && sale !== null) journey.sold = true;
}

function followWishes(now: Watched<typeof useComfort>, before: Watched<typeof useComfort>): void {
  const isLarger = ({ textSize }: Watched<typeof useComfort>) => textSize !== 'normal';
  if (isLarger(now) && !isLarger(before)) record({ kind: 'comfort', wish: 'textSize' });
  if (now.highContrast && !before.highContrast) record({ kind: 'comfort', wish: 'contrast' });
  if (now.reach && !before.reach) record({ kind: 'comfort', wish: 'reach' });
  if (now.language !== before.language) record({ kind: 'comfort', wish: 'language' });
}

function followFaults(
  { fault: code }: Watched<typeof useNotices>,
  before: Watched<typeof useNotices>,
): void {
  if (code !== null && code !== before.fault) record({ kind: 'fault', code });
}

/** The warning does not say why it is gone; only who answers in its last second is taken for nobody. */
function followWarning({ leftS }: Watched<typeof useIdle>, before: Watched<typeof useIdle>): void {
  ranOutAtMs = leftS === null && before.leftS === 1 ? performance.now() : null;
}
