import type { SurveyAnsweredV1 } from '#shared/contract/api/survey-events.ts';
import type { RequestInput } from '#shared/contract/ipc/contract.ts';
import { chooseSurvey, type Visit } from '#shared/domain/survey/choose-survey.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Carts } from '../cart/carts.ts';
import type { Handlers } from '../handlers.ts';
import type { CatalogReader } from '../ports/catalog-reader.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Logger } from '../ports/logger.ts';
import type { SaleStore } from '../ports/sale-store.ts';
import type { SurveyStore } from '../ports/surveys.ts';
import { readOwnAnswers } from './read-own-answers.ts';

export interface SurveyPorts {
  readonly surveys: SurveyStore;
  readonly catalog: CatalogReader;
  readonly sales: SaleStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  /** Told that something waits to be sent. */
  readonly line: { wake(): void };
}

type Ask = RequestInput<'survey.ask'>;

/** What shoppers are asked, and what they answer. SUR-1 to SUR-26 */
export function surveyHandlers(
  ports: SurveyPorts,
  carts: Pick<Carts, 'worth'>,
): Handlers<'survey.ask' | 'survey.end'> {
  const { surveys, catalog, sales, clock, ids, logger, line } = ports;

  /** `null` when there was no such sale, or nothing is in the bag. */
  function visitOf({ journeyId, language, about }: Ask): Visit | null {
    const base = { journeyId, language, moment: about.moment };
    if (about.moment === 'exit') {
      const worth = carts.worth(about.cartId);
      return worth === null ? null : { ...base, ...worth };
    }
    const order = sales.order(about.orderId);
    if (order === null) return null;
    const hasDesign = order.basket.lines.some(({ design }) => design !== undefined);
    return { ...base, totalMinor: order.totalMinor, hasDesign };
  }

  function asked(id: string, version: number) {
    const survey = surveys.version(id, version);
    if (survey === null) return { survey: null };
    return { survey: { id, version, definition: survey.definition } };
  }

  return {
    'survey.ask': (input) => {
      const before = surveys.offer(input.journeyId);
      if (before?.state === 'open') return ok(asked(before.survey, before.version));
      const visit = before === null ? visitOf(input) : null;
      if (visit === null) return ok({ survey: null });
      const at = clock.now();
      const chosen = chooseSurvey(surveys.live(), visit, at);
      if (chosen === null) return ok({ survey: null });
      const { id: survey, version } = chosen;
      const orderId = input.about.moment === 'purchase' ? input.about.orderId : null;
      const offer = { journeyId: input.journeyId, survey, version, orderId };
      const begun = surveys.ask(offer, at);
      if (!begun.ok) {
        // Whoever cannot be heard is not asked. SUR-24
        logger.warn('Nobody is asked: the store takes nothing', { code: begun.error.code });
        return ok({ survey: null });
      }
      return ok(asked(survey, version));
    },

    'survey.end': ({ journeyId, answers: told }) => {
      const offer = surveys.offer(journeyId);
      if (offer === null) {
        return err(fault('survey.not_asked', 'This visit was not asked anything.'));
      }
      if (offer.state !== 'open') return ok({ kept: false });
      const { survey: surveyId, version, orderId } = offer;
      const read = readOwnAnswers(surveys.version(surveyId, version), told);
      if (!read.ok) return read;
      const store = catalog.store(catalog.currentVersion());
      const isDeclined = Object.keys(read.value).length === 0 || store === null;
      const ended = surveys.end(
        journeyId,
        isDeclined
          ? null
          : {
              id: ids.next(),
              type: 'survey.answered',
              schemaVersion: 1,
              payload: {
                store: store.id,
                surveyId,
                version,
                ...(orderId === null ? {} : { orderId }),
                journeyId,
                answers: read.value,
                answeredAt: clock.now(),
              } satisfies SurveyAnsweredV1,
            },
      );
      if (!ended.ok) {
        logger.warn('What a shopper answered is dropped', { code: ended.error.code });
        return ok({ kept: false });
      }
      if (ended.value && !isDeclined) line.wake();
      return ok({ kept: ended.value });
    },
  };
}
