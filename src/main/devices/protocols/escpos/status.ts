/** What an ESC/POS printer tells of itself in its status bytes. */
export interface PrinterStatus {
  /** It prints nothing now, whatever the reason. */
  readonly offline: boolean;
  readonly coverOpen: boolean;
  readonly paperOut: boolean;
  readonly paperNearEnd: boolean;
  /** Of the knife alone. */
  readonly cutterError: boolean;
  /** Any other error, whether it can be recovered from or not. */
  readonly error: boolean;
  /** The level of the drawer's switch: pin 3 of its connector. */
  readonly drawerHigh: boolean;
}
