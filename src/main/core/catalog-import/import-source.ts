/** A file to be imported, wherever it is. */
export interface ImportSource {
  /** Shown in reports, e.g. the path as it was given. */
  readonly name: string;
  readonly sizeBytes: number;
  /** The bytes in order; asked for once. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** The mapping that turns a CSV file into records. */
export interface MappingText {
  readonly name: string;
  readonly text: string;
}

/**
 * Thrown while a file is read when it cannot be read at all, and caught by the use case: an
 * async iterator has no other way to end with an error. Nobody else sees it.
 */
export class MalformedInput extends Error {}
