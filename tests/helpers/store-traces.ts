import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '#main/storage/sqlite.ts';
import { recordingLogger } from './recording-logger.ts';

/** What is left of `words` (texts or bytes) in any file below `folder`, as `file: word`. */
export function tracesInFiles(
  folder: string,
  words: readonly (string | Buffer)[],
): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .flatMap((name) => {
      const bytes = readFileSync(join(folder, name));
      return words.filter((word) => bytes.includes(word)).map((word) => `${name}: ${word}`);
    });
}

/** What is left of `words` in any row of a SQLite store, as `table: word`. */
export function tracesInRows(file: string, words: readonly string[]): readonly string[] {
  const db = openDatabase(file, { logger: recordingLogger(), readonly: true });
  const tables = db.tuples<[name: string]>("SELECT name FROM sqlite_schema WHERE type = 'table'");
  const found = tables.flatMap(([table]) => {
    const rows = JSON.stringify(db.all(`SELECT * FROM "${table}"`));
    return words.filter((word) => rows.includes(word)).map((word) => `${table}: ${word}`);
  });
  db.close();
  return found;
}
