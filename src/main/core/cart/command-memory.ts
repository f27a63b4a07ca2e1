import { errorCodes, type Fault } from '#shared/lib/errors.ts';
import type { Result } from '#shared/lib/result.ts';

type Answer = Result<unknown, Fault>;

/** What a cart answered to the last commands, so that a retry changes nothing. SAL-2. */
export interface CommandMemory {
  /** The answer given before; `forgotten` when only the fact is still known; `null` when it is new. */
  recall(command: string, commandId: string): Answer | 'forgotten' | null;
  /** Keeps an answer, unless it invites to try the same again later. */
  remember(command: string, commandId: string, answer: Answer): void;
  /** Keeps the ids alone. */
  forgetAnswers(): void;
}

export function createCommandMemory(size: number): CommandMemory {
  const answers = new Map<string, Answer | 'forgotten'>();
  return {
    recall: (command, commandId) => answers.get(`${command} ${commandId}`) ?? null,
    remember(command, commandId, answer) {
      if (!answer.ok && errorCodes[answer.error.code].retryable) return;
      answers.set(`${command} ${commandId}`, answer);
      const [oldest] = answers.keys();
      if (answers.size > size && oldest !== undefined) answers.delete(oldest);
    },
    forgetAnswers() {
      for (const key of answers.keys()) answers.set(key, 'forgotten');
    },
  };
}
