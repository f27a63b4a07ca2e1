import { pino } from 'pino';
import type { Logger } from '../core/ports/logger.ts';

/** JSON lines appended to `file`, written before each call returns: a crash loses no line. */
export function fileLogger(file: string): Logger {
  const log = pino({ base: null }, pino.destination({ dest: file, mkdir: true, sync: true }));
  return {
    info: (message, fields) => log.info(fields ?? {}, message),
    warn: (message, fields) => log.warn(fields ?? {}, message),
    error: (message, fields) => log.error(fields ?? {}, message),
  };
}
