import type { Result } from '#shared/lib/result.ts';
import type { PublishedVersion } from '../../core/ports/catalog-writer.ts';
import type { PageTaken, ReleaseFault } from '../../core/ports/release-applier.ts';

/** To the release worker, one at a time; each is answered. */
export type ReleaseRequest =
  | { readonly type: 'take'; readonly page: string }
  | { readonly type: 'publish' }
  | { readonly type: 'abandon' };

/** The answer to a request of the same type. After a fault, and after the last two, the worker ends. */
export type ReleaseAnswer =
  | { readonly type: 'take'; readonly result: Result<PageTaken, ReleaseFault> }
  | { readonly type: 'publish'; readonly result: Result<PublishedVersion, ReleaseFault> }
  | { readonly type: 'abandon' };
