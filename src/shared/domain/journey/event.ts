import { type Static, Type } from 'typebox';
import { errorCodes } from '../../lib/errors.ts';
import { CurrencyCode, Id, Sku } from '../catalog/primitives.ts';
import { NonNegativeSaleMinor } from '../pricing/quote.ts';
import { JourneyScreen } from './screen.ts';

const closed = { additionalProperties: false };

/** A journey has no more events than that; whoever plays on is not followed any further. */
export const mostEvents = 2_000;
/** So many events are told at once at the most. */
export const mostEventsAtOnce = 100;
/** What takes longer than a day counts as a day. */
export const longestMs = 86_400_000;

const DurationMs = Type.Integer({ minimum: 0, maximum: longestMs });

/** A random UUID (version 4, RFC 9562) for one visit: it tells no time, and only a survey's answers name it. JRN-2 */
export const JourneyId = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
});

/** A BCP 47 tag of a language, and nothing else that such a tag could hold: `de`, `zh-Hant`, `pt-BR`, `es-419`. */
const LanguageTag = Type.String({
  pattern: '^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$',
  description: 'a language tag such as de or pt-BR',
});

const FaultCode = Type.Enum(Object.keys(errorCodes));

/**
 * What happened. No member can hold what somebody typed, told or is: each text is a word of ours, a
 * language, or an id of the catalog, which the core looks up there (JRN-1, JRN-4).
 */
export const Happening = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('began'),
      language: LanguageTag,
      orientation: Type.Enum(['portrait', 'landscape']),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('screen'),
      screen: JourneyScreen,
      /** How long the one before was shown; 0 for the first. */
      beforeMs: DurationMs,
    },
    closed,
  ),
  /** A group of the customizer was opened. */
  Type.Object({ kind: Type.Literal('step'), template: Id, group: Id }, closed),
  /** An option was chosen; never in a group of typed text. */
  Type.Object({ kind: Type.Literal('option'), template: Id, group: Id, option: Id }, closed),
  /** What the design, or the bag, costs; in minor units. */
  Type.Object(
    {
      kind: Type.Literal('priceShown'),
      amountMinor: NonNegativeSaleMinor,
      currency: CurrencyCode,
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal('lineAdded'), sku: Sku }, closed),
  Type.Object({ kind: Type.Literal('lineRemoved'), sku: Sku }, closed),
  /** A wish that was switched on. To be read to is none of them: so few want it that it would single them out. */
  Type.Object(
    {
      kind: Type.Literal('comfort'),
      wish: Type.Enum(['textSize', 'contrast', 'reach', 'language']),
    },
    closed,
  ),
  /** Something that the shopper was told went wrong. */
  Type.Object({ kind: Type.Literal('fault'), code: FaultCode }, closed),
  Type.Object(
    {
      kind: Type.Literal('ended'),
      /** `sold`: at the thanks; `timedOut`: nobody was there any more; `left`: by the shopper. */
      how: Type.Enum(['sold', 'left', 'timedOut']),
      last: JourneyScreen,
      /** Whether anything was sold in this journey; which sale it was is never told. */
      sold: Type.Boolean(),
    },
    closed,
  ),
]);
export type Happening = Static<typeof Happening>;

/** What happened and its place in the journey. The time is counted from the journey's beginning, never told as such. */
export const JourneyEvent = Type.Object(
  {
    /** From 1; a number that is missing was lost. */
    seq: Type.Integer({ minimum: 1, maximum: mostEvents }),
    /** Since the journey began. */
    atMs: DurationMs,
    what: Happening,
  },
  closed,
);
export type JourneyEvent = Static<typeof JourneyEvent>;

/** A journey as far as it was kept: its events in their order. */
export interface Journey {
  /** Day in the store's time zone, `2026-11-21`. */
  readonly day: string;
  readonly events: readonly JourneyEvent[];
  /** Events that this release cannot read, e.g. of a later one that was rolled back. */
  readonly unread: number;
}
