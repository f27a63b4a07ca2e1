import { enableCompileCache } from 'node:module';

/** Entry of the import worker. A small import spends most of its time on compiling what it runs. */
enableCompileCache();
await import('./import-job.ts');
