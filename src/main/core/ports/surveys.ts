import type { Asking } from '#shared/domain/survey/asking.ts';
import type { Askable } from '#shared/domain/survey/choose-survey.ts';
import type { Fault } from '#shared/lib/errors.ts';
import type { Result } from '#shared/lib/result.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { DomainEvent, StoreFault } from './sale-store.ts';

/** A version of a survey, as head office has it; it never changes once it was asked. SUR-40 */
export interface SurveyVersion {
  readonly id: string;
  readonly version: number;
  readonly asking: Asking;
  /** SurveyJS JSON. */
  readonly definition: Readonly<Record<string, unknown>>;
}

/** A version that is live here. */
export interface LiveSurvey extends Askable {
  readonly version: number;
}

/** What a visit was asked. */
export interface SurveyOffer {
  readonly journeyId: string;
  readonly survey: string;
  readonly version: number;
  /** The sale it was asked after; `null` also when a contact was left with the sale. */
  readonly orderId: string | null;
  readonly state: 'open' | 'answered' | 'declined';
}

/** How a version of a survey was received. */
export interface SurveyCount {
  readonly survey: string;
  readonly version: number;
  readonly isLive: boolean;
  readonly asked: number;
  readonly answered: number;
  readonly declined: number;
}

/** The surveys of this kiosk, and who was asked which. docs/specs/surveys.md */
export interface SurveyStore {
  /** By id. */
  live(): readonly LiveSurvey[];
  /** `null` when there never was such a version here. */
  version(id: string, version: number): SurveyVersion | null;
  /** Makes these the live ones: all of them or none. */
  replaceLive(
    surveys: readonly SurveyVersion[],
  ): Result<null, StoreFault | Fault<'survey.version_changed'>>;
  /** `null` when that visit was asked nothing. */
  offer(journeyId: string): SurveyOffer | null;
  /** Begins a survey; a visit that was asked something is asked nothing else. */
  ask(offer: Omit<SurveyOffer, 'state'>, at: UnixMs): Result<null, StoreFault>;
  /** Ends an open offer; with an event the answers go to the outbox, in the same transaction. False when it was none. */
  end(journeyId: string, event: DomainEvent | null): Result<boolean, StoreFault>;
  /** Forgets visits that were asked before `visitsBefore`, and the sales of those before `salesBefore`. */
  forget(before: {
    readonly visitsBefore: UnixMs;
    readonly salesBefore: UnixMs;
  }): Result<null, StoreFault>;
  /** What came of the surveys, of those that are live or were asked. */
  counts(): readonly SurveyCount[];
}
