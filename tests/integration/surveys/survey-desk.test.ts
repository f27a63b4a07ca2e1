import { join } from 'node:path';
import { v4 as uuidv4 } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import type { SurveyVersion } from '#main/core/ports/surveys.ts';
import { keepForgetting } from '#main/core/surveys/keep-forgetting.ts';
import { surveyHandlers } from '#main/core/surveys/survey-handlers.ts';
import type { SurveyAnsweredV1 } from '#shared/contract/api/survey-events.ts';
import type { AnswersByName } from '#shared/domain/survey/answer.ts';
import { fault } from '#shared/lib/errors.ts';
import { err } from '#shared/lib/result.ts';
import { newId } from '../../helpers/client-tools.ts';
import { countedIds } from '../../helpers/sale-devices.ts';
import { filledCart, openSaleWorld, type SaleWorld, value } from '../../helpers/sale-world.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { rawDb } from '../storage/store-fixture.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const afterSale: SurveyVersion = {
  id: 'after-sale',
  version: 1,
  asking: { moment: 'purchase', quarantineMinutes: 10 },
  definition: {
    elements: [
      { type: 'rating', name: 'nps', rateMin: 0, rateMax: 10 },
      { type: 'comment', name: 'words' },
    ],
  },
};
const onLeaving: SurveyVersion = {
  id: 'on-leaving',
  version: 3,
  asking: { moment: 'exit', minTotalMinor: 1 },
  definition: { elements: [{ type: 'boolean', name: 'again' }] },
};

function desk(folder: string) {
  const world = openSaleWorld(folder);
  const { store, clock, logger, ports, carts } = world;
  const woken = { times: 0 };
  const line = { wake: () => (woken.times += 1) };
  const own = { ...ports, surveys: store.surveys, ids: countedIds, line };
  value(store.surveys.replaceLive([afterSale, onLeaving]));
  const handlers = surveyHandlers(own, carts);
  const base = { commandId: newId(), language: 'en' };
  return {
    world,
    folder,
    clock,
    logger,
    woken,
    own,
    handlers,
    askAfter: async (orderId: string, journeyId = uuidv4()) =>
      value(
        await handlers['survey.ask']({
          ...base,
          journeyId,
          about: { moment: 'purchase', orderId },
        }),
      ).survey,
    askLeaving: async (cartId: string, journeyId = uuidv4()) =>
      value(await handlers['survey.ask']({ ...base, journeyId, about: { moment: 'exit', cartId } }))
        .survey,
    end: (journeyId: string, answers: AnswersByName) =>
      handlers['survey.end']({ commandId: newId(), journeyId, answers }),
    told: () =>
      store.outbox
        .waiting(100, 1e9)
        .filter(({ type }) => type === 'survey.answered')
        .map(({ payload }): SurveyAnsweredV1 => JSON.parse(payload)),
  };
}

let at: ReturnType<typeof desk>;
beforeEach(() => {
  at = desk(tempFolder());
  return () => at.world.close();
});

/** As the kiosk does every minute. */
function forgetOnce(): void {
  const { clock, logger, world } = at;
  keepForgetting({ surveys: world.store.surveys, clock, logger }, minuteMs)();
}

async function sell(world: SaleWorld, contact?: { readonly email: string }): Promise<string> {
  const { cartId, revision, totalMinor } = await filledCart(world, { sku: 'LIPSTICK' });
  const paid = await world.checkout.handlers['checkout.payCash']({
    commandId: newId(),
    cartId,
    revision,
    paymentId: newId(),
    tenderedMinor: totalMinor,
    ...(contact === undefined ? {} : { contact }),
  });
  return value(paid).orderId;
}

test('SUR-20 SUR-22 answers go to the outbox once, tied to the visit and its sale', async () => {
  const orderId = await sell(at.world);
  const journeyId = uuidv4();
  expect(await at.askAfter(orderId, journeyId)).toEqual({
    id: 'after-sale',
    version: 1,
    definition: afterSale.definition,
  });
  const answers = { nps: 9, words: { text: 'Lovely. Write to ada@example.org' } };
  expect(value(await at.end(journeyId, answers))).toEqual({ kept: true });
  expect(value(await at.end(journeyId, answers))).toEqual({ kept: false });
  expect(at.told()).toEqual([
    {
      store: 'berlin',
      surveyId: 'after-sale',
      version: 1,
      orderId,
      journeyId,
      answers: { nps: 9, words: { text: 'Lovely. Write to …' } },
      answeredAt: at.clock.now(),
    },
  ]);
  expect(at.woken.times).toBe(1);
  expect(rawDb(join(at.folder, 'kiosk.db')).value('SELECT order_id FROM survey_offers')).toBeNull();
  expect(at.world.store.check()).toEqual([]);
});

test('SUR-22 a sale with a contact is not named', async () => {
  const orderId = await sell(at.world, { email: 'ada@example.org' });
  const journeyId = uuidv4();
  await at.askAfter(orderId, journeyId);
  await at.end(journeyId, { nps: 1 });
  expect(at.told()).toMatchObject([{ journeyId, answers: { nps: 1 } }]);
  expect(at.told()[0]).not.toHaveProperty('orderId');
});

test('SUR-3 a visit is asked one survey, the same one while it is open', async () => {
  const orderId = await sell(at.world);
  const journeyId = uuidv4();
  const { cartId } = await filledCart(at.world, { sku: 'LIPSTICK' });
  expect(await at.askLeaving(cartId, journeyId)).toMatchObject({ id: 'on-leaving', version: 3 });
  // It came back to its bag, and bought it after all.
  expect(await at.askAfter(orderId, journeyId)).toMatchObject({ id: 'on-leaving' });
  await at.end(journeyId, {});
  expect(await at.askAfter(orderId, journeyId)).toBeNull();
});

