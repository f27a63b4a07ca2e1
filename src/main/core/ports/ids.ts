/** Makes identifiers: UUIDv7 as lower-case text, ascending within a process. */
export interface Ids {
  next(): string;
}
