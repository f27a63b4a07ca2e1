// `npm run bench`: every figure in one run, each in a process of its own so that none disturbs another.
// `-- --json` prints one object; `--check` ends with exit code 1 when a target is missed; a name or more
// measure only those.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { realDataFile } from '../tests/helpers/real-data.ts';

type Figures = Readonly<Record<string, number>>;

interface Figure {
  readonly key: string;
  readonly unit: string;
  /** Absent: a plain figure, without a target. */
  readonly target?: { readonly atLeast: number } | { readonly atMost: number };
}

interface Benchmark {
  readonly name: string;
  readonly figures: readonly Figure[];
  /** Of the real data beside the project; measured only where it lies. */
  readonly data?: string;
  /** Loads and runs it; in a child process only. */
  readonly run: () => Promise<Figures>;
}

const benchmarks: readonly Benchmark[] = [
  {
    name: 'rules',
    figures: [{ key: 'rules_vs_json_rules_engine', unit: 'x', target: { atLeast: 50 } }],
    run: async () => (await import('./rules-vs-json-rules-engine.ts')).benchRules(),
  },
  {
    name: 'search',
    figures: [{ key: 'search_p99_vs_minisearch', unit: 'x', target: { atLeast: 8 } }],
    run: async () => (await import('./search-vs-minisearch.ts')).benchSearch(),
  },
  {
    name: 'import',
    figures: [
      { key: 'import_vs_raw_insert', unit: 'x', target: { atMost: 3 } },
      { key: 'import_max_event_loop_pause_ms', unit: 'ms', target: { atMost: 50 } },
    ],
    run: async () => (await import('./import-vs-raw-insert.ts')).benchImport(),
  },
  {
    name: 'sale',
    figures: [{ key: 'sale_vs_raw_commit', unit: 'x', target: { atMost: 2 } }],
    run: async () => (await import('./sale-vs-raw-commit.ts')).benchSale(),
  },
  {
    name: 'evaluate',
    figures: [{ key: 'evaluate_design_us', unit: 'µs' }],
    run: async () => (await import('./evaluate-design.ts')).benchEvaluateDesign(),
  },
  {
    name: 'quote',
    figures: [{ key: 'quote_10_lines_us', unit: 'µs' }],
    run: async () => (await import('./quote.ts')).benchQuote(),
  },
  {
    name: 'print',
    figures: [
      { key: 'print_vs_line_rate', unit: 'x', target: { atMost: 1.05 } },
      { key: 'print_vs_line_rate_9600', unit: 'x' },
      { key: 'print_vs_line_rate_19200', unit: 'x' },
      { key: 'print_vs_line_rate_115200', unit: 'x' },
      { key: 'receipt_bytes_us', unit: 'µs', target: { atMost: 1_000 } },
    ],
    run: async () => (await import('./print-vs-line-rate.ts')).benchPrinting(),
  },
  {
    name: 'ingest',
    figures: [
      { key: 'ingest_vs_direct_sql', unit: 'x', target: { atLeast: 0.3 } },
      { key: 'ingest_events_per_s', unit: '/s' },
    ],
    run: async () => (await import('./ingest-vs-direct-sql.ts')).benchIngest(),
  },
  {
    name: 'price',
    figures: [
      { key: 'price_api_p50_ms', unit: 'ms' },
      { key: 'price_api_p99_ms', unit: 'ms' },
      { key: 'price_api_per_s', unit: '/s' },
    ],
    run: async () => (await import('./price-api.ts')).benchPriceApi(),
  },
  {
    name: 'delta',
    figures: [
      { key: 'delta_bytes_vs_records', unit: 'x', target: { atMost: 2 } },
      { key: 'delta_apply_ms', unit: 'ms', target: { atMost: 1_000 } },
      { key: 'delta_pull_ms', unit: 'ms' },
    ],
    run: async () => (await import('./delta-apply.ts')).benchDelta(),
  },
  {
    name: 'drain',
    figures: [
      { key: 'drain_100k_s', unit: 's', target: { atMost: 60 } },
      { key: 'sale_during_drain_vs_idle', unit: 'x', target: { atMost: 2 } },
      { key: 'sale_during_drain_p99_ms', unit: 'ms' },
    ],
    run: async () => (await import('./drain.ts')).benchDrain(),
  },
  {
    name: 'taps',
    figures: [
      { key: 'tap_to_paint_p99_ms', unit: 'ms', target: { atMost: 100 } },
      { key: 'tap_to_paint_p50_ms', unit: 'ms' },
      { key: 'renderer_start_ms', unit: 'ms', target: { atMost: 1_500 } },
      { key: 'session_reset_ms', unit: 'ms', target: { atMost: 500 } },
    ],
    run: async () => (await import('./tap-to-paint.ts')).benchTaps(),
  },
  {
    name: 'shades',
    figures: [
      { key: 'shade_match_ms', unit: 'ms', target: { atMost: 2 } },
      { key: 'shade_match_far_ms', unit: 'ms' },
      { key: 'shade_match_vs_brute_force', unit: 'x', target: { atLeast: 10 } },
    ],
    data: 'foundation-shades.csv',
    run: async () => (await import('./shade-match.ts')).benchShadeMatch(),
  },
];

