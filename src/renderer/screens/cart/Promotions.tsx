import { Sparkles } from 'lucide-react';
import type { Quote } from '#shared/domain/pricing/quote.ts';
import { useWords } from '../../i18n/use-words.ts';

/** What was taken off, by name, and which coupons did nothing and why. */
export function Promotions({ quote }: { readonly quote: Quote }) {
  const { t, text, change } = useWords();
  if (quote.promotions.length === 0) return null;
  return (
    <section
      aria-label={t('cart.promotions')}
      className="rounded-lg bg-accent-wash px-6 py-5 text-accent-deep"
    >
      <ul className="flex flex-col gap-2">
        {quote.promotions.map(({ promotion, name, coupon, discountMinor, applications }) => (
          <li key={`${promotion}-${coupon ?? ''}`} className="flex items-baseline gap-3">
            <Sparkles aria-hidden size="1em" className="shrink-0 self-center" />
            <span className="flex-1">
              {text(name)}
              {applications > 1 && ` × ${applications}`}
              {coupon !== undefined && (
                <span className="block text-sm">{t('cart.withCoupon', { coupon })}</span>
              )}
            </span>
            <span className="tabular font-semibold">{change(-discountMinor, quote.currency)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
