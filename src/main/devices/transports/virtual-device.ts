/** The cable as a device made of software sees it. */
export interface VirtualLine {
  /** Sends bytes to the kiosk. */
  send(bytes: Uint8Array): void;
  /** The cable comes out; nothing of this line arrives any more, either way. */
  unplug(): void;
}

/** What a line hands to the device at its end. */
export interface VirtualLineEnd {
  /** Bytes from the kiosk, in order; resolves when the device has taken them, at the pace of its line. */
  receive(bytes: Uint8Array): Promise<void>;
  /** The kiosk let the line go. */
  hangUp(): void;
}

/**
 * A device made of software. It sits at the end of a line of this process, of a pseudo-terminal or of
 * a TCP port, and cannot tell which.
 */
export interface VirtualDevice {
  /** Whether its cable is in; without, no line can be opened. */
  plugged(): boolean;
  /** Calls `listener` when the cable is put in or comes out, until the returned function is called. */
  onPlug(listener: () => void): () => void;
  /** A line was opened. */
  connect(line: VirtualLine): VirtualLineEnd;
}
