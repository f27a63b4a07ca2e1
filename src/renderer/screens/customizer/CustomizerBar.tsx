import { ArrowLeft, ArrowRight, ShoppingBag } from 'lucide-react';
import type { TemplateRecord } from '#shared/domain/catalog/template.ts';
import { Action } from '../../components/Action.tsx';
import { PriceButton } from '../../components/PriceButton.tsx';
import { PriceTrace } from '../../components/PriceTrace.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { saveDesign, showStep, useCustomizer } from '../../stores/customizer.ts';
import { useKioskInfo } from '../../stores/kiosk-info.ts';
import { groupIn } from './words.ts';

/** What it costs now, and the one next thing to do. */
export function CustomizerBar({ template }: { readonly template: TemplateRecord }) {
  const { t, text } = useWords();
  const step = useCustomizer((state) => state.step);
  const status = useCustomizer((state) => state.evaluation?.status);
  const missing = useCustomizer((state) => state.evaluation?.missing) ?? [];
  const isEditing = useCustomizer((state) => state.line !== null);
  const saving = useCustomizer((state) => state.saving);
  const index = template.groups.findIndex(({ id }) => id === step);
  const previous = template.groups[index - 1];
  const next = template.groups[index + 1];
  const [firstMissing] = missing;
  const missingGroup = firstMissing === undefined ? undefined : groupIn(template, firstMissing);
  const goal = next ?? missingGroup;
  const saveLabel = isEditing ? t('customizer.save') : t('product.add');
  return (
    <div className="stays flex flex-wrap items-center gap-4 border-line border-t bg-raised px-gutter py-5 landscape:ms-8 landscape:border-s landscape:rounded-ss-lg">
      <LivePrice />
      <div className="ms-auto flex flex-wrap items-center justify-end gap-3">
        {previous !== undefined && (
          <Action
            variant="quiet"
            size="large"
            onPress={() => showStep(previous.id)}
            aria-label={t('customizer.previous')}
          >
            <ArrowLeft aria-hidden size="1.3em" className="rtl:-scale-x-100" />
          </Action>
        )}
        {status === 'valid' ? (
          <>
            {next !== undefined && (
              <Action size="large" onPress={() => showStep(next.id)}>
                {text(next.name)}
                <ArrowRight aria-hidden size="1.2em" className="rtl:-scale-x-100" />
              </Action>
            )}
            <Action
              variant="primary"
              size="large"
              isDisabled={saving}
              onPress={() => void saveDesign()}
            >
              <ShoppingBag aria-hidden size="1.2em" strokeWidth={1.75} />
              {saveLabel}
            </Action>
          </>
        ) : goal !== undefined ? (
          <Action variant="primary" size="large" onPress={() => showStep(goal.id)}>
            {t('customizer.next', { step: text(goal.name) })}
            <ArrowRight aria-hidden size="1.2em" className="rtl:-scale-x-100" />
          </Action>
        ) : (
          <Action variant="primary" size="large" isDisabled>
            <ShoppingBag aria-hidden size="1.2em" strokeWidth={1.75} />
            {saveLabel}
          </Action>
        )}
      </div>
    </div>
  );
}

function LivePrice() {
  const { t, money } = useWords();
  const price = useCustomizer((state) => state.price);
  const pricesIncludeTax = useKioskInfo((state) => state.info?.store.pricesIncludeTax ?? true);
  return (
    <>
      <p aria-live="polite" aria-atomic className="sr-only">
        {price !== null && t('customizer.priceNow', { price: money(price.totalMinor) })}
      </p>
      <PriceButton price={price === null ? null : money(price.totalMinor)}>
        {price !== null && <PriceTrace line={price} pricesIncludeTax={pricesIncludeTax} />}
      </PriceButton>
    </>
  );
}
