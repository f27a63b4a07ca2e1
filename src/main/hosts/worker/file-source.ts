import { createReadStream, statSync } from 'node:fs';
import type { ImportSource } from '../../core/catalog-import/import-source.ts';

const chunkBytes = 256 * 1024;

/**
 * A feed on disk.
 * @throws when there is no such file, or it cannot be read.
 */
export function fileSource(path: string): ImportSource {
  const stats = statSync(path);
  if (!stats.isFile()) throw new Error(`${path} is not a file`);
  return {
    name: path,
    sizeBytes: stats.size,
    chunks: () => createReadStream(path, { highWaterMark: chunkBytes }),
  };
}
