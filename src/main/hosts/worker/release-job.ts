import { parentPort, workerData } from 'node:worker_threads';
import { required } from '#shared/lib/assert.ts';
import { err, type Result } from '#shared/lib/result.ts';
import {
  createReleaseIntake,
  type ReleaseIntake,
} from '../../core/catalog-release/release-intake.ts';
import type { ReleaseFault } from '../../core/ports/release-applier.ts';
import { openFault } from '../../storage/sqlite-errors.ts';
import type { CatalogJob } from './catalog-job.ts';
import type { ReleaseAnswer, ReleaseRequest } from './release-messages.ts';
import { openWorkerStore } from './worker-store.ts';

/** What the release worker does: opens the store on its own connection, takes pages, publishes, ends. */

const port = required(parentPort, 'the port of the release worker');
// Only release-worker.ts starts this worker.
const { db, migrations } = workerData as CatalogJob;

const opened = openWorkerStore({ db, ...(migrations === undefined ? {} : { migrations }) });
const intake = opened.ok ? createReleaseIntake(opened.value.catalogWriter()) : null;

function attempt<T>(
  step: (intake: ReleaseIntake) => Result<T, ReleaseFault>,
): Result<T, ReleaseFault> {
  if (!opened.ok) return opened;
  try {
    return step(required(intake, 'the intake of an opened store'));
  } catch (error) {
    // What a file can refuse when it is opened, a full or a damaged disk refuses later as well.
    const problem = openFault(db, error);
    if (problem === null) throw error;
    abandonQuietly();
    return err(problem);
  }
}

function abandonQuietly(): void {
  try {
    intake?.abandon();
  } catch {
    // E.g. the disk is full. What is left is invisible, and the next import clears it first.
  }
}

function answer(request: ReleaseRequest): ReleaseAnswer {
  switch (request.type) {
    case 'take':
      return { type: 'take', result: attempt((step) => step.take(request.page)) };
    case 'publish':
      return { type: 'publish', result: attempt((step) => step.publish()) };
    case 'abandon':
      abandonQuietly();
      return { type: 'abandon' };
  }
}

port.on('message', (request: ReleaseRequest) => {
  const told = answer(request);
  port.postMessage(told);
  if (told.type === 'take' && told.result.ok) return;
  if (opened.ok) opened.value.close();
  port.close();
});
