import { type Static, Type } from 'typebox';

/** What a journey can show, in the order in which a shopper may come by. Names are added, never changed: they are stored. */
export const journeyScreens = [
  'home',
  'search',
  'shades',
  'product',
  'customize',
  'cart',
  'payment',
  'thanks',
  'survey',
  // Where associates work; a journey goes on there when one steps in.
  'devices',
  'bench',
] as const;
/** The name of a screen. */
export const JourneyScreen = Type.Enum([...journeyScreens]);
export type JourneyScreen = Static<typeof JourneyScreen>;
