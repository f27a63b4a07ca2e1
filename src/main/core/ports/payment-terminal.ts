/** What the terminal says about a payment that it was asked for. */
export type TerminalAnswer =
  | {
      readonly outcome: 'approved';
      readonly reference: string;
      readonly scheme: string;
      /** At most four digits, e.g. `**** 4242`. */
      readonly maskedPan: string;
    }
  | { readonly outcome: 'declined'; readonly reason: string }
  | { readonly outcome: 'cancelled' }
  /** Nobody presented a card in time; nothing was charged. */
  | { readonly outcome: 'timeout' }
  /** The line broke: the card may have been charged. Ask `lookup` later. */
  | { readonly outcome: 'lost' };

/** A card terminal. Payments are known by the id that we make, so that asking twice charges once. */
export interface PaymentTerminal {
  /** Charges a card, minor units of an ISO 4217 currency; a rejection counts as `lost`. */
  authorize(
    request: {
      readonly paymentId: string;
      readonly amountMinor: number;
      readonly currency: string;
    },
    onStage: (stage: 'waitingForCard' | 'authorizing') => void,
  ): Promise<TerminalAnswer>;
  /** Asks to stop waiting for a card; what comes of it is the answer of `authorize`. */
  cancel(paymentId: string): void;
  /** `unknown`: the terminal never heard of it. `lost`: it cannot be reached now. */
  lookup(paymentId: string): Promise<TerminalAnswer | { readonly outcome: 'unknown' }>;
  /**
   * Gives the money back when an approved payment cannot become an order. One that was not decided
   * yet, or never heard of, will not be approved any more.
   */
  reverse(paymentId: string): Promise<'reversed' | 'lost'>;
}
