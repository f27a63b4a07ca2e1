import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runCli } from '../helpers/cli.ts';
import { demoDatabase } from '../helpers/demo-database.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

const damages: Readonly<Record<string, (file: string) => void>> = {
  'noise in the middle': (file) => {
    const { size } = statSync(file);
    const handle = openSync(file, 'r+');
    for (let at = 8192; at < size - 4096; at += 4096) {
      writeSync(handle, Buffer.alloc(2048, 0xa5), 0, 2048, at);
    }
    closeSync(handle);
  },
  'cut short': (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
  'not a database': (file) => writeFileSync(file, 'this was never a database\n'.repeat(1000)),
};

describe('STO-6 STO-7 damaged store: refused with the way out, never replaced silently', () => {
  for (const [name, damage] of Object.entries(damages)) {
    test(name, async () => {
      const folder = tempFolder();
      const db = await demoDatabase(folder);
      damage(db);
      const before = readFileSync(db);

      const result = runCli(['orders', '--db', db]);

      expect(result.status).toBe(1);
      expect(result.stdout).toBe('');
      expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
      expect(result.stderr).toContain(db);
      expect(result.stderr).toMatch(/damaged/i);
      expect(result.stderr).toMatch(/restore|backup/i);
      expect(readFileSync(db).equals(before)).toBe(true);
      expect(readdirSync(folder).filter((file) => file.endsWith('.db'))).toEqual(['kiosk.db']);
    });
  }
});
