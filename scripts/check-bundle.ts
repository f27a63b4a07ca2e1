// Whether the built renderer keeps to its budgets: `node scripts/check-bundle.ts`, right after the build.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** 1 kB is 1,000 bytes, compressed as `gzip -9` does: the measure of what must be read and understood. */
interface Budget {
  readonly kB: number;
  /** Why it may be so much. */
  readonly because: string;
}

/** Everything that the page waits for before it shows anything. */
const initial = {
  'first JavaScript': {
    kB: 245,
    because: 'React, react-aria, i18next, every screen of a shopper, English',
  },
  'first styles': {
    kB: 14,
    because: 'one sheet for every screen; the fonts are files of their own',
  },
} satisfies Readonly<Record<string, Budget>>;

/** What comes when it is wanted, by the name before the hash. */
const late: Readonly<Record<string, Budget>> = {
  'survey-core': {
    kB: 340,
    because: 'the form library; comes while nobody waits, three seconds after the start',
  },
  BenchScreen: {
    kB: 28,
    because: 'virtual devices, where there are some; draws what a printer prints',
  },
  DevicesScreen: { kB: 27, because: 'for associates and IT, with the schemas of the connections' },
};

/** A language, its font's rules, a keyboard, a screen that is split off: whatever has no line of its own. */
const anyOther: Budget = { kB: 17, because: 'a language has about 15' };

export interface BuiltFile {
  readonly name: string;
  readonly gzipBytes: number;
  /** The page waits for it. */
  readonly isInitial: boolean;
}

/** One sentence for each budget that is exceeded: by what, and by how much. */
export function exceeded(files: readonly BuiltFile[]): readonly string[] {
  const problems: string[] = [];
  const check = (what: string, bytes: number, { kB, because }: Budget) => {
    if (bytes <= kB * 1_000) return;
    problems.push(`${what}: ${shown(bytes)} kB compressed, the budget is ${kB} kB (${because})`);
  };
  for (const [title, extension] of [
    ['first JavaScript', '.js'],
    ['first styles', '.css'],
  ] as const) {
    const first = files.filter(({ name, isInitial }) => isInitial && name.endsWith(extension));
    const bytes = first.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
    const names = first.map(({ name, gzipBytes }) => `${name} ${shown(gzipBytes)}`).join(', ');
    check(`${title} (${names})`, bytes, initial[title]);
  }
  for (const { name, gzipBytes } of files.filter(({ isInitial }) => !isInitial)) {
    // A hash is base64url: it may have a hyphen in it.
    check(name, gzipBytes, late[name.replace(/-[\w-]{8}\.\w+$/, '')] ?? anyOther);
  }
  return problems;
}

function shown(bytes: number): string {
  return (bytes / 1_000).toFixed(1);
}

function builtFiles(folder: string): readonly BuiltFile[] {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  return readdirSync(join(folder, 'assets'))
    .filter((name) => /\.(js|css)$/.test(name))
    .map((name) => ({
      name,
      gzipBytes: gzipSync(readFileSync(join(folder, 'assets', name)), { level: 9 }).length,
      // The page names what it begins with, and whatever that imports in turn.
      isInitial: page.includes(`assets/${name}`),
    }));
}

if (import.meta.main) {
  const files = builtFiles(join(import.meta.dirname, '../dist/renderer'));
  const problems = exceeded(files);
  for (const problem of problems) console.error(`bundle: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  else {
    const first = files.filter(({ isInitial }) => isInitial);
    const bytes = first.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
    console.log(`bundle: ${shown(bytes)} kB compressed at the start, within its budgets`);
  }
}
