/** The fixed words of a receipt in one language. `{name}` marks where a value goes. */
export interface ReceiptTexts {
  /** `{number}` */
  readonly receiptNumber: string;
  /** `{number}`: what is called when the order is ready. */
  readonly pickup: string;
  /** `{quantity}`, `{price}`: how many at which unit price. */
  readonly unitPrice: string;
  /** `{group}`, `{value}`: one choice of a design. */
  readonly choice: string;
  readonly subtotal: string;
  readonly total: string;
  /** `{label}`, `{net}`: tax that the prices include. */
  readonly taxIncluded: string;
  /** `{label}`, `{net}`: tax that comes on top of the prices. */
  readonly taxAdded: string;
  readonly cashRounding: string;
  readonly cashGiven: string;
  readonly cashChange: string;
  /** `{scheme}`, `{maskedPan}` */
  readonly card: string;
  /** `{reference}`: the terminal's own reference. */
  readonly cardReference: string;
  readonly thanks: string;
  /** Title of the page that shows whether a printer is set up well. */
  readonly testPage: string;
  /** `{number}`: below the QR code. */
  readonly orderCaption: string;
  /** Large at the top and the bottom of a receipt that is printed again. */
  readonly copy: string;
  /** At the head of what is shown in another language than the store's. */
  readonly translation: string;
}

/** `text` with each `{name}` replaced; a name without a value is left as it stands. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
