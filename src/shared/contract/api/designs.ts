import { type Static, Type } from 'typebox';
import { CurrencyCode, Id, Sku } from '#shared/domain/catalog/primitives.ts';
import { Design } from '#shared/domain/customization/design.ts';
import { Evaluation } from '#shared/domain/customization/evaluation.ts';
import { QuoteLine } from '#shared/domain/pricing/quote.ts';
import { VersionNumber } from './catalog.ts';
import { Sha256 } from './device.ts';
import { IsoTime } from './orders.ts';
import { declarationFields } from './pricing.ts';

const closed = { additionalProperties: false };

/** A design, finished or not, of a product as a store makes it. */
export const DesignRequest = Type.Object(
  {
    store: Id,
    sku: Sku,
    design: Design,
    ...declarationFields,
    /** Which dates count; now when absent. */
    at: Type.Optional(IsoTime),
  },
  closed,
);
export type DesignRequest = Static<typeof DesignRequest>;

const { status, missing, availability, ranges } = Evaluation.properties;

/** What can still be chosen beside what was chosen. */
export const DesignOptions = Type.Object({ status, missing, availability, ranges }, closed);

const judgement = {
  evaluation: Evaluation,
  /** One piece for itself, line promotions and tax included; `null` when it has no price here and then. */
  price: Type.Union([QuoteLine, Type.Null()]),
};

/** What the rules say of a design, and what one piece of it costs. */
export const JudgedDesign = Type.Object(
  {
    catalogVersion: VersionNumber,
    at: IsoTime,
    currency: CurrencyCode,
    pricesIncludeTax: Type.Boolean(),
    ...judgement,
  },
  closed,
);
export type JudgedDesign = Static<typeof JudgedDesign>;

/** A design to be kept; texts that somebody typed are left out of it. */
export const SaveDesignRequest = Type.Object({ store: Id, sku: Sku, design: Design }, closed);
export type SaveDesignRequest = Static<typeof SaveDesignRequest>;

/** Eight symbols of Crockford's base 32 and a check symbol; hyphens and lower case are for people. */
export const DesignCode = Type.String({
  pattern: '^[0-9A-Za-z-]+$',
  minLength: 9,
  maxLength: 20,
  description: 'nine letters and digits, e.g. 7K4Q-X2M98',
});

/** A kept design. */
export const SavedDesign = Type.Object(
  {
    /** As it is printed: `7K4Q-X2M98`. */
    code: Type.String(),
    store: Id,
    sku: Sku,
    /** Without typed texts: an engraving is often a name. */
    design: Design,
    /** Groups whose texts were left out and have to be typed again. */
    leftOut: Type.Array(Id),
    /** The catalog that the store had when it was kept. */
    release: Type.Object(
      {
        /** `null`: a kiosk had one that it did not get from here. */
        version: Type.Union([VersionNumber, Type.Null()]),
        contentHash: Sha256,
      },
      closed,
    ),
    savedAt: IsoTime,
  },
  closed,
);
export type SavedDesign = Static<typeof SavedDesign>;

/** Whether a kept design can be made now. */
export const DesignToday = Type.Object(
  {
    store: Id,
    at: IsoTime,
    /** As it is, or as soon as the texts that were left out are typed again. */
    canBeMade: Type.Boolean(),
    /** Why the rules were not even asked: the store, the product or a choice is not there any more. */
    problem: Type.Union([Type.Object({ code: Type.String(), detail: Type.String() }), Type.Null()]),
    /** What the rules say; `null` with a problem. */
    evaluation: Type.Union([Evaluation, Type.Null()]),
    price: judgement.price,
  },
  closed,
);
export type DesignToday = Static<typeof DesignToday>;

/** A kept design, and what has become of it. */
export const FoundDesign = Type.Object({ ...SavedDesign.properties, today: DesignToday }, closed);

/** For whom, and where, a kept design is looked at. */
export const FindDesignQuery = Type.Object(
  {
    /** Another store than the one that it was kept in. */
    store: Type.Optional(Id),
    ageYears: declarationFields.ageYears,
  },
  closed,
);
