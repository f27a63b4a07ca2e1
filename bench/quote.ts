import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { median } from './median.ts';
import { createCarts, createPromotionWorld } from './promotion-world.ts';

const ROUNDS = 15;

/** Microseconds for the whole quote of a ten-line cart with 50 promotions: the median of 15 rounds. */
export function benchQuote(): { quote_10_lines_us: number } {
  const catalog = createPromotionWorld();
  const carts = createCarts(500);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const startMs = performance.now();
    for (const cart of carts) {
      if (!priceBasket(cart, catalog).ok) throw new Error('a cart of the benchmark has no price');
    }
    return ((performance.now() - startMs) * 1000) / carts.length;
  });
  return { quote_10_lines_us: Math.round(median(rounds) * 10) / 10 };
}
