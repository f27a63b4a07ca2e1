const ESC = 0x1b;

/** Commands that print something of its own, in the middle of the paper; then left again. */
export function centered(commands: Uint8Array): Uint8Array {
  return Uint8Array.from([ESC, 0x61, 1, ...commands, ESC, 0x61, 0]);
}
