import { textIn } from '../catalog/primitives.ts';
import type { StoreRecord } from '../catalog/store.ts';
import type { TemplateRecord } from '../catalog/template.ts';
import { describeDesign } from '../customization/describe.ts';
import { formatMoney } from '../money/format.ts';
import type { BasketLine } from '../pricing/basket.ts';
import type { QuoteLine } from '../pricing/quote.ts';
import type { Order, Payment } from '../sale/order.ts';
import { formatMoment } from './format-moment.ts';
import type { ReceiptBlock, ReceiptDocument } from './receipt-document.ts';
import { fill, type ReceiptTexts } from './receipt-texts.ts';

/** What a receipt tells beside the order, at the order's own catalog version. */
export interface ReceiptSource {
  readonly store: StoreRecord;
  readonly templates: ReadonlyMap<string, TemplateRecord>;
}

interface Context extends ReceiptSource {
  readonly order: Order;
  readonly texts: ReceiptTexts;
  /** BCP 47 tag of the language that it is written in. */
  readonly locale: string;
  readonly money: (amountMinor: number) => string;
}

/** The receipt of a finished sale; equal input gives an equal document. Rules SAL-50 and on. */
export function buildReceipt(
  order: Order,
  source: ReceiptSource,
  texts: ReceiptTexts,
): ReceiptDocument {
  return write(order, source, texts, source.store.locale);
}

/** The same in the language of a BCP 47 tag, for somebody to read; it says that it is not the receipt. SAL-68. */
export function buildReceiptTranslation(
  order: Order,
  source: ReceiptSource,
  texts: ReceiptTexts,
  locale: string,
): ReceiptDocument {
  const { blocks, ...document } = write(order, source, texts, locale);
  const note: ReceiptBlock = { kind: 'text', text: texts.translation, align: 'center', bold: true };
  return { ...document, blocks: [note, { kind: 'space' }, ...blocks] };
}

function write(
  order: Order,
  source: ReceiptSource,
  texts: ReceiptTexts,
  locale: string,
): ReceiptDocument {
  const context: Context = {
    ...source,
    order,
    texts,
    locale,
    money: (amountMinor) => formatMoney(amountMinor, order.currency, locale),
  };
  return {
    title: fill(texts.receiptNumber, { number: order.number }),
    locale,
    blocks: [
      ...head(context),
      { kind: 'rule' },
      ...lines(context),
      { kind: 'rule' },
      ...totals(context),
      { kind: 'space' },
      ...payments(context),
      { kind: 'space' },
      { kind: 'text', text: texts.thanks, align: 'center' },
      {
        kind: 'qr',
        data: `urn:uuid:${order.id}`,
        caption: fill(texts.orderCaption, { number: order.number }),
      },
    ],
  };
}

function head({ order, store, texts, locale }: Context): readonly ReceiptBlock[] {
  return [
    ...(store.logo === undefined
      ? []
      : [{ kind: 'logo', ...store.logo, alt: store.name } as const]),
    { kind: 'title', text: store.name },
    ...[...store.address, ...store.legalLines].map(
      (text): ReceiptBlock => ({ kind: 'text', text, align: 'center' }),
    ),
    { kind: 'space' },
    {
      kind: 'text',
      text: fill(texts.receiptNumber, { number: order.number }),
      align: 'left',
      bold: true,
    },
    ...(order.pickup === undefined
      ? []
      : [
          {
            kind: 'text',
            text: fill(texts.pickup, { number: order.pickup }),
            align: 'left',
            bold: true,
          } as const,
        ]),
    {
      kind: 'text',
      text: formatMoment(order.soldAt, locale, store.timeZone),
      align: 'left',
    },
  ];
}

function lines(context: Context): readonly ReceiptBlock[] {
  const basketLines = new Map(context.order.basket.lines.map((line) => [line.lineId, line]));
  return context.order.quote.lines.flatMap((line) => [
    ...lineRows(context, line),
    ...choiceRows(context, basketLines.get(line.lineId)),
  ]);
}

function lineRows({ locale, texts, money }: Context, line: QuoteLine): readonly ReceiptBlock[] {
  const name: ReceiptBlock = {
    kind: 'row',
    label: textIn(line.name, locale),
    amount: money(line.subtotalMinor),
    emphasis: 'normal',
  };
  if (line.quantity === 1) return [name];
  const price = money(line.unitPriceMinor);
  return [name, quiet(fill(texts.unitPrice, { quantity: String(line.quantity), price }))];
}

function choiceRows(
  { locale, templates, texts }: Context,
  line: BasketLine | undefined,
): readonly ReceiptBlock[] {
  if (line?.design === undefined) return [];
  const template = templates.get(line.design.template);
  if (template === undefined) return [];
  return describeDesign(template, line.design).map(({ group, value }) =>
    quiet(
      fill(texts.choice, {
        group: textIn(group, locale),
        value: textIn(value, locale),
      }),
    ),
  );
}

function totals(context: Context): readonly ReceiptBlock[] {
  const { order, texts, money } = context;
  const { quote } = order;
  const total: ReceiptBlock = {
    kind: 'row',
    label: texts.total,
    amount: money(quote.totalMinor),
    emphasis: 'total',
  };
  const saysMore = quote.promotions.length > 0 || !quote.pricesIncludeTax;
  return [
    ...(saysMore ? [row(texts.subtotal, money(quote.subtotalMinor))] : []),
    ...discountRows(context),
    ...(quote.pricesIncludeTax ? [] : taxRows(context)),
    total,
    ...(quote.pricesIncludeTax ? taxRows(context) : []),
    ...(order.cashRoundingMinor === 0
      ? []
      : [row(texts.cashRounding, money(order.cashRoundingMinor))]),
  ];
}

function discountRows({ order, locale, money }: Context): readonly ReceiptBlock[] {
  return order.quote.promotions.map(({ name, discountMinor }) =>
    row(textIn(name, locale), money(-discountMinor)),
  );
}

function taxRows({ order, locale, texts, money }: Context): readonly ReceiptBlock[] {
  const { pricesIncludeTax, taxes } = order.quote;
  return taxes.map((tax): ReceiptBlock => {
    const label = fill(pricesIncludeTax ? texts.taxIncluded : texts.taxAdded, {
      label: textIn(tax.label, locale),
      net: money(tax.netMinor),
    });
    const emphasis = pricesIncludeTax ? 'quiet' : 'normal';
    return { kind: 'row', label, amount: money(tax.taxMinor), emphasis };
  });
}

function payments(context: Context): readonly ReceiptBlock[] {
  return context.order.payments.flatMap((payment) => paymentRows(context, payment));
}

function paymentRows({ texts, money }: Context, payment: Payment): readonly ReceiptBlock[] {
  switch (payment.kind) {
    case 'cash':
      // Nothing was owed and nothing was handed over.
      if (payment.tenderedMinor === 0) return [];
      return [
        row(texts.cashGiven, money(payment.tenderedMinor)),
        row(texts.cashChange, money(payment.changeMinor)),
      ];
    case 'card': {
      const { scheme, maskedPan, reference } = payment;
      return [
        row(fill(texts.card, { scheme, maskedPan }).trim(), money(payment.amountMinor)),
        quiet(fill(texts.cardReference, { reference })),
      ];
    }
  }
}

function row(label: string, amount: string): ReceiptBlock {
  return { kind: 'row', label, amount, emphasis: 'normal' };
}

function quiet(label: string): ReceiptBlock {
  return { kind: 'row', label, amount: '', emphasis: 'quiet', indent: 2 };
}
