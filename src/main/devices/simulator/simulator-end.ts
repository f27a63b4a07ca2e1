/** Where a simulated device can be reached from outside this process. */
export interface SimulatorEnd {
  /** How whoever wants to print finds it: the path of a terminal, or host and port. */
  readonly address: string;
  /** Lets everything go. Never rejects. */
  close(): Promise<void>;
}

/** Why an end could not be opened or did not stay open; `message` is one line for a person. */
export class SimulatorFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SimulatorFault';
  }
}

export function asFault(error: unknown): SimulatorFault {
  if (error instanceof SimulatorFault) return error;
  return new SimulatorFault(error instanceof Error ? error.message : String(error));
}
