import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../setup.mjs';

/** Where programs lie that were taken out of Debian's packages; tests/helpers/system-tool.ts looks here. */
export const toolFolder = join(root, 'node_modules', '.cache', 'blendbar-tools');

/**
 * Takes one program out of a Debian package without installing it: the packages of servers would start
 * them as services.
 */
export function unpackTool({ package: name, file, name: tool }) {
  const folder = mkdtempSync(join(tmpdir(), 'blendbar-tool-'));
  try {
    run('apt-get', ['download', name], folder);
    const archive = readdirSync(folder).find((entry) => entry.endsWith('.deb'));
    if (archive === undefined) return;
    run('dpkg', ['-x', archive, 'unpacked'], folder);
    const program = join(folder, 'unpacked', file);
    if (!existsSync(program)) return;
    mkdirSync(toolFolder, { recursive: true });
    copyFileSync(program, join(toolFolder, tool));
    chmodSync(join(toolFolder, tool), 0o755);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command, args, cwd) {
  spawnSync(command, args, { cwd, stdio: 'ignore' });
}
