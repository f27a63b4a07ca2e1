/** One ingredient of a printed list. */
export interface InciEntry {
  /** The INCI name in one spelling: `AQUA`, `Water/Aqua/Eau` and `Aqua (Water)` are all `Aqua`. */
  readonly name: string;
  /** Other names printed for the same ingredient: trivial, translated, or in brackets. */
  readonly synonyms: readonly string[];
  /** Colour Index numbers, five digits each; one entry may stand for several pigments. */
  readonly ciNumbers: readonly string[];
  /** Mass percent as printed, e.g. of an active ingredient. */
  readonly percent?: number;
  /** What was printed. */
  readonly source: string;
}

/**
 * Why a part of the text is not an ingredient. `unclear` is the one that someone should look at:
 * it may hold an ingredient that could not be told from its surroundings.
 */
type InciReason = 'description' | 'heading' | 'notice' | 'legend' | 'code' | 'unclear';

/** A part of the text that is no ingredient, as printed. */
export interface UnparsedInci {
  readonly text: string;
  readonly reason: InciReason;
}

/** A printed list as it was read; nothing of the text is lost. */
export interface ParsedInci {
  readonly ingredients: readonly InciEntry[];
  readonly mayContain: readonly InciEntry[];
  readonly unparsed: readonly UnparsedInci[];
}
