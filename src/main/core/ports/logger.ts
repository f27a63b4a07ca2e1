import type { Json } from '#shared/lib/canonical-json.ts';

/** Structured log; never receives card data or what a shopper typed. */
export interface Logger {
  info(message: string, fields?: { readonly [key: string]: Json }): void;
  warn(message: string, fields?: { readonly [key: string]: Json }): void;
  error(message: string, fields?: { readonly [key: string]: Json }): void;
}
