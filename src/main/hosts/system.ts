import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../core/ports/clock.ts';
import type { Ids } from '../core/ports/ids.ts';

/** The machine's own clock and identifiers, for every composition root. */
export const systemClock: Clock = { now: () => Date.now() };

export const systemIds: Ids = { next: () => uuidv7() };
