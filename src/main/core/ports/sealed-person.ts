/** A contact that can be stored: nothing in it can be read without this device's secret box. */
export interface SealedPerson {
  /** UUIDv7; the only thing of a person that an order names. */
  readonly id: string;
  /** base64url, as in `sealed-contact.ts`. */
  readonly sealed: string;
  /** The person's data key, sealed by the secret box; base64url. */
  readonly wrappedKey: string;
}
