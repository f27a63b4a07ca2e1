import type { CardContent } from '#shared/domain/card/card-content.ts';
import type { Result } from '#shared/lib/result.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { DomainEvent, StoreFault } from './sale-store.ts';

/** A design as this kiosk keeps it: of nobody, and of no sale. */
export interface SavedDesign extends CardContent {
  readonly store: string;
  readonly catalogHash: string;
  readonly savedAt: UnixMs;
}

/** Designs that were kept here under a code (docs/specs/formula-cards.md). */
export interface SavedDesigns {
  /** Durable when it answers, with the event in the outbox; false, and nothing is written, when the code is taken. */
  keep(design: SavedDesign, event: DomainEvent): Result<boolean, StoreFault>;
  /** `null` when no design was kept here under this code. */
  find(code: string): SavedDesign | null;
}
