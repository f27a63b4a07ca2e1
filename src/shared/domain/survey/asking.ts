import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false };

/** When a shopper may be asked: after a sale, or when they leave a bag behind. F1, F2 */
export const SurveyMoment = Type.Enum(['purchase', 'exit']);
export type SurveyMoment = Static<typeof SurveyMoment>;

/** Whom a version of a survey is put to, and how often. SUR-1 */
export const Asking = Type.Object(
  {
    moment: SurveyMoment,
    /** Of 10,000 visits in which it could be asked, in how many it is; all when absent. SUR-4 */
    sampleBps: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
    /** So long it is asked no other shopper at the same kiosk; 0 when absent. SUR-5 */
    quarantineMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 525_600 })),
    /** Only those who use the kiosk in one of these languages (BCP 47, without a region). */
    languages: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-z]{2,3}$' }), {
        minItems: 1,
        maxItems: 50,
        uniqueItems: true,
      }),
    ),
    /** Only with a design in the sale or in the bag, or only without. */
    bag: Type.Optional(Type.Enum(['design', 'noDesign'])),
    /** Only from this total on, in minor units of the store's currency. */
    minTotalMinor: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
  },
  closed,
);
export type Asking = Static<typeof Asking>;

/** Every shopper, after a sale: what counts where nothing is said. */
export const askEverybody: Asking = { moment: 'purchase' };
