import type { Look } from './look.ts';

export interface VesselProps {
  readonly look: Look;
  /** Prefix of the gradients' ids, unique in the document. */
  readonly id: string;
}
