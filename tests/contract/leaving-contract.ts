import { v4 as uuidv4 } from 'uuid';
import { expect, test } from 'vitest';
import type { RequestInput, RequestName, RequestOutput } from '#shared/contract/ipc/contract.ts';
import { newId } from '../helpers/client-tools.ts';

/** What a suite lends: a transport, and the way to a cart and to a sale. */
interface Lent {
  readonly value: <N extends RequestName>(
    name: N,
    input: RequestInput<N>,
  ) => Promise<RequestOutput<N>>;
  readonly code: <N extends RequestName>(name: N, input: RequestInput<N>) => Promise<string>;
  readonly filledCart: () => Promise<{ readonly cartId: string }>;
  readonly sell: () => Promise<{ readonly orderId: string }>;
}

const design = {
  template: 'lipstick',
  selections: { shade: 'signal', finish: 'satin', wax: 'beeswax', scent: 'none', cap: 'brass' },
};
const command = () => ({ commandId: newId() });

/** What a shopper takes along, over any transport: a card, a bag for the counter; and what they are asked. */
export function leavingContractTests({ value, code, filledCart, sell }: Lent): void {
  test('card.keep, card.print and card.find: a design is kept under a code', async () => {
    const sku = 'AT-LIPSTICK';
    const card = await value('card.keep', { ...command(), sku, design });
    const printed = { ...command(), code: card.content.code, allergies: [], language: 'de' };
    expect((await value('card.print', printed)).kind).toBe('card');
    const found = await value('card.find', { text: card.content.code });
    expect(found).toMatchObject({ sku, design, gone: [], isAllowed: true });
    expect(await code('card.find', { text: 'nothing that was ever a card' })).toMatch(/^card\./);
  });

  test('handOff.make, handOff.print and handOff.load: a bag goes to the counter', async () => {
    const { cartId } = await filledCart();
    const { text, code: said } = await value('handOff.make', { ...command(), cartId });
    expect((await value('handOff.print', { ...command(), text, language: 'de' })).kind).toBe(
      'slip',
    );
    const loaded = await value('handOff.load', { ...command(), cartId: newId(), text });
    expect(loaded).toMatchObject({ code: said, refused: [], couponsRefused: 0 });
    expect(await code('handOff.load', { ...command(), cartId: newId(), text: 'torn' })).toBe(
      'handOff.damaged',
    );
    expect(await code('handOff.make', { ...command(), cartId: newId() })).toBe('cart.empty');
  });

  test('SUR-3 SUR-21 SUR-23 survey.ask and survey.end: one survey a visit', async () => {
    const { orderId } = await sell();
    const journeyId = uuidv4();
    const asking = {
      ...command(),
      journeyId,
      language: 'de',
      about: { moment: 'purchase', orderId },
    } as const;
    const { survey } = await value('survey.ask', asking);
    expect(survey).toMatchObject({ id: 'after-purchase', version: 1 });
    const end = (answers: RequestInput<'survey.end'>['answers'], visit = journeyId) => ({
      ...command(),
      journeyId: visit,
      answers,
    });
    expect(await code('survey.end', end({ recommend: 11 }))).toBe('survey.answer_unfit');
    expect(await value('survey.end', end({ recommend: 10 }))).toEqual({ kept: true });
    expect(await value('survey.end', end({ recommend: 0 }))).toEqual({ kept: false });
    expect(await value('survey.ask', { ...asking, ...command() })).toEqual({ survey: null });
    expect(await code('survey.end', end({}, uuidv4()))).toBe('survey.not_asked');
  });
}
