import type { Tender } from '../core/checkout/sell-basket.ts';
import { keptDays } from '../core/journey/keep-pruned.ts';
import { badInput } from './failure.ts';

/** `cash:5000` hands over 50.00; `card` presents a card to the virtual terminal. */
export function parseTender(text: string): Tender {
  if (text === 'card') return { kind: 'card' };
  const [, digits] = /^cash:(\d{1,10})$/.exec(text) ?? [];
  if (digits === undefined) {
    throw badInput(`--tender "${text}" is neither "card" nor "cash:<minor units>", e.g. cash:5000`);
  }
  return { kind: 'cash', tenderedMinor: Number(digits) };
}

export function parseCount(text: string): number {
  return wholeNumber('--count', text, 10_000_000);
}

/** As many as journeys are kept, the present day included. */
export function parseDays(text: string): number {
  return wholeNumber('--days', text, keptDays);
}

export function parseLimit(text: string): number {
  return wholeNumber('--limit', text, 1_000_000);
}

/** The number of an outbox event, from 1 as the device counts them; `all` is the first. */
export function parseFirstSeq(text: string): number {
  return text === 'all' ? 1 : wholeNumber('--resend-from', text, 999_999_999);
}

function wholeNumber(option: string, text: string, most: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= most) return number;
  throw badInput(`${option} "${text}" is not a whole number from 1 to ${most}`);
}
