import { expect, test } from 'vitest';
import { answerTo, newId } from '../../helpers/client-tools.ts';
import { demoSku } from '../../helpers/demo-database.ts';
import { runDemoKiosk } from '../../helpers/demo-kiosk.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

test('HST-10 stopping lets a payment that waits for its card end first', async () => {
  const { kiosk, failures, close } = await runDemoKiosk(tempFolder());
  const cartId = newId();
  const { revision } = await answerTo(kiosk, 'cart.addLine', {
    commandId: newId(),
    cartId,
    lineId: 'a',
    sku: demoSku,
    quantity: 1,
  });
  const stages: string[] = [];
  kiosk.subscribe('payment.changed', ({ stage }) => stages.push(stage));
  const paymentId = newId();
  const payment = kiosk.invoke('checkout.payCard', {
    commandId: newId(),
    cartId,
    revision,
    paymentId,
  });
  await expect.poll(() => stages).toContain('waitingForCard');

  await close();
  // Whether the card was charged is not known: the next start asks the terminal.
  expect(await payment).toMatchObject({ ok: false, error: { code: 'payment.unsettled' } });
  expect(failures()).toEqual([]);
});
