/**
 * Whether a value holds lists and objects within each other more than `levels` deep. What is parsed from
 * outside may be nested as deeply as it likes, and what looks through it would run out of stack.
 */
export function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeperThan(member, levels - 1));
}
