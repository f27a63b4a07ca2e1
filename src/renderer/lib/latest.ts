/** Of several requests that overlap only the last one may report back: the last tap wins. */
export interface Turns {
  /** Begins a turn; the returned function tells whether it is still the last one. */
  readonly begin: () => () => boolean;
  /** Overtakes whatever is under way. */
  readonly overtake: () => void;
}

export function createTurns(): Turns {
  let last = 0;
  return {
    begin: () => {
      last += 1;
      const mine = last;
      return () => mine === last;
    },
    overtake: () => {
      last += 1;
    },
  };
}
