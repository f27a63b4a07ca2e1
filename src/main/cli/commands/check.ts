import type { CliContext } from '../context.ts';
import { CommandFailure } from '../failure.ts';

/** `check`: proves the store sound, or names every fault and ends with exit code 1. */
export function checkCommand({ store, output, json }: CliContext): void {
  const findings = store.check();
  if (json) output.line(JSON.stringify({ sound: findings.length === 0, findings }));
  else if (findings.length === 0) output.line('the store is sound');
  const [first] = findings;
  if (first === undefined) return;
  const rest = findings.length === 1 ? '' : ` (and ${findings.length - 1} more; see --json)`;
  throw new CommandFailure(`${first.check}: ${first.message}${rest}`, 1);
}
