import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The renderer. Electron's main process and preload are bundled by scripts/build-electron.ts. */
export default defineConfig({
  root: here('src/renderer'),
  plugins: [react(), tailwindcss()],
  build: {
    outDir: here('dist/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    // The content security policy allows no fonts or scripts from data: URLs.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // What the renderer takes from a file often stands beside a schema, which only the core checks with.
    rolldownOptions: {
      input: [here('src/renderer/index.html'), here('src/renderer/pause.html')],
      treeshake: {
        manualPureFunctions: ['Type'],
        moduleSideEffects: [{ test: /node_modules[\\/]typebox[\\/]/, sideEffects: false }],
      },
    },
    // One kiosk loads it from its own disk: a second file would only add a round trip.
    chunkSizeWarningLimit: 2000,
  },
});
