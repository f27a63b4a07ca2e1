import type { FeedHeader, RecordKind } from '../catalog/feed.ts';

/** One record of the input before it is checked, or what stood in its place. */
export type FeedItem =
  | {
      readonly line: number;
      readonly value: unknown;
      /** Set when it is not from the file itself. */
      readonly file?: string;
      readonly notes?: readonly { readonly field: string; readonly message: string }[];
    }
  | {
      readonly line: number;
      readonly problem: string;
      readonly field?: string;
      readonly kind?: RecordKind;
      /** What could be read of the record: its key tells what must not be ended (CAT-42). */
      readonly draft?: object;
    };

/** An input of any format, opened as far as its header. */
export interface OpenFeed {
  readonly header: FeedHeader;
  /** Bytes read so far. */
  bytesRead(): number;
  readonly batches: AsyncIterable<readonly FeedItem[]>;
}
