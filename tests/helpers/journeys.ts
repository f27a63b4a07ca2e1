import { v4 as uuidv4 } from 'uuid';
import type { Happening, Journey, JourneyEvent } from '#shared/domain/journey/event.ts';

/** One of every kind, with names of the demo store. */
export const happenings: readonly Happening[] = [
  { kind: 'began', language: 'de', orientation: 'portrait' },
  { kind: 'screen', screen: 'home', beforeMs: 0 },
  { kind: 'comfort', wish: 'textSize' },
  { kind: 'screen', screen: 'customize', beforeMs: 4_000 },
  { kind: 'step', template: 'nail-polish', group: 'shade' },
  { kind: 'option', template: 'nail-polish', group: 'shade', option: 'oxblood' },
  { kind: 'priceShown', amountMinor: 1_990, currency: 'EUR' },
  { kind: 'lineAdded', sku: 'AT-POLISH' },
  { kind: 'lineRemoved', sku: 'AT-POLISH' },
  { kind: 'fault', code: 'stock.sold_out' },
  { kind: 'ended', how: 'left', last: 'customize', sold: false },
];

/** Numbered from 1, a second apart. */
export function eventsOf(whats: readonly Happening[]): JourneyEvent[] {
  return whats.map((what, index) => ({ seq: index + 1, atMs: index * 1_000, what }));
}

export function journeyOf(...whats: readonly Happening[]): Journey {
  return { day: '2026-11-21', events: eventsOf(whats), unread: 0 };
}

export function newJourneyId(): string {
  return uuidv4();
}
