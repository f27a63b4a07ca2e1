/** The bytes of a feed, wherever they are. */
export interface FeedSource {
  /** Shown in reports, e.g. the path as it was given. */
  readonly name: string;
  /** How far the reading is, is told as a part of this; 0 when nobody knows. */
  readonly sizeBytes: number;
  /** The bytes in order; asked for once. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** Makes text of bytes, piece by piece, and throws on what is none: a `TextDecoder` that is fatal. */
export interface TextDecoding {
  /** The name of the encoding, for messages. */
  readonly encoding: string;
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

/**
 * Thrown while a feed is read when it cannot be read at all, and caught by the use case: an
 * async iterator has no other way to end with an error. Nobody else sees it.
 */
export class MalformedInput extends Error {}
