import type { ShownChoice } from './survey-run.ts';

/** What is chosen after a touch, by its values as text: “none of these” leaves no other beside it. SUR-11 */
export function chosenTogether(
  choices: readonly ShownChoice[],
  before: readonly string[],
  after: readonly string[],
): readonly string[] {
  const isExclusive = (value: string) =>
    choices.some((choice) => choice.isExclusive === true && String(choice.value) === value);
  const added = after.find((value) => !before.includes(value));
  if (added !== undefined && isExclusive(added)) return [added];
  return added === undefined ? after : after.filter((value) => !isExclusive(value));
}
