import { mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { pino } from 'pino';
import type { Logger } from '../core/ports/logger.ts';

/**
 * JSON lines appended to `file`, written before each call returns: a crash loses no line. A line that
 * cannot be written (a full disk) is lost, and nothing else: logging never fails whoever logs.
 */
export function fileLogger(file: string): Logger {
  const log = pino({ base: null }, lineWriter(file));
  return {
    info: (message, fields) => log.info(fields ?? {}, message),
    warn: (message, fields) => log.warn(fields ?? {}, message),
    error: (message, fields) => log.error(fields ?? {}, message),
  };
}

function lineWriter(file: string): { write(line: string): void } {
  let descriptor: number | null = null;
  return {
    write(line) {
      try {
        if (descriptor === null) {
          mkdirSync(dirname(file), { recursive: true });
          descriptor = openSync(file, 'a');
        }
        writeSync(descriptor, line);
      } catch {
        // There is no place to tell it: the log is that place.
      }
    },
  };
}
