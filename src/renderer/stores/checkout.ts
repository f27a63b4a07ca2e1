import { create } from 'zustand';
import type { Cart } from '#shared/contract/ipc/cart.ts';
import type { PaymentStage, Sale } from '#shared/contract/ipc/checkout.ts';
import type { RequestOutput, RequestResult } from '#shared/contract/ipc/contract.ts';
import type { LocalizedText } from '#shared/domain/catalog/primitives.ts';
import type { Design } from '#shared/domain/customization/design.ts';
import type { ErrorCode } from '#shared/lib/errors.ts';
import { createTurns } from '../lib/latest.ts';
import { beginNewCart, refreshCart, useCart } from './cart.ts';
import { kiosk, newId, send } from './client.ts';
import { go, replace } from './navigation.ts';
import { showFault } from './notices.ts';

type Receipt = RequestOutput<'receipt.get'>;

/** A design in the bag that is paid for, with what was told of allergies for it. */
interface SoldDesign {
  readonly lineId: string;
  readonly sku: string;
  readonly name: LocalizedText;
  readonly design: Design;
  readonly allergies: readonly string[];
}

interface CheckoutState {
  /** `handOff`: cash, at the counter; `cash`: an associate takes it at this screen. */
  readonly method: 'choose' | 'card' | 'handOff' | 'cash';
  /** The payment that the terminal works on, or whose answer was lost. */
  readonly paymentId: string | null;
  readonly stage: PaymentStage | null;
  readonly amountMinor: number;
  readonly busy: boolean;
  readonly sale: Sale | null;
  /** The designs that are paid for, or were last: they have to be made first, and have a formula card. */
  readonly designs: readonly SoldDesign[];
  readonly receipt: Receipt | null;
  /** The receipt in a language that somebody asked for. */
  readonly translation: Receipt['document'] | null;
}

const idle = {
  method: 'choose',
  paymentId: null,
  stage: null,
  amountMinor: 0,
  busy: false,
} as const;

const nothingSold = { sale: null, designs: [], receipt: null, translation: null } as const;

const translationTurns = createTurns();

export const useCheckout = create<CheckoutState>(() => ({ ...idle, ...nothingSold }));

/** What ends a card payment without a sale, as the screen shows it. */
const stageOfFault: Partial<Record<ErrorCode, PaymentStage>> = {
  'payment.declined': 'declined',
  'payment.cancelled': 'cancelled',
  'payment.timeout': 'timeout',
  'payment.unsettled': 'unsettled',
  // The core could not be reached: nobody knows what the terminal did until it is asked.
  'internal.failure': 'unsettled',
  // The core never heard of this payment, so the terminal was never asked.
  'order.not_found': 'cancelled',
};

export function followPayments(): void {
  kiosk().subscribe('payment.changed', ({ paymentId, stage, amountMinor }) => {
    const known = useCheckout.getState();
    if (known.paymentId === paymentId && known.busy) useCheckout.setState({ stage, amountMinor });
  });
}

export function chooseMethod(method: CheckoutState['method']): void {
  useCheckout.setState({ ...idle, method });
}

/** To the bag's payment: how is chosen anew, unless an answer about money is waited for. */
export function goToPayment(): void {
  const { busy, stage } = useCheckout.getState();
  if (!busy && stage !== 'unsettled') chooseMethod('choose');
  go({ screen: 'payment' });
}

export async function payCard(): Promise<void> {
  const { cart, cartId } = useCart.getState();
  if (cart === null || useCheckout.getState().busy) return;
  const paymentId = newId();
  useCheckout.setState({
    ...idle,
    method: 'card',
    paymentId,
    stage: 'waitingForCard',
    amountMinor: cart.quote.totalMinor,
    busy: true,
    designs: designsIn(cart),
  });
  await finish(await send('checkout.payCard', { cartId, revision: cart.revision, paymentId }));
}

export async function cancelCard(): Promise<void> {
  const { paymentId } = useCheckout.getState();
  if (paymentId === null) return;
  const answer = await send('checkout.cancelCard', { paymentId });
  const { paymentId: now, busy } = useCheckout.getState();
  if (!answer.ok && busy && now === paymentId) showFault(answer.error.code);
}

/** Asks the terminal again about a payment whose answer was lost. */
export async function settle(): Promise<void> {
  const { paymentId, busy } = useCheckout.getState();
  if (paymentId === null || busy) return;
  useCheckout.setState({ busy: true, stage: 'authorizing' });
  await finish(await send('checkout.settle', { paymentId }));
}

export async function payCash(tenderedMinor: number): Promise<void> {
  const { cart, cartId } = useCart.getState();
  if (cart === null || useCheckout.getState().busy) return;
  useCheckout.setState({ busy: true, designs: designsIn(cart) });
  const paymentId = newId();
  const input = { cartId, revision: cart.revision, paymentId, tenderedMinor };
  await finish(await send('checkout.payCash', input));
}

function designsIn({ lines }: Cart): readonly SoldDesign[] {
  const { declarations } = useCart.getState();
  return lines.flatMap(({ line: { lineId, sku, design }, product: { name } }) => {
    if (design === undefined) return [];
    const allergies = declarations[lineId]?.allergies ?? [];
    return [{ lineId, sku, name, design, allergies }];
  });
}

async function finish(
  answer: RequestResult<'checkout.payCard' | 'checkout.payCash' | 'checkout.settle'>,
): Promise<void> {
  if (answer.ok) {
    useCheckout.setState({ ...idle, sale: answer.value, receipt: null, translation: null });
    replace({ screen: 'thanks' });
    beginNewCart();
    await loadReceipt(answer.value.orderId);
    return;
  }
  const { code } = answer.error;
  const { method } = useCheckout.getState();
  const stage = method === 'card' ? (stageOfFault[code] ?? null) : null;
  if (stage === 'unsettled') {
    useCheckout.setState({ stage, busy: false });
  } else if (stage !== null) {
    useCheckout.setState({ stage, busy: false, paymentId: null });
  } else {
    useCheckout.setState({ ...idle, method: method === 'card' ? 'choose' : method });
    showFault(code);
  }
  // What the shopper sees next must be the cart as the core has it now.
  await refreshCart();
}

async function loadReceipt(orderId: string): Promise<void> {
  const answer = await kiosk().invoke('receipt.get', { orderId });
  // The shopper may have left meanwhile.
  if (useCheckout.getState().sale?.orderId !== orderId) return;
  if (answer.ok) useCheckout.setState({ receipt: answer.value });
}

/** Shows the receipt in the language of a BCP 47 tag; null as it was printed. */
export async function translateReceipt(language: string | null): Promise<void> {
  const orderId = useCheckout.getState().sale?.orderId;
  const isLast = translationTurns.begin();
  if (language === null || orderId === undefined) {
    useCheckout.setState({ translation: null });
    return;
  }
  const [translatedTo = language] = language.split('-', 1);
  const answer = await kiosk().invoke('receipt.get', { orderId, translatedTo });
  if (!isLast()) return;
  if (answer.ok) useCheckout.setState({ translation: answer.value.document });
  else showFault(answer.error.code);
}

export function forgetCheckout(): void {
  translationTurns.overtake();
  useCheckout.setState({ ...idle, ...nothingSold });
}
