import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileLogger } from '#main/hosts/file-logger.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

test('HST-11 a line of the log is on disk when the call returns', () => {
  const file = join(tempFolder(), 'logs', 'kiosk.log');
  fileLogger(file).warn('Something', { count: 2 });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ msg: 'Something', count: 2 });
});

test.skipIf(process.platform !== 'linux')(
  'HST-11 a log that cannot be written fails nobody who logs',
  () => {
    const file = join(tempFolder(), 'kiosk.log');
    symlinkSync('/dev/full', file);
    const logger = fileLogger(file);
    expect(() => logger.error('The disk is full', { error: 'ENOSPC' })).not.toThrow();
    expect(() => logger.info('Still here')).not.toThrow();
  },
);
