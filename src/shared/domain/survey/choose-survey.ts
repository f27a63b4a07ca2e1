import type { UnixMs } from '../../lib/time.ts';
import type { Asking, SurveyMoment } from './asking.ts';

const minuteMs = 60_000;
const allBps = 10_000;

/** A visit at the moment when its shopper could be asked something. */
export interface Visit {
  readonly moment: SurveyMoment;
  readonly journeyId: string;
  /** BCP 47, with or without a region. */
  readonly language: string;
  readonly totalMinor: number;
  readonly hasDesign: boolean;
}

/** A survey that could be asked here. */
export interface Askable {
  readonly id: string;
  readonly asking: Asking;
  /** When a shopper was asked it last at this kiosk, in whichever version; `null` when never. */
  readonly lastAskedAt: UnixMs | null;
}

/**
 * The survey that this visit is asked, or `null`: of those that want it and rest no more, the one that was asked
 * longest ago, so that several get their turn. SUR-2 to SUR-6
 */
export function chooseSurvey<S extends Askable>(
  surveys: readonly S[],
  visit: Visit,
  at: UnixMs,
): S | null {
  const wanted = surveys.filter(
    (survey) => wants(survey.asking, visit) && !rests(survey, at) && isSampled(survey, visit),
  );
  return wanted.toSorted(byTurn)[0] ?? null;
}

function wants(asking: Asking, visit: Visit): boolean {
  const { moment, languages, bag, minTotalMinor = 0 } = asking;
  if (moment !== visit.moment || visit.totalMinor < minTotalMinor) return false;
  if (bag !== undefined && (bag === 'design') !== visit.hasDesign) return false;
  const [language = ''] = visit.language.split('-');
  return languages === undefined || languages.includes(language);
}

/** A clock that was set back since does not make it rest for ever. SUR-5 */
function rests({ asking, lastAskedAt }: Askable, at: UnixMs): boolean {
  if (lastAskedAt === null || lastAskedAt > at) return false;
  return at - lastAskedAt < (asking.quarantineMinutes ?? 0) * minuteMs;
}

/** The same for the same visit, however often it is asked for. SUR-4 */
function isSampled({ id, asking: { sampleBps = allBps } }: Askable, visit: Visit): boolean {
  return lotOf(`${visit.journeyId}|${id}`) % allBps < sampleBps;
}

/**
 * A number from 0 to 2³² − 1, spread evenly over texts: FNV-1a (Fowler, Noll and Vo) with the final mix of MurmurHash3, which
 * makes every bit depend on every other. A journey's number is random, and so is this.
 */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function byTurn(a: Askable, b: Askable): number {
  const turn = (a.lastAskedAt ?? -Infinity) - (b.lastAskedAt ?? -Infinity);
  if (turn !== 0 && !Number.isNaN(turn)) return turn;
  return a.id < b.id ? -1 : 1;
}
