import { v7 as uuidv7 } from 'uuid';
import type {
  KioskClient,
  RequestInput,
  RequestName,
  RequestResult,
} from '#shared/contract/ipc/contract.ts';
import { required } from '#shared/lib/assert.ts';

let attached: KioskClient | undefined;

/** Gives the stores the kiosk that they talk to; called once, before the first screen. */
export function attachClient(client: KioskClient): void {
  attached = client;
}

export function kiosk(): KioskClient {
  return required(attached, 'kiosk client');
}

/** A time-ordered id for carts, lines, payments and commands. */
export function newId(): string {
  return uuidv7();
}

type CommandName = {
  [N in RequestName]: RequestInput<N> extends { readonly commandId: string } ? N : never;
}[RequestName];

const attempts = 3;

/**
 * Sends a command, again with the same `commandId` when the kiosk could not be reached: the core
 * answers a repeated command as it did the first time and does nothing more.
 */
export async function send<N extends CommandName>(
  name: N,
  input: Omit<RequestInput<N>, 'commandId'>,
): Promise<RequestResult<N>> {
  // The type says that `commandId` is the only member left out.
  const full = { ...input, commandId: newId() } as unknown as RequestInput<N>;
  let answer = await kiosk().invoke(name, full);
  for (let attempt = 1; attempt < attempts && isUnreachable(answer); attempt += 1) {
    answer = await kiosk().invoke(name, full);
  }
  return answer;
}

function isUnreachable(answer: RequestResult<RequestName>): boolean {
  return !answer.ok && answer.error.code === 'internal.failure';
}
