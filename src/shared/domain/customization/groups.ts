import type { TextRules } from './text-rules.ts';

/** A single, color or multi group: between `min` and `max` of its options. */
export interface OptionsModel {
  readonly kind: 'options';
  readonly index: number;
  readonly id: string;
  /** Holds one option, which a tap replaces; else a tap adds. */
  readonly single: boolean;
  readonly min: number;
  readonly max: number;
  /** Its options are `first` … `first + size - 1` of the template's options. */
  readonly first: number;
  readonly size: number;
}

/** An amount or text group: nothing, or a number (the amount, the characters) within bounds. */
export interface NumberModel {
  readonly kind: 'number';
  readonly index: number;
  readonly id: string;
  readonly of: 'amount' | 'text';
  readonly required: boolean;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Set for text groups whose pattern can be read. */
  readonly textRules?: TextRules;
}

/** A group as the engine sees it. */
export type GroupModel = OptionsModel | NumberModel;

/** An option by its number in the template, with the number of its group. */
export interface OptionModel {
  readonly index: number;
  readonly group: number;
  readonly id: string;
}