const childFlag = '--in-this-process';

/** Measures in a fresh process; whatever that prints is a note. */
async function measure({ name, figures }: Benchmark): Promise<Figures> {
  const child = fork(fileURLToPath(import.meta.url), [childFlag, name], {
    stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
  });
  let measured: Figures = {};
  child.on('message', (message: Figures) => {
    measured = message;
  });
  const [exitCode] = await once(child, 'close');
  const missing = figures.find(({ key }) => !Number.isFinite(measured[key]));
  if (exitCode !== 0 || missing !== undefined) {
    throw new Error(`The benchmark "${name}" failed: ${missing?.key ?? 'exit'} (${exitCode})`);
  }
  return measured;
}

function rounded(value = Number.NaN): number {
  return Number(value.toFixed(2));
}

function isMet({ target }: Figure, value: number): boolean {
  if (target === undefined) return true;
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
}

function rowOf(figure: Figure, value: number): string {
  const { key, unit, target } = figure;
  const measured = `${value.toFixed(value < 100 ? 2 : 0)} ${unit}`.padStart(12);
  if (target === undefined) return `${key.padEnd(32)}${measured}`;
  const wanted = 'atLeast' in target ? `at least ${target.atLeast}` : `at most ${target.atMost}`;
  return `${key.padEnd(32)}${measured}   ${wanted.padEnd(14)}${isMet(figure, value) ? '' : 'missed'}`;
}

function chosenBenchmarks(names: readonly string[]): readonly Benchmark[] {
  const unknown = names.find((name) => !benchmarks.some((known) => known.name === name));
  if (unknown === undefined) {
    return benchmarks.filter(({ name }) => names.length === 0 || names.includes(name));
  }
  const known = benchmarks.map(({ name }) => name).join(', ');
  throw new Error(`There is no benchmark "${unknown}"; there are: ${known}`);
}

/** Whether there is what it measures with; says so when not. In CI it has to be there. */
function isMeasurable({ name, data }: Benchmark): boolean {
  if (data === undefined || process.env.CI === 'true') return true;
  const file = realDataFile(data);
  if (existsSync(file)) return true;
  console.error(`skipping ${name}: needs the real data in ${file}`);
  return false;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean' }, check: { type: 'boolean' } },
    allowPositionals: true,
  });
  const results = new Map<Figure, number>();
  for (const benchmark of chosenBenchmarks(positionals).filter(isMeasurable)) {
    console.error(`measuring ${benchmark.name} …`);
    const measured = await measure(benchmark);
    for (const figure of benchmark.figures) results.set(figure, rounded(measured[figure.key]));
  }
  const rows = [...results];
  if (values.json === true) {
    console.log(JSON.stringify(Object.fromEntries(rows.map(([{ key }, value]) => [key, value]))));
  } else {
    for (const [figure, value] of rows) console.log(rowOf(figure, value));
  }
  const missed = rows.filter(([figure, value]) => !isMet(figure, value));
  if (values.check === true && missed.length > 0) {
    throw new Error(`Targets missed: ${missed.map(([{ key }]) => key).join(', ')}`);
  }
}

/** What is thrown here is a failed assertion, shown with its stack. */
async function runHere(name: string): Promise<void> {
  for (const benchmark of chosenBenchmarks([name])) process.send?.(await benchmark.run());
  process.disconnect?.();
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

const [flag, name = ''] = process.argv.slice(2);
if (flag === childFlag) await runHere(name);
else await main().catch(fail);
