import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMetrics } from '#central/metrics.ts';
import { headings } from '../../helpers/markdown.ts';
import { needTool } from '../../helpers/system-tool.ts';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'docs/prometheus');
const rules = readFileSync(join(folder, 'blendbar.rules.yml'), 'utf8');
const sceneFiles = ['blendbar.rules.test.yml', 'silence.rules.test.yml'];
const scenes = sceneFiles.map((file) => readFileSync(join(folder, file), 'utf8')).join('');
const operations = readFileSync(join(root, 'docs/operations.md'), 'utf8');
const api: { paths: object } = JSON.parse(
  readFileSync(join(root, 'docs/schemas/openapi.json'), 'utf8'),
);

const alerts = all(rules, /- alert: (\w+)/g);
/** What Prometheus itself writes about a target. */
const ofPrometheus = new Set(['up']);

function all(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

/** The names that a scrape knows, those of a histogram's series included. */
async function scraped(): Promise<{ readonly names: ReadonlySet<string>; readonly text: string }> {
  const text = await createMetrics().registry.metrics();
  const names = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name = '', type]) =>
    type === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
  );
  return { names: new Set(names), text };
}

/** Every selector of the rules' expressions: a metric, and the labels that it asks for. */
const selectors = [
  ...rules.matchAll(/\b((?:blendbar|nodejs|process)_\w+|up)\b(?:\{([^}]*)\})?/g),
].map(([, metric = '', labels = '']) => ({
  metric,
  labels: [...labels.matchAll(/(\w+)=(~?)"([^"]*)"/g)].map(
    ([, name = '', isPattern, value = '']) => ({
      name,
      values: isPattern === '~' ? value.split('|') : [value],
    }),
  ),
}));

test.for<readonly [what: string, args: readonly string[]]>([
  ['the rules are sound', ['check', 'rules', 'blendbar.rules.yml']],
  ['the example of a configuration is sound', ['check', 'config', 'prometheus.yml']],
  ['each alert is heard when it must be, and only then', ['test', 'rules', ...sceneFiles]],
])('promtool: %s', ([, args], context) => {
  const promtool = needTool(context, 'promtool', 'prometheus');
  const { status, stdout, stderr } = spawnSync(promtool, args, { cwd: folder, encoding: 'utf8' });
  expect(`${stdout}${stderr}`).toContain('SUCCESS');
  expect(status).toBe(0);
});

test('every metric that a rule asks for is served', async () => {
  const { names } = await scraped();
  expect(selectors.length).toBeGreaterThan(15);
  const unknown = selectors.filter(({ metric }) => !names.has(metric) && !ofPrometheus.has(metric));
  expect(unknown).toEqual([]);
});

test('every value of a label that a rule asks for is counted from the start, or is a route', async () => {
  const { text } = await scraped();
  const missing = selectors.flatMap(({ metric, labels }) =>
    labels
      .filter(({ name }) => name !== 'job')
      .flatMap(({ name, values }) => values.map((value) => ({ metric, name, value })))
      .filter(({ name, value }) =>
        name === 'route'
          ? !(value in api.paths)
          : !(name === 'status' && value === '5..') &&
            !new RegExp(`^${metric}\\{[^}]*${name}="${value}"`, 'm').test(text),
      ),
  );
  expect(missing).toEqual([]);
});

test('every alert has a scene, and a heading that says what to do', () => {
  expect(alerts.length).toBeGreaterThan(10);
  expect(alerts.filter((name) => !scenes.includes(`alertname: ${name}\n`))).toEqual([]);
  const runbooks = all(rules, /runbook: docs\/operations\.md#(\S+)/g);
  expect(runbooks).toHaveLength(alerts.length);
  expect(runbooks.filter((anchor) => !headings(operations).has(anchor))).toEqual([]);
});

test('the operations guide names every metric of ours and every alert, and none that is not there', async () => {
  const { text } = await scraped();
  const metrics = all(text, /^# TYPE (blendbar_\w+) /gm);
  const documented = all(operations, /^\| `(blendbar_\w+)`/gm);
  expect([...documented].sort()).toEqual([...metrics].sort());
  const listed = all(operations, /`(Blendbar[A-Z]\w+)`/g);
  expect([...new Set(listed)].sort()).toEqual([...alerts].sort());
});
