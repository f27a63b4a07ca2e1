import type { Command } from 'commander';
import { consumersOf } from '../../jobs/consumers.ts';
import { retryFailures } from '../../jobs/retry-failures.ts';
import { webhookFanOut } from '../../jobs/webhook-fan-out.ts';
import type { OpenCentral } from '../../open-central.ts';
import { type ConsumerFailure, consumerFailures } from '../../storage/feed-consumer-failures.ts';
import { line } from '../output.ts';
import { withCentral } from '../with-central.ts';

interface SetAsideOptions {
  readonly retry?: boolean;
  readonly json?: boolean;
}

const mostListed = 1_000;

/** Events that a consumer of the feed could make nothing of: docs/operations.md. */
export function setAsideCommands(program: Command): void {
  program
    .command('set-aside')
    .description('events that repricing, stock or another reader of the feed could not work with')
    .option('--retry', 'try them all once more, after what stopped them was mended')
    .option('--json', 'print JSON, one object a line')
    .action(({ retry, json }: SetAsideOptions) =>
      withCentral((central) => (retry === true ? retryAll(central, json) : list(central, json))),
    );
}

async function list({ db }: OpenCentral, json = false): Promise<void> {
  for (const failure of await consumerFailures(db, { limit: mostListed })) {
    line(json ? JSON.stringify(failure) : failureLine(failure));
  }
}

async function retryAll(central: OpenCentral, json = false): Promise<void> {
  // What the running backend does after a delivery was planned, it does of its own accord soon.
  const fanOut = webhookFanOut(central, () => undefined);
  for (const consumer of [...consumersOf(central), fanOut]) {
    const { name } = consumer;
    const { applied, failed } = await retryFailures(central, consumer);
    if (applied + failed === 0) continue;
    line(
      json
        ? JSON.stringify({ consumer: name, applied, failed })
        : `${name}: ${applied} done, ${failed} set aside again`,
    );
  }
}

function failureLine({ consumer, store, event, message, at }: ConsumerFailure): string {
  return `${at.toISOString()}  ${consumer}  ${store}  ${event}  ${message}`;
}
