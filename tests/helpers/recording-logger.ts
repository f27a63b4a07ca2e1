import type { Logger } from '#main/core/ports/logger.ts';
import type { Json } from '#shared/lib/canonical-json.ts';

interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: { readonly [key: string]: Json };
}

/** A logger that keeps what it was told. */
export function recordingLogger(): Logger & { readonly entries: readonly LogEntry[] } {
  const entries: LogEntry[] = [];
  const log =
    (level: LogEntry['level']) =>
    (message: string, fields: { readonly [key: string]: Json } = {}) => {
      entries.push({ level, message, fields });
    };
  return { entries, info: log('info'), warn: log('warn'), error: log('error') };
}
