import { canonicalJson } from '../../lib/canonical-json.ts';
import type { UnixMs } from '../../lib/time.ts';
import type { RecordKind } from '../catalog/feed.ts';
import type { RuleRecord } from '../catalog/rule.ts';
import { analyzeTemplate } from '../customization/analyze.ts';
import type { TemplateFinding } from '../customization/finding.ts';
import type { FeedContents, Held } from './feed-contents.ts';
import { type NextCatalog, recordsAfterImport } from './live-records.ts';
import { rejectWithRejectedRules } from './reject-with-rules.ts';

/** By template, what it was analyzed with: the same again would find the same. */
type Analyzed = Map<string, string>;

/**
 * Compiles and analyzes every template that this import touches, with all of its rules. A template
 * is never sold without one of its rules: a rule that is rejected takes its template along. CAT-35
 */
export function createTemplateCheck(next: NextCatalog, at: UnixMs): () => void {
  const analyzed: Analyzed = new Map();
  return () => {
    rejectWithRejectedRules(next);
    analyzeTouched(next, at, analyzed);
    rejectWithRejectedRules(next);
  };
}

function analyzeTouched(next: NextCatalog, at: UnixMs, analyzed: Analyzed): void {
  const { contents } = next;
  const touched = touchedTemplates(contents);
  if (touched.size === 0) return;
  const ingredients = [...recordsAfterImport('ingredient', next)];
  const allergens = [...recordsAfterImport('allergen', next)];
  const rules = Map.groupBy(recordsAfterImport('rule', next), (rule: RuleRecord) => rule.template);
  const jurisdictions = knownJurisdictions(next);
  for (const template of [...recordsAfterImport('template', next)]) {
    if (!touched.has(template.id)) continue;
    const own = rules.get(template.id) ?? [];
    const analyzing = canonicalJson([template, ...own]);
    if (analyzed.get(template.id) === analyzing) continue;
    analyzed.set(template.id, analyzing);
    const source = { template, rules: own, ingredients, allergens };
    for (const finding of analyzeTemplate(source, jurisdictions, at)) {
      report(finding, template.id, contents);
    }
  }
}

function knownJurisdictions(next: NextCatalog): readonly string[] {
  const stores = [...recordsAfterImport('store', next)];
  return [...new Set(stores.flatMap((store) => store.jurisdictions))];
}

function touchedTemplates(contents: FeedContents): ReadonlySet<string> {
  const touched = new Set(contents.held('template').keys());
  for (const { record } of contents.held('rule').values()) {
    if (record.kind === 'rule') touched.add(record.template);
  }
  return touched;
}

function report(finding: TemplateFinding, template: string, contents: FeedContents): void {
  const rule = finding.rule === undefined ? undefined : contents.held('rule').get(finding.rule);
  const [kind, key]: readonly [RecordKind, string] =
    finding.rule !== undefined && rule !== undefined
      ? ['rule', finding.rule]
      : ['template', template];
  const held = contents.held(kind).get(key);
  const field = fieldOf(finding, held);
  if (finding.severity === 'error') {
    contents.reject(kind, key, { field, reason: finding.message });
    // A rule that is published already may only now be wrong: then the template is to blame.
    if (rule === undefined) rejectRulesOf(template, finding.message, contents);
  } else if (held !== undefined) {
    const { file, line } = held;
    contents.note({ file, line, kind, key, field, message: finding.message });
  } else if (finding.code === 'too_complex') {
    // The input's rules made it so.
    contents.noteKept(kind, key, finding.message);
  }
}

function fieldOf({ group, option }: TemplateFinding, held: Held | undefined): string {
  if (group === undefined || held?.record.kind !== 'template') return '';
  const at = held.record.groups.findIndex((one) => one.id === group);
  const found = held.record.groups[at];
  if (found === undefined) return '';
  if (option === undefined || !('options' in found)) return `groups[${at}]`;
  return `groups[${at}].options[${found.options.findIndex((one) => one.id === option)}]`;
}

/** The input's own rules cannot go to a template that is not sound with them. */
function rejectRulesOf(template: string, message: string, contents: FeedContents): void {
  for (const [key, { record }] of contents.held('rule')) {
    if (record.kind !== 'rule' || record.template !== template) continue;
    contents.reject('rule', key, {
      field: 'template',
      reason: `the template ${template} was rejected: ${message}`,
    });
  }
}
