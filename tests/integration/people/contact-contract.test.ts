import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequestInput } from '#shared/contract/ipc/contract.ts';
import { answerTo, newId } from '../../helpers/client-tools.ts';
import { demoSku } from '../../helpers/demo-database.ts';
import { runDemoKiosk } from '../../helpers/demo-kiosk.ts';
import { tracesInFiles } from '../../helpers/store-traces.ts';
import { suiteFolder } from '../../helpers/temp-folder.ts';
import { canaries, contact, withRawDb } from './people-world.ts';

const folder = suiteFolder();
let subject: Awaited<ReturnType<typeof runDemoKiosk>>;

beforeAll(async () => {
  subject = await runDemoKiosk(folder);
});
afterAll(() => subject.close());

async function payment(): Promise<RequestInput<'checkout.payCash'>> {
  const ids = { commandId: newId(), cartId: newId() };
  const line = { lineId: 'a', sku: demoSku, quantity: 1 };
  const { cartId, revision } = await answerTo(subject.kiosk, 'cart.addLine', { ...ids, ...line });
  return { commandId: newId(), paymentId: newId(), cartId, revision, tenderedMinor: 100_000 };
}

test('PPL-1 PPL-8 a contact comes with the payment, in the running kiosk', async () => {
  await answerTo(subject.kiosk, 'checkout.payCash', { ...(await payment()), contact });
  const file = join(folder, 'kiosk.db');
  expect(withRawDb(file, (db) => db.value('SELECT count(*) FROM people'))).toBe(1);
  expect(tracesInFiles(folder, canaries)).toEqual([]);
  expect(subject.failures()).toEqual([]);
});

test('PPL-9 a contact that is none is refused without quoting it, and nothing is charged', async () => {
  const pay = await payment();
  const wrong = [{ email: 'Quillfeather' }, { name: 'Zanzibarowa\n' }, {}, { Quillfeather: 'x' }];
  for (const written of wrong) {
    const answer = await subject.kiosk.route('checkout.payCash', { ...pay, contact: written });
    expect(answer).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
    const said = JSON.stringify(answer).replaceAll('/contact/Quillfeather', '');
    expect(canaries.filter((word) => said.includes(word))).toEqual([]);
  }
  await answerTo(subject.kiosk, 'checkout.payCash', pay);
});
