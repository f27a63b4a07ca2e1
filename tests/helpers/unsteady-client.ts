import type { CentralClient } from '#main/sync/central-client.ts';

/** What happens to a call on its way; drawn for each. */
export type CallFate =
  | 'arrives'
  | 'requestLost'
  | 'answerLost'
  /** Sent twice; the second answer counts. */
  | 'doubled'
  /** Lost now, and there some minutes later; what tells the device's time is only lost. */
  | 'delayed';

/**
 * A client whose calls may be lost, doubled or late, as over a bad line; every call is signed anew, as a
 * proxy could not. `late` gets what is delayed; whoever runs it has it arrive, signed as of when it was sent.
 */
export function unsteadyClient(
  client: CentralClient,
  fate: () => CallFate,
  late: (send: () => Promise<unknown>) => void,
): CentralClient {
  async function post(...args: readonly unknown[]): Promise<unknown> {
    const send = async (): Promise<unknown> => Reflect.apply(client.POST, client, args);
    const lost = new Error('The line broke');
    // It would say that the device's clock is that far behind.
    const tellsTime = args[0] === '/v1/device/events';
    const drawn = fate();
    switch (drawn === 'delayed' && tellsTime ? 'requestLost' : drawn) {
      case 'arrives':
        return send();
      case 'doubled':
        await send();
        return send();
      case 'answerLost':
        await send();
        throw lost;
      case 'delayed':
        late(send);
        throw lost;
      case 'requestLost':
        throw lost;
    }
  }
  // The arguments go through as they are.
  return { ...client, POST: post as CentralClient['POST'] };
}
