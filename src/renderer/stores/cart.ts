import { create } from 'zustand';
import type { Cart, CartLine } from '#shared/contract/ipc/cart.ts';
import type { RequestInput, RequestResult } from '#shared/contract/ipc/contract.ts';
import type { Design } from '#shared/domain/customization/design.ts';
import type { ErrorCode } from '#shared/lib/errors.ts';
import { createTurns } from '../lib/latest.ts';
import { within } from '../lib/within.ts';
import { kiosk, newId, send } from './client.ts';
import { showFault, showToast } from './notices.ts';
import { isStray } from './touches.ts';

export type Declaration = RequestInput<'design.evaluate'>['declaration'];
type CartAnswer = RequestResult<
  'cart.get' | 'cart.addLine' | 'cart.setQuantity' | 'cart.addCoupon'
>;

interface CartState {
  readonly cartId: string;
  readonly cart: Cart | null;
  /** Why there is no cart to show; else `null`. */
  readonly cartFault: ErrorCode | null;
  /** Quantities that were tapped and not yet answered. */
  readonly wanted: Readonly<Record<string, number>>;
  /** What was told about each designed line, so that an undone removal tells it again. */
  readonly declarations: Readonly<Record<string, Declaration>>;
  readonly couponFault: ErrorCode | null;
}

const fresh = () => ({
  cartId: newId(),
  cart: null,
  cartFault: null,
  wanted: {},
  declarations: {},
  couponFault: null,
});

export const useCart = create<CartState>(fresh);

const quantityTurns = createTurns();
/** Lines that are being taken out. */
const removing = new Set<string>();
/** When the last one was. */
let removedAtMs = Number.NEGATIVE_INFINITY;

/** What was told for a line; not what a shopper told who has gone meanwhile. */
function keepTold(cartId: string, lineId: string, declaration: Declaration): void {
  useCart.setState((state) =>
    state.cartId === cartId
      ? { declarations: { ...state.declarations, [lineId]: declaration } }
      : state,
  );
}

/**
 * Keeps the newest revision: answers may arrive in another order than they were asked. What is told of a bag that was
 * paid or cleared away meanwhile is nobody's business any more. UIX-56
 */
function accept(cartId: string, answer: CartAnswer): boolean {
  if (isGone(cartId)) return false;
  if (!answer.ok) {
    showFault(answer.error.code);
    return false;
  }
  keep(answer.value);
  return true;
}

function isGone(cartId: string): boolean {
  return cartId !== useCart.getState().cartId;
}

function keep(cart: Cart): void {
  const { cart: known } = useCart.getState();
  if (isGone(cart.cartId)) return;
  if (known !== null && cart.revision < known.revision) return;
  useCart.setState({ cart, cartFault: null });
}

export async function refreshCart(): Promise<void> {
  const { cartId } = useCart.getState();
  const answer = await kiosk().invoke('cart.get', { cartId });
  const { cart } = useCart.getState();
  if (answer.ok || cart !== null) accept(cartId, answer);
  else if (!isGone(cartId)) useCart.setState({ cartFault: answer.error.code });
}

interface NewLine {
  readonly sku: string;
  readonly quantity: number;
  readonly design?: Design;
  readonly declaration?: Declaration;
}

export async function addLine(line: NewLine): Promise<boolean> {
  const lineId = newId();
  const { cartId } = useCart.getState();
  const answer = await send('cart.addLine', { cartId, lineId, ...line });
  if (answer.ok && line.declaration !== undefined) keepTold(cartId, lineId, line.declaration);
  return accept(cartId, answer);
}

export async function replaceDesign(
  lineId: string,
  design: Design,
  declaration: Declaration,
): Promise<boolean> {
  const { cartId } = useCart.getState();
  const answer = await send('cart.replaceDesign', { cartId, lineId, design, declaration });
  if (answer.ok) keepTold(cartId, lineId, declaration);
  return accept(cartId, answer);
}

export async function setQuantity(lineId: string, quantity: number): Promise<void> {
  const isLast = quantityTurns.begin();
  const { cartId, wanted } = useCart.getState();
  useCart.setState({ wanted: { ...wanted, [lineId]: quantity } });
  const answer = await send('cart.setQuantity', { cartId, lineId, quantity });
  accept(cartId, answer);
  if (isLast()) useCart.setState({ wanted: {} });
}

/** Takes a line out, one with each touch: the next line comes up where it stood. UIX-107 */
export async function removeLine(line: CartLine, name: string): Promise<void> {
  const { cartId, declarations } = useCart.getState();
  const { lineId, sku, quantity, design } = line.line;
  if (isStray(removedAtMs) || removing.has(lineId)) return;
  const declaration = declarations[lineId];
  removing.add(lineId);
  const answer = await send('cart.removeLine', { cartId, lineId });
  removing.delete(lineId);
  if (!accept(cartId, answer)) return;
  removedAtMs = performance.now();
  const again: NewLine = {
    sku,
    quantity,
    ...(design === undefined ? {} : { design }),
    ...(declaration === undefined ? {} : { declaration }),
  };
  showToast({
    messageKey: 'cart.removed',
    params: { name },
    action: { labelKey: 'cart.undo', run: () => void addLine(again) },
  });
}

export async function addCoupon(code: string): Promise<boolean> {
  const { cartId } = useCart.getState();
  const answer = await send('cart.addCoupon', { cartId, code });
  if (isGone(cartId)) return false;
  if (answer.ok) {
    keep(answer.value);
    useCart.setState({ couponFault: null });
    return true;
  }
  useCart.setState({ couponFault: answer.error.code });
  return false;
}

export function clearCouponFault(): void {
  useCart.setState({ couponFault: null });
}

export async function removeCoupon(code: string): Promise<void> {
  const { cartId } = useCart.getState();
  accept(cartId, await send('cart.removeCoupon', { cartId, code }));
}

/** After a sale, or when a shopper leaves: nothing of the old cart stays on the screen. */
export function beginNewCart(): void {
  useCart.setState(fresh());
}

/** So long a shopper's things stay on the screen while the core does not answer. */
const discardMs = 4_000;

/** Forgets the cart in the core too. False when a payment is under way and it must stay. */
export async function discardCart(): Promise<boolean> {
  const { cartId, cart } = useCart.getState();
  if (cart !== null) {
    const answer = await within(discardMs, send('cart.discard', { cartId }));
    if (isGone(cartId)) return true;
    if (answer?.ok === false && answer.error.code === 'cart.locked') {
      showFault(answer.error.code);
      return false;
    }
  }
  beginNewCart();
  return true;
}
