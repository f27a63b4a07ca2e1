import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';

/** Bundles Electron's main process, its workers and the preload script into dist/electron. */

const root = join(import.meta.dirname, '..');
const outDir = join(root, 'dist/electron');

const shared: InlineConfig = {
  root,
  configFile: false,
  logLevel: 'warn',
  // Everything is bundled but Electron itself and what loads native code from its own folder.
  ssr: {
    noExternal: true,
    external: ['electron', 'better-sqlite3', '@serialport/bindings-cpp', '@napi-rs/canvas'],
  },
};

await build({
  ...shared,
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: 'node24',
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: join(root, 'src/main/hosts/electron/main.ts'),
        'catalog-worker': join(root, 'src/main/hosts/worker/catalog-worker.ts'),
      },
      // Beside each other: the main process looks for its worker in its own folder.
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});

// A sandboxed preload script must be one CommonJS file.
await build({
  ...shared,
  build: {
    ssr: true,
    outDir,
    emptyOutDir: false,
    target: 'node24',
    sourcemap: true,
    rolldownOptions: {
      input: { preload: join(root, 'src/preload/preload.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
});
