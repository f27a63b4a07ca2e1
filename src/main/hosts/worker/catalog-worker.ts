import { enableCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';
import type { CatalogJob } from './catalog-job.ts';

/** Entry of the catalog worker. A small import spends most of its time on compiling what it runs. */
enableCompileCache();
// Only this folder starts this worker.
const { work } = workerData as CatalogJob;
if (work === 'import') await import('./import-job.ts');
else await import('./release-job.ts');
