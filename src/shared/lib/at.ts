/** The element at `index`, when an invariant says that it is there; throws when it is not. */
export function at<T>(list: readonly T[], index: number): T {
  const element = list[index];
  if (element === undefined) throw new Error(`Invariant broken: no element ${index}`);
  return element;
}
