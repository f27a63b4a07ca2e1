import { Worker } from 'node:worker_threads';
import type { ReleaseApplier, ReleaseRun } from '../../core/ports/release-applier.ts';
import { type CatalogJob, catalogWorkerUrl } from './catalog-job.ts';
import type { ReleaseAnswer, ReleaseRequest } from './release-messages.ts';

type AnswerTo<Type extends ReleaseAnswer['type']> = Extract<ReleaseAnswer, { readonly type: Type }>;

/** A worker that was told to clear up is ended after this, as by a crash: the next one clears up. */
const clearUpMs = 10_000;

/** Applies releases in a worker thread, so that the caller's thread goes on selling. CCT-30 */
export function createReleaseApplier(job: Omit<CatalogJob, 'work'>): ReleaseApplier {
  return { begin: () => beginRun({ ...job, work: 'release' }) };
}

function beginRun(job: CatalogJob): ReleaseRun {
  const worker = new Worker(catalogWorkerUrl(), { workerData: job });
  let isOver = false;
  let waiting: PromiseWithResolvers<ReleaseAnswer> | null = null;

  function settle(how: (answer: PromiseWithResolvers<ReleaseAnswer>) => void): void {
    const asked = waiting;
    waiting = null;
    if (asked !== null) how(asked);
  }
  worker.on('message', (answer: ReleaseAnswer) => settle(({ resolve }) => resolve(answer)));
  worker.on('error', (error) => {
    isOver = true;
    settle(({ reject }) => reject(error));
  });
  worker.on('exit', () => {
    isOver = true;
    settle(({ reject }) => reject(new Error('The release worker ended without an answer')));
  });

  async function ask<Type extends ReleaseRequest['type']>(
    request: Extract<ReleaseRequest, { readonly type: Type }>,
  ): Promise<AnswerTo<Type>> {
    if (isOver || waiting !== null) throw new Error('The release worker takes no request now');
    waiting = Promise.withResolvers<ReleaseAnswer>();
    const { promise } = waiting;
    worker.postMessage(request);
    const answer = await promise;
    // The worker answers each request with its own type.
    return answer as AnswerTo<Type>;
  }

  return {
    async take(page) {
      const { result } = await ask<'take'>({ type: 'take', page });
      if (!result.ok) isOver = true;
      return result;
    },
    async publish() {
      const { result } = await ask<'publish'>({ type: 'publish' });
      isOver = true;
      return result;
    },
    async abandon() {
      if (isOver) return;
      const deadline = setTimeout(() => void worker.terminate(), clearUpMs);
      try {
        await ask<'abandon'>({ type: 'abandon' });
      } catch {
        // It has ended already, or was ended: what is left is cleared by the next one.
      } finally {
        clearTimeout(deadline);
        isOver = true;
      }
    },
  };
}
