import type { RecordKind } from '../catalog/feed.ts';

/** Where in the input something is. */
interface InputPlace {
  readonly file: string;
  /** 1-based; 0 for a record that stands on no line of its own. */
  readonly line: number;
  readonly kind?: RecordKind;
  readonly key?: string;
}

/** A record that was left out, and why. */
export interface Rejection extends InputPlace {
  /** Path within the record, or empty when the line as a whole is wrong. */
  readonly field: string;
  readonly reason: string;
  /** Set when the input leaves a published record out that could not be ended; it is on no line. */
  readonly isRemoval?: true;
}

/** Something that someone should look at, although the record was imported. */
export interface ImportNote extends InputPlace {
  readonly field: string;
  readonly message: string;
}

/** What became of the records of an input. */
export interface InputReport {
  readonly source: string;
  readonly mode: 'full' | 'delta';
  /** Records in the input, rejected ones included. */
  readonly read: number;
  /** Refused removals included, which are not among the records read. */
  readonly rejected: readonly Rejection[];
  readonly notes: readonly ImportNote[];
}

/** What an import did on a kiosk. */
export interface ImportReport extends InputReport {
  /** The published version; the one before when nothing changed. */
  readonly version: number;
  readonly contentHash: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

/** How far an import is. */
export interface ImportProgress {
  readonly stage: 'reading' | 'checking' | 'storing';
  /** Bytes while reading, records otherwise. */
  readonly done: number;
  readonly total: number;
}

/** What a person reads who has cancelled an import. */
export function cancelledMessage(source: string): string {
  return `The import of ${source} was cancelled; nothing was changed`;
}
