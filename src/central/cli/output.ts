import { CommanderError } from 'commander';

/** The command was given something wrong; told in one line, exit code 2. */
export class BadInput extends Error {}

/** A line of the answer. */
export function line(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** A line about the answer, or why there is none. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** 2: the caller's mistake; 1: everything else. */
export function exitCodeOf(error: unknown): 1 | 2 {
  return error instanceof CommanderError || error instanceof BadInput ? 2 : 1;
}
