import { setup } from '../helpers/bundle-programs.ts';

/** Before the end-to-end tests. */
// biome-ignore lint/style/noDefaultExport: what Playwright calls
export default async function globalSetup(): Promise<void> {
  await setup();
}
