import { Type } from 'typebox';
import { JourneyEvent, JourneyId, mostEventsAtOnce } from '#shared/domain/journey/event.ts';
import { command } from '../define.ts';
import { commandFields } from './common.ts';

const closed = { additionalProperties: false };

/** What happens in a visit, without a person in it. Rules: docs/specs/journeys.md. */
export const journeyContract = {
  /**
   * Keeps events of one journey. Told again they are kept once, by their numbers. `kept` is how many are stored:
   * fewer when the catalog does not have what they name, none when the disk takes none. Nobody needs to try again.
   */
  'journey.record': command(
    Type.Object(
      {
        ...commandFields,
        journeyId: JourneyId,
        events: Type.Array(JourneyEvent, { minItems: 1, maxItems: mostEventsAtOnce }),
      },
      closed,
    ),
    Type.Object({ kept: Type.Integer({ minimum: 0 }) }, closed),
    ['catalog.unavailable'],
  ),
} as const;
