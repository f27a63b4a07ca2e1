import type { ProductCard } from '#shared/contract/ipc/catalog.ts';
import type { LocalizedText } from '#shared/domain/catalog/primitives.ts';
import type { PriceSteps } from './price-steps.ts';

export interface CardPrice {
  readonly nowMinor: number;
  /** What it would cost without the running offer; `null` when there is none. */
  readonly beforeMinor: number | null;
  /** Names of the offers that run. */
  readonly offers: readonly LocalizedText[];
  /** The least that it costs, of a product that is designed. */
  readonly isFrom: boolean;
}

/** The price that a tile shows; `null` when the product is not for sale here and now. */
export function cardPrice({
  product,
  priceMinor,
  fromMinor,
  offer,
}: ProductCard): CardPrice | null {
  if (priceMinor === null) return null;
  const isFrom = product.type === 'custom';
  const offerMinor = offer?.priceMinor ?? priceMinor;
  return {
    nowMinor: isFrom ? (fromMinor ?? offerMinor) : offerMinor,
    beforeMinor: offer?.regularMinor ?? null,
    offers: offer?.promotions.map(({ name }) => name) ?? [],
    isFrom,
  };
}

/** What makes the price of one piece, before it is in a bag. */
export function stepsOfCard(card: ProductCard): PriceSteps | null {
  const price = cardPrice(card);
  if (price === null) return null;
  const { nowMinor, beforeMinor, offers } = price;
  const baseMinor = beforeMinor ?? nowMinor;
  return {
    rows: [
      { step: 'base', labels: [card.product.name], amountMinor: baseMinor },
      ...(beforeMinor === null
        ? []
        : [{ step: 'linePromotions', labels: offers, amountMinor: nowMinor - baseMinor } as const]),
    ],
    totalMinor: nowMinor,
    included: [],
  };
}
