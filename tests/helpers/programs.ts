import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Where each of our programs begins. */
export const programs = {
  kiosk: join(root, 'src/main/cli/main.ts'),
  central: join(root, 'src/central/cli/main.ts'),
  'web-host': join(root, 'src/main/hosts/web/main.ts'),
} as const;

/** The file to start a program from: bundled by `bundle-programs.ts`, else its source. */
export function program(name: keyof typeof programs): string {
  const folder = process.env.BLENDBAR_PROGRAMS;
  return folder === undefined ? programs[name] : join(folder, `${name}.mjs`);
}
