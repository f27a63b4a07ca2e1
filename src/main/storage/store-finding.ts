/** Something that is not as it must be; `check` is the name of what was looked at. */
export interface StoreFinding {
  readonly check: string;
  readonly message: string;
}
