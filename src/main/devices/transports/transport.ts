/** Why a device cannot be reached, for people and for tests. */
export type TransportFault =
  /** There is no such port, host or file; or it went away. */
  | 'notFound'
  /** The operating system does not let us. */
  | 'noPermission'
  /** Another program holds it. */
  | 'inUse'
  /** Whatever else the driver or the network says. */
  | 'failed';

/** Thrown by `open` and `write`; `message` names the address and what the system said. */
export class TransportError extends Error {
  readonly fault: TransportFault;

  constructor(fault: TransportFault, message: string) {
    super(message);
    this.name = 'TransportError';
    this.fault = fault;
  }
}

/** What a connection tells whoever opened it. */
export interface ConnectionListener {
  /** Bytes from the device, in order, cut anywhere. */
  data(bytes: Uint8Array): void;
  /**
   * The device is gone (unplugged, hung up, an error on the line). Called once at most, never before
   * `open` resolved and never after `close` was called; the connection is closed by then.
   */
  lost(error: TransportError): void;
}

/** An open line to a device. */
export interface Connection {
  /**
   * Hands bytes to the driver in order and resolves when it has taken them all, however slow the
   * line: whoever waits for that sends no faster than the device takes. Rejects with a
   * `TransportError` when the line is lost or closed first.
   */
  write(bytes: Uint8Array): Promise<void>;
  /** Lets the line go; what waits in `write` rejects. Never rejects itself, and may be called twice. */
  close(): Promise<void>;
}

/** Bytes to and from a device, whatever the cable. */
export interface Transport {
  /** How a person finds the device: `/dev/ttyUSB0`, `COM3`, `192.0.2.7:9100`. */
  readonly address: string;
  /**
   * How many bytes a second the line carries at most; `null` where it is faster than any printer.
   * Of a serial line a tenth of its baud rate: eight bits between a start and a stop bit.
   */
  readonly bytesPerSecond: number | null;
  /** Opens the line; rejects with a `TransportError`, within five seconds. One connection at a time. */
  open(listener: ConnectionListener): Promise<Connection>;
}
