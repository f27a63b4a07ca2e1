import { create } from 'zustand';
import type { RequestOutput } from '#shared/contract/ipc/contract.ts';
import type { ErrorCode } from '#shared/lib/errors.ts';
import { createTurns } from '../lib/latest.ts';
import { kiosk } from './client.ts';
import { forgetTemplates } from './templates.ts';

type Home = RequestOutput<'catalog.home'>;
type Detail = RequestOutput<'catalog.product'>;

interface CatalogState {
  readonly home: Home | null;
  readonly homeFault: ErrorCode | null;
  readonly detail: Detail | null;
  readonly detailFault: ErrorCode | null;
}

export const useCatalog = create<CatalogState>(() => ({
  home: null,
  homeFault: null,
  detail: null,
  detailFault: null,
}));

const detailTurns = createTurns();

export async function loadHome(): Promise<void> {
  const answer = await kiosk().invoke('catalog.home', {});
  if (!answer.ok) {
    useCatalog.setState({ homeFault: answer.error.code });
    return;
  }
  const { home: known } = useCatalog.getState();
  // Mostly it says what is on the screen already, which then stays as it is.
  const isNew = JSON.stringify(answer.value) !== JSON.stringify(known);
  useCatalog.setState({ home: isNew ? answer.value : known, homeFault: null });
}

export async function loadProduct(sku: string): Promise<void> {
  const isLast = detailTurns.begin();
  const known = useCatalog.getState().detail;
  // A variant of what is on the screen is drawn at once; its stock follows.
  const sibling = known?.variants.find((card) => card.product.sku === sku);
  if (known !== null && sibling !== undefined) {
    useCatalog.setState({ detail: { ...known, card: sibling, stock: null }, detailFault: null });
  } else if (known?.card.product.sku !== sku) {
    useCatalog.setState({ detail: null, detailFault: null });
  }
  const answer = await kiosk().invoke('catalog.product', { sku });
  if (!isLast()) return;
  if (answer.ok) useCatalog.setState({ detail: answer.value, detailFault: null });
  else useCatalog.setState({ detail: null, detailFault: answer.error.code });
}

/** A newly published catalog shows on the home screen; open carts keep their own version. */
export function followCatalog(): void {
  kiosk().subscribe('catalog.published', () => {
    forgetTemplates();
    void loadHome();
  });
}
