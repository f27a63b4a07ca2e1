import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoStoreFeed } from '#db/seed/demo-store.ts';
import { flagship } from '#db/seed/store.ts';
import type { Cart } from '#shared/contract/ipc/cart.ts';
import type { KioskClient } from '#shared/contract/ipc/contract.ts';
import { normalizeCouponCode } from '#shared/domain/pricing/promotions/coupon-code.ts';
import { startTestCentral } from '../helpers/central.ts';
import { newId } from '../helpers/client-tools.ts';
import { runDemoKiosk } from '../helpers/demo-kiosk.ts';
import { publishDemo } from '../helpers/published-catalog.ts';
import { seededRandom } from '../helpers/random.ts';
import { createRandomShopping, type WantedLine } from '../helpers/random-shopping.ts';
import { shareOf } from '../helpers/share.ts';
import { suiteFolder } from '../helpers/temp-folder.ts';

// One pure engine: what a kiosk tells a shopper, head office tells every other channel. API-5
const tries = shareOf(1_000, 200);
/** Of each kind there are enough for the comparison to say something. */
const ofEachKind = shareOf(30, 5);
const timeoutMs = 600_000;
const central = startTestCentral();
const folder = suiteFolder();
const shopping = createRandomShopping(demoStoreFeed().records, Date.now());

let kiosk: KioskClient;
let office: Awaited<ReturnType<typeof central.client>>;
let version = 0;
let close: () => Promise<void> = async () => undefined;

beforeAll(async () => {
  const running = await runDemoKiosk(folder);
  kiosk = running.kiosk;
  close = running.close;
  version = await publishDemo(central);
  office = await central.client(['catalog:read']);
});
afterAll(() => close());

test(`API-5 ${tries} random designs: the kiosk and the API tell the same, to the last reason`, {
  timeout: timeoutMs,
}, async () => {
  const random = seededRandom(20_260_611);
  const seen = new Map<string, number>();
  for (let index = 0; index < tries; index += 1) {
    const { sku, design, declaration } = shopping.design(random);
    const here = await kiosk.invoke('design.evaluate', { sku, design, declaration });
    const { data, error } = await office.POST('/v1/designs/validate', {
      body: { store: flagship, sku, design, ...declaration },
    });
    const there =
      data === undefined
        ? { code: error?.code, message: error?.detail }
        : { evaluation: data.evaluation, price: data.price };
    const told = here.ok ? here.value : { code: here.error.code, message: here.error.message };
    expect(there, `design ${index}`).toEqual(told);
    const kind = here.ok ? here.value.evaluation.status : here.error.code;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
  }
  for (const kind of ['valid', 'incomplete', 'invalid', 'design.malformed']) {
    expect(seen.get(kind), kind).toBeGreaterThan(ofEachKind);
  }
});

/** Puts the lines into a new cart, as far as the kiosk takes them. */
async function fill(lines: readonly WantedLine[]) {
  const cartId = newId();
  const taken: WantedLine[] = [];
  const refused: { readonly line: WantedLine; readonly before: number; readonly why: object }[] =
    [];
  for (const line of lines) {
    const answer = await kiosk.invoke('cart.addLine', { commandId: newId(), cartId, ...line });
    if (answer.ok) taken.push(line);
    else {
      const { code, message } = answer.error;
      refused.push({ line, before: taken.length, why: { code, detail: message } });
    }
  }
  return { cartId, taken, refused };
}

async function cartOf(cartId: string): Promise<Cart> {
  const answer = await kiosk.invoke('cart.get', { cartId });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

const pricedLine = ({ declaration, ...line }: WantedLine) => ({ ...line, ...declaration });

test(`API-5 ${tries} random baskets: the bag and the API come to the same price, step by step`, {
  timeout: timeoutMs,
}, async () => {
  const random = seededRandom(20_260_612);
  const seen = { lines: 0, refused: 0, discounts: 0, coupons: 0, unused: 0 };
  for (let index = 0; index < tries; index += 1) {
    const { cartId, taken, refused } = await fill(shopping.lines(random));
    for (const { line, before, why } of refused) {
      const lines = [...taken.slice(0, before), line].map(pricedLine);
      const { error } = await office.POST('/v1/price', {
        body: { store: flagship, basket: { lines } },
      });
      expect(error, `basket ${index}`).toMatchObject(why);
    }
    const codes = shopping.coupons(random);
    const unknown = new Set<string>();
    for (const code of codes) {
      const added = await kiosk.invoke('cart.addCoupon', { commandId: newId(), cartId, code });
      if (added.ok) continue;
      expect(added.error.code).toBe('pricing.coupon_unknown');
      unknown.add(normalizeCouponCode(code));
    }
    const { quote } = await cartOf(cartId);
    const { data, error } = await office.POST('/v1/price', {
      body: {
        store: flagship,
        basket: { lines: taken.map(pricedLine), coupons: [...codes] },
        at: new Date(quote.at).toISOString(),
      },
    });
    expect(error, `basket ${index}`).toBeUndefined();
    // A cart does not keep a code that nobody knows; the API lists it.
    const told = data?.unusedCoupons.filter(({ reason }) => reason !== 'unknown');
    const strangers = data?.unusedCoupons.filter(({ reason }) => reason === 'unknown');
    expect(new Set(strangers?.map(({ code }) => code)), `basket ${index}`).toEqual(unknown);
    // Versions are each side's own.
    expect({ ...data, unusedCoupons: told }, `basket ${index}`).toEqual({
      ...quote,
      catalogVersion: version,
      at: new Date(quote.at).toISOString(),
    });
    seen.lines += quote.lines.length;
    seen.refused += refused.length;
    seen.unused += quote.unusedCoupons.length;
    if (quote.discountMinor > 0) seen.discounts += 1;
    if (quote.promotions.some(({ coupon }) => coupon !== undefined)) seen.coupons += 1;
  }
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(ofEachKind);
});
