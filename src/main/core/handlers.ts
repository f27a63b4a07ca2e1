import type { RequestInput, RequestName, RequestResult } from '#shared/contract/ipc/contract.ts';

/** One function for each contract name; input is validated before it is called. */
export type Handlers<N extends RequestName> = {
  readonly [K in N]: (input: RequestInput<K>) => RequestResult<K> | Promise<RequestResult<K>>;
};
