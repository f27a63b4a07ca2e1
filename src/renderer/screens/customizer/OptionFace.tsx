import { Ban, Check } from 'lucide-react';
import { memo } from 'react';
import type { TemplateOption, TemplateRecord } from '#shared/domain/catalog/template.ts';
import type { Availability } from '#shared/domain/customization/evaluation.ts';
import { Swatch } from '../../components/product-art/Swatch.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { choiceWords, reasonWords } from './words.ts';

interface OptionFaceProps {
  readonly template: TemplateRecord;
  readonly option: TemplateOption;
  readonly availability: Availability | undefined;
  readonly isSelected: boolean;
  /** Color of the product, to show a finish on. */
  readonly tint: string;
}

/** An option as a tile: its name, what it adds to the price, and, where it is impossible, with what. */
export const OptionTile = memo(function OptionTile({
  template,
  option,
  availability,
  isSelected,
  tint,
}: OptionFaceProps) {
  const { text } = useWords();
  const swatch = option.color ?? (option.finish === undefined ? undefined : tint);
  return (
    <span className="flex w-full items-center gap-4">
      {swatch !== undefined && (
        <Swatch color={swatch} finish={option.finish} className="h-14 w-14 shrink-0" />
      )}
      <span className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="flex items-baseline justify-between gap-3">
          <span className="font-semibold leading-tight">{text(option.name)}</span>
          <OptionPrice option={option} />
        </span>
        {option.description !== undefined && (
          <span className="text-sm text-soft leading-snug">{text(option.description)}</span>
        )}
        <Impossible template={template} availability={availability} />
      </span>
      {isSelected && (
        <Check aria-hidden size="1.3em" strokeWidth={2.4} className="shrink-0 text-accent" />
      )}
    </span>
  );
});

/** An option as a shade: never color alone, the name and the undertone stand below. */
export const OptionShade = memo(function OptionShade({
  template,
  option,
  availability,
  isSelected,
}: OptionFaceProps) {
  const { t, text } = useWords();
  const impossible = availability !== undefined && !availability.available;
  return (
    <span className="flex w-full flex-col items-center gap-1">
      <span className="relative">
        <Swatch
          color={option.color ?? '#d8ccbc'}
          finish={option.finish}
          className={`h-18 w-18 ${impossible ? 'opacity-55' : ''}`}
        />
        {isSelected && (
          <span className="absolute -end-1 -bottom-1 flex h-8 w-8 items-center justify-center rounded-full bg-accent text-on-accent">
            <Check aria-hidden size="1.05em" strokeWidth={2.8} />
          </span>
        )}
      </span>
      <span className="font-semibold text-sm leading-tight">{text(option.name)}</span>
      {option.undertone !== undefined && (
        <span className="text-soft text-xs">{t(`undertone.${option.undertone}`)}</span>
      )}
      <OptionPrice option={option} />
      <Impossible template={template} availability={availability} />
    </span>
  );
});

function OptionPrice({ option }: { readonly option: TemplateOption }) {
  const { t, change, percent } = useWords();
  const { price } = option;
  if (price === undefined) return null;
  return (
    <span className="tabular shrink-0 text-sm text-soft">
      {price.kind === 'flat'
        ? change(price.amountMinor)
        : t('customizer.percentMore', { percent: percent(price.bps) })}
    </span>
  );
}

function Impossible({
  template,
  availability,
}: {
  readonly template: TemplateRecord;
  readonly availability: Availability | undefined;
}) {
  const words = useWords();
  if (availability === undefined || availability.available) return null;
  const { conflict, reasons } = availability;
  const [reason] = reasons;
  const with_ = conflict.map((choice) => choiceWords(words, template, choice));
  return (
    <span className="flex items-start gap-2 pt-1 text-start text-ink text-xs leading-snug">
      <Ban aria-hidden size="1.15em" strokeWidth={2} className="mt-[0.1em] shrink-0" />
      <span className="line-clamp-3">
        {with_.length > 0
          ? words.t('customizer.notWith', { choices: words.list(with_) })
          : reason !== undefined && reasonWords(words, template, reason)}
      </span>
    </span>
  );
}
