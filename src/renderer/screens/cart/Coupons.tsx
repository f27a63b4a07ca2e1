import { Ticket, X } from 'lucide-react';
import { useState } from 'react';
import { TextField } from 'react-aria-components';
import type { Cart } from '#shared/contract/ipc/cart.ts';
import { errorCodes } from '#shared/lib/errors.ts';
import { Action } from '../../components/Action.tsx';
import { FieldFault } from '../../components/FieldFault.tsx';
import { Form } from '../../components/Form.tsx';
import { TypingInput } from '../../components/keyboard/TypingInput.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { addCoupon, clearCouponFault, removeCoupon, useCart } from '../../stores/cart.ts';
import { closeKeyboard } from '../../stores/typing.ts';

/** Coupons that were entered, and a place to enter one. */
export function Coupons({ cart }: { readonly cart: Cart }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <section aria-label={t('coupon.title')} className="flex flex-col gap-3">
      <ul className="flex flex-col gap-2 empty:hidden">
        {cart.coupons.map((code) => (
          <CouponRow key={code} code={code} cart={cart} />
        ))}
      </ul>
      {open ? (
        <CouponForm onDone={() => setOpen(false)} />
      ) : (
        <Action variant="quiet" className="-ms-3 self-start" onPress={() => setOpen(true)}>
          <Ticket aria-hidden size="1.2em" strokeWidth={1.8} />
          {t('coupon.have')}
        </Action>
      )}
    </section>
  );
}

function CouponRow({ code, cart }: { readonly code: string; readonly cart: Cart }) {
  const { t } = useWords();
  const unused = cart.quote.unusedCoupons.find((coupon) => coupon.code === code);
  return (
    <li className="flex items-center gap-4 rounded-md border border-line-strong border-dashed py-1 pe-1 ps-5">
      <span className="flex-1">
        <span className="font-semibold tracking-wide">{code}</span>
        {unused !== undefined && (
          <span className="block text-notice text-sm">{t(`coupon.unused.${unused.reason}`)}</span>
        )}
      </span>
      <Action
        variant="quiet"
        aria-label={t('coupon.remove', { code })}
        onPress={() => void removeCoupon(code)}
      >
        <X aria-hidden size="1.2em" />
      </Action>
    </li>
  );
}

function CouponForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords();
  const [code, setCode] = useState('');
  const fault = useCart((state) => state.couponFault);
  const submit = async () => {
    if (code.trim() === '') return;
    // What is said of it has the whole bag's room, also after an Enter.
    closeKeyboard();
    clearCouponFault();
    if (await addCoupon(code.trim())) onDone();
  };
  return (
    <Form onSubmit={() => void submit()}>
      <TextField
        aria-label={t('coupon.code')}
        value={code}
        onChange={(next) => {
          setCode(next);
          clearCouponFault();
        }}
        isInvalid={fault !== null}
        maxLength={32}
        autoComplete="off"
        autoFocus
        className="flex flex-wrap gap-3"
      >
        <div className="min-w-0 flex-1">
          <TypingInput
            kind="code"
            className="uppercase tracking-wide placeholder:normal-case"
            placeholder={t('coupon.code')}
          />
        </div>
        <Action type="submit" size="large">
          {t('coupon.apply')}
        </Action>
        <FieldFault className="w-full scroll-mb-32 larger:scroll-mb-60">
          {fault !== null && t(errorCodes[fault].messageKey)}
        </FieldFault>
      </TextField>
    </Form>
  );
}