test('SUR-5 SUR-7 nobody is asked while a survey rests, for an empty bag, or for a sale that is not there', async () => {
  const orderId = await sell(at.world);
  expect(await at.askAfter(orderId)).not.toBeNull();
  expect(await at.askAfter(orderId)).toBeNull();
  at.clock.advance(10 * minuteMs);
  expect(await at.askAfter(orderId)).not.toBeNull();
  expect(await at.askAfter(newId())).toBeNull();
  expect(await at.askLeaving(newId())).toBeNull();
});

test('SUR-21 an answer is checked against the version that was asked, also when it was retired', async () => {
  const journeyId = uuidv4();
  const { cartId } = await filledCart(at.world, { sku: 'LIPSTICK' });
  await at.askLeaving(cartId, journeyId);
  const next = {
    ...onLeaving,
    version: 4,
    definition: { elements: [{ type: 'rating', name: 'r' }] },
  };
  value(at.world.store.surveys.replaceLive([next]));
  for (const answers of [{ r: 3 }, { again: 'yes' }, { nps: 9 }]) {
    const ended = await at.end(journeyId, answers);
    expect(ended.ok ? ended.value : ended.error).toMatchObject({ code: 'survey.answer_unfit' });
  }
  expect(at.told()).toEqual([]);
  expect(value(await at.end(journeyId, { again: false }))).toEqual({ kept: true });
  expect(at.told()).toMatchObject([{ version: 3, answers: { again: false } }]);
});

test('SUR-23 SUR-26 whoever answers nothing declined, and both are counted', async () => {
  const { cartId } = await filledCart(at.world, { sku: 'LIPSTICK' });
  const visits = [uuidv4(), uuidv4(), uuidv4()] as const;
  for (const visit of visits) await at.askLeaving(cartId, visit);
  await at.end(visits[0], {});
  await at.end(visits[1], { again: true });
  expect(at.told()).toHaveLength(1);
  const counts = () => at.world.store.surveys.counts();
  expect(counts()).toEqual([
    { survey: 'after-sale', version: 1, isLive: true, asked: 0, answered: 0, declined: 0 },
    { survey: 'on-leaving', version: 3, isLive: true, asked: 3, answered: 1, declined: 1 },
  ]);
  at.clock.advance(91 * dayMs);
  forgetOnce();
  expect(counts()[1]).toMatchObject({ asked: 0, answered: 0, declined: 0 });
});

test('SUR-22 a survey that a power cut ended is not tied to its sale for long', async () => {
  const journeyId = uuidv4();
  await at.askAfter(await sell(at.world), journeyId);
  const offer = () => at.world.store.surveys.offer(journeyId);
  forgetOnce();
  expect(offer()?.orderId).not.toBeNull();
  at.clock.advance(61 * minuteMs);
  forgetOnce();
  expect(offer()).toMatchObject({ state: 'open', orderId: null });
});

test('SUR-23 a text of which nothing is left is no answer', async () => {
  const orderId = await sell(at.world);
  const journeyId = uuidv4();
  await at.askAfter(orderId, journeyId);
  await at.end(journeyId, { words: { text: '  \n ' } });
  expect(at.told()).toEqual([]);
});

test('SUR-24 a disk that takes nothing keeps nobody waiting', async () => {
  const full = () => err(fault('store.full', 'The disk is full'));
  const broken = { ...at.own, surveys: { ...at.own.surveys, ask: full } };
  const { cartId } = await filledCart(at.world, { sku: 'LIPSTICK' });
  const asking = {
    commandId: newId(),
    journeyId: uuidv4(),
    language: 'en',
    about: { moment: 'exit', cartId },
  } as const;
  const refused = await surveyHandlers(broken, at.world.carts)['survey.ask'](asking);
  expect(refused).toEqual({ ok: true, value: { survey: null } });
  await at.handlers['survey.ask'](asking);
  const lost = { ...at.own, surveys: { ...at.own.surveys, end: full } };
  const ended = await surveyHandlers(lost, at.world.carts)['survey.end']({
    commandId: newId(),
    journeyId: asking.journeyId,
    answers: { again: true },
  });
  expect(ended).toEqual({ ok: true, value: { kept: false } });
  expect(at.logger.entries.filter(({ level }) => level === 'warn')).toHaveLength(2);
});

test('SUR-40 a version that was asked never changes; one that was not may', async () => {
  const { surveys } = at.world.store;
  const other = { ...onLeaving, definition: { elements: [{ type: 'rating', name: 'r' }] } };
  value(surveys.replaceLive([afterSale, other]));
  expect(surveys.version('on-leaving', 3)?.definition).toEqual(other.definition);
  const { cartId } = await filledCart(at.world, { sku: 'LIPSTICK' });
  await at.askLeaving(cartId);
  const changed = surveys.replaceLive([onLeaving]);
  expect(changed.ok ? null : changed.error).toMatchObject({
    code: 'survey.version_changed',
    message: expect.stringContaining('Version 3 of survey on-leaving'),
  });
  const others = { ...other, asking: { ...other.asking, sampleShare: 0.123 } };
  expect(surveys.replaceLive([others]).ok).toBe(false);
  // Nothing of the list was taken.
  expect(surveys.live().map(({ id }) => id)).toEqual(['after-sale', 'on-leaving']);
  value(surveys.replaceLive([]));
  expect(surveys.live()).toEqual([]);
  expect(surveys.version('on-leaving', 3)).not.toBeNull();
});

test('SUR-1 survey.end without having been asked is refused', async () => {
  const ended = await at.end(uuidv4(), { nps: 9 });
  expect(ended.ok ? null : ended.error.code).toBe('survey.not_asked');
});
