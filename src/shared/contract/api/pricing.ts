import { type Static, Type } from 'typebox';
import { Id } from '#shared/domain/catalog/primitives.ts';
import { DesignContext } from '#shared/domain/customization/design.ts';
import { Basket, BasketLine, basketLimits } from '#shared/domain/pricing/basket.ts';
import { Quote } from '#shared/domain/pricing/quote.ts';
import { IsoTime } from './orders.ts';

const closed = { additionalProperties: false };

/** What somebody told about themselves; judged with and forgotten. Without an age, rules about age fail. */
export const declarationFields = {
  /** Allergens that they declared an allergy to. */
  allergies: Type.Optional(DesignContext.properties.allergies),
  ageYears: DesignContext.properties.ageYears,
};

/** A line of a basket, and who it is for. */
const PricedLine = Type.Object({ ...BasketLine.properties, ...declarationFields }, closed);
export type PricedLine = Static<typeof PricedLine>;

/** What is asked for the price of. */
export const PriceRequest = Type.Object(
  {
    store: Id,
    basket: Type.Object(
      {
        lines: Type.Array(PricedLine, { maxItems: basketLimits.lines }),
        coupons: Type.Optional(Basket.properties.coupons),
        customer: Basket.properties.customer,
      },
      closed,
    ),
    /** The moment that decides every effective date; now when absent. */
    at: Type.Optional(IsoTime),
  },
  closed,
);
export type PriceRequest = Static<typeof PriceRequest>;

/** A price that explains itself; `catalogVersion` is head office's. */
export const PublicQuote = Type.Object({ ...Quote.properties, at: IsoTime }, closed);
export type PublicQuote = Static<typeof PublicQuote>;
