import type { SetAsideEvent, SyncStatus } from '#shared/contract/ipc/sync.ts';
import { type ErrorCode, errorCodes } from '#shared/lib/errors.ts';
import type { useWords } from '../../i18n/use-words.ts';
import { agoWords, durationWords } from '../../lib/time-words.ts';

type Words = Pick<ReturnType<typeof useWords>, 't' | 'language' | 'time'>;

/** Less than this is the way there and back. */
const noticeableSkewMs = 2_000;

/** What is wrong with the line, what to do about it, and that selling goes on; `null` when all is well. */
export function lineSentence({ t }: Pick<Words, 't'>, status: SyncStatus): string | null {
  switch (status.state) {
    case 'notEnrolled':
    case 'connecting':
      return null;
    case 'online':
      // The line is well, and something that goes over it is not.
      return status.problem === null
        ? null
        : t(reasonKey(status.problem.code) ?? 'headOffice.meaning.partly');
    case 'offline':
      return t('headOffice.meaning.offline');
    case 'refused':
      return `${t(refusalKey(status))} ${t('headOffice.meaning.refused')}`;
  }
}

function refusalKey({ problem }: SyncStatus): string {
  // Head office was not even asked.
  if (problem === null) return 'headOffice.meaning.keyLost';
  return reasonKey(problem.code) ?? errorCodes['central.refused'].messageKey;
}

/** How far this kiosk's clock is off, in a sentence; `null` when nobody has to care. */
export function skewSentence(
  { t, language }: Pick<Words, 't' | 'language'>,
  clockSkewMs: number | null,
): string | null {
  if (clockSkewMs === null || Math.abs(clockSkewMs) <= noticeableSkewMs) return null;
  const by = durationWords(clockSkewMs, language);
  return t(clockSkewMs > 0 ? 'headOffice.clock.ahead' : 'headOffice.clock.behind', { by });
}

/** How long ago it was, and when. */
export function contactWords(
  { t, language, time }: Words,
  atMs: number | null,
  nowMs: number,
): string {
  if (atMs === null) return t('headOffice.never');
  const ago = agoWords(atMs, nowMs, language);
  return ago === null ? t('headOffice.justNow') : t('headOffice.agoAt', { ago, time: time(atMs) });
}

/** What was refused: a sale by its number, anything else by its own. */
export function refusedTitle(
  { t }: Pick<Words, 't'>,
  { type, orderNumber, deviceSeq }: SetAsideEvent,
): string {
  const what = t(`headOffice.event.${type.replaceAll('.', '_')}`, { defaultValue: type });
  return orderNumber === null
    ? t('headOffice.refused.numbered', { what, number: deviceSeq })
    : t('headOffice.refused.sale', { what, number: orderNumber });
}

/** Why it was refused; what head office said when that is news to us. */
export function refusedReason({ t }: Pick<Words, 't'>, { code, message }: SetAsideEvent): string {
  const key = reasonKey(code);
  return key === null ? message : t(key);
}

/** Head office may be newer than this kiosk, and name what we have no words for. */
function reasonKey(code: string): string | null {
  return isKnown(code) ? errorCodes[code].messageKey : null;
}

function isKnown(code: string): code is ErrorCode {
  return Object.hasOwn(errorCodes, code);
}
