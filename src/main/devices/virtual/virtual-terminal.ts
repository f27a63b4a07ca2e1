import { createHash } from 'node:crypto';
import type { PaymentTerminal, TerminalAnswer } from '#main/core/ports/payment-terminal.ts';
import type { CardAnswer } from '#main/core/ports/virtual-bench.ts';
import type { BenchState } from '#shared/contract/ipc/bench.ts';
import { createListeners } from './listeners.ts';
import { openPaymentMemory, type RememberedPayment } from './payment-memory.ts';

type Request = Parameters<PaymentTerminal['authorize']>[0];
type OnStage = Parameters<PaymentTerminal['authorize']>[1];

export interface VirtualTerminalOptions {
  /** Where its bank keeps the payments. */
  readonly file: string;
  /** What to answer without being asked; `null`: somebody presses the buttons. */
  readonly auto: CardAnswer | null;
  /** How long the bank thinks about a card. */
  readonly authorizingMs: number;
  /** How long it waits for a card. */
  readonly cardTimeoutMs: number;
}

/** A card terminal made of software, with buttons instead of cards. */
export interface VirtualTerminal extends PaymentTerminal {
  state(): BenchState['terminal'];
  /** Presses a button; without a waiting payment nothing happens. */
  answer(answer: CardAnswer): void;
  setAuto(auto: CardAnswer | null): void;
  onChange(listener: () => void): () => void;
  /** Breaks the line to whoever waits, as a power cut does. */
  close(): void;
}

interface Waiting {
  readonly request: Request;
  readonly end: (how: CardAnswer | 'cancel' | 'cut') => void;
}

export function createVirtualTerminal(options: VirtualTerminalOptions): VirtualTerminal {
  const bank = openPaymentMemory(options.file);
  const listeners = createListeners();
  let auto = options.auto;
  let waiting: Waiting | null = null;
  let working: { readonly paymentId: string; readonly answer: Promise<TerminalAnswer> } | null =
    null;

  /** Resolves with the button that is pressed, or with the timeout. */
  function waitForCard(request: Request): Promise<CardAnswer | 'cancel' | 'cut'> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => end('timeout'), options.cardTimeoutMs);
      const end: Waiting['end'] = (how) => {
        clearTimeout(timer);
        waiting = null;
        resolve(how);
        listeners.notify();
      };
      waiting = { request, end };
      listeners.notify();
      if (auto !== null) end(auto);
    });
  }

  function settle(request: Request, outcome: RememberedPayment['outcome']): TerminalAnswer {
    // It may have been reversed meanwhile: the first word counts.
    const payment = bank.find(request.paymentId) ?? { ...request, outcome };
    bank.remember(payment);
    return answerOf(payment);
  }

  async function authorize(request: Request, onStage: OnStage): Promise<TerminalAnswer> {
    onStage('waitingForCard');
    const how = await waitForCard(request);
    switch (how) {
      case 'cut':
        return { outcome: 'lost' };
      case 'cancel':
        return settle(request, 'cancelled');
      case 'timeout':
        return settle(request, 'timeout');
      default:
        onStage('authorizing');
        await sleep(options.authorizingMs);
        if (how === 'decline') return settle(request, 'declined');
        settle(request, 'approved');
        return how === 'loseAnswer' ? { outcome: 'lost' } : lookUp(request.paymentId);
    }
  }

  function lookUp(paymentId: string): TerminalAnswer {
    const payment = bank.find(paymentId);
    return payment === null ? { outcome: 'lost' } : answerOf(payment);
  }

  return {
    authorize({ paymentId, amountMinor, currency }, onStage) {
      if (bank.find(paymentId) !== null) return Promise.resolve(lookUp(paymentId));
      if (working?.paymentId === paymentId) return working.answer;
      if (working !== null) {
        return Promise.resolve({ outcome: 'declined', reason: 'the terminal is busy' });
      }
      const answer = authorize({ paymentId, amountMinor, currency }, onStage).finally(() => {
        working = null;
      });
      working = { paymentId, answer };
      return answer;
    },

    cancel(paymentId) {
      if (waiting?.request.paymentId === paymentId) waiting.end('cancel');
    },

    async lookup(paymentId) {
      // Still at it: what becomes of the payment is not known yet.
      if (working?.paymentId === paymentId) return { outcome: 'lost' };
      return bank.find(paymentId) === null ? { outcome: 'unknown' } : lookUp(paymentId);
    },

    async reverse(paymentId) {
      const payment = bank.find(paymentId) ?? { paymentId, amountMinor: 0, currency: 'XXX' };
      bank.remember({ ...payment, outcome: 'reversed' });
      return 'reversed';
    },

    state: () => ({
      state: waiting === null ? 'idle' : 'waitingForCard',
      ...(waiting === null ? {} : { amountMinor: waiting.request.amountMinor }),
      ...(auto === null ? {} : { auto }),
    }),

    answer(answer) {
      waiting?.end(answer);
    },

    setAuto(next) {
      auto = next;
      if (auto !== null && waiting !== null) waiting.end(auto);
      else listeners.notify();
    },

    onChange: listeners.add,

    close() {
      waiting?.end('cut');
    },
  };
}

function answerOf({ paymentId, outcome }: RememberedPayment): TerminalAnswer {
  switch (outcome) {
    case 'approved':
      return {
        outcome,
        reference: referenceOf(paymentId),
        scheme: 'VISA',
        maskedPan: '**** 4242',
      };
    case 'declined':
      return { outcome, reason: 'the bank said no' };
    case 'reversed':
      return { outcome: 'cancelled' };
    default:
      return { outcome };
  }
}

/** Six digits, the same for the same payment. */
function referenceOf(paymentId: string): string {
  const number = createHash('sha256').update(paymentId).digest().readUInt32BE(0);
  return String(number % 1_000_000).padStart(6, '0');
}

function sleep(durationMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, durationMs);
  });
}
