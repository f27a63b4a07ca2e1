import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The newest finished backup beside a store file, or null. */
function newestBackup(file: string): string | null {
  const prefix = `${basename(file)}.backup-`;
  const time = (name: string): string => name.slice(name.lastIndexOf('-') + 1);
  const names = readdirSync(dirname(file))
    .filter((name) => name.startsWith(prefix) && name.endsWith('Z'))
    .sort((a, b) => (time(a) < time(b) ? -1 : 1));
  const newest = names.at(-1);
  return newest === undefined ? null : join(dirname(file), newest);
}

/** What a person can do about a store file that cannot be used, as the end of a one-line message. */
export function wayOut(file: string): string {
  const backup = newestBackup(file);
  const restore =
    backup === null
      ? 'There is no backup beside it: take one of yours, or move the file aside to begin with an empty store'
      : `To restore the newest backup, move it aside and copy ${backup} to ${file}`;
  return `Nothing was changed. Keep ${file} (with its -wal and -shm): it may hold sales that are nowhere else. ${restore}`;
}
