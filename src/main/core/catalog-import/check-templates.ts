import type { CatalogWriter } from '#main/core/ports/catalog-writer.ts';
import type { AllergenRecord } from '#shared/domain/catalog/allergen.ts';
import type { RecordKind } from '#shared/domain/catalog/feed.ts';
import type { IngredientRecord } from '#shared/domain/catalog/ingredient.ts';
import type { RuleRecord } from '#shared/domain/catalog/rule.ts';
import { analyzeTemplate } from '#shared/domain/customization/analyze.ts';
import type { TemplateFinding } from '#shared/domain/customization/finding.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { FeedContents, Held } from './feed-contents.ts';
import { recordsAfterImport } from './live-records.ts';

type Published = Pick<CatalogWriter, 'live'>;

/**
 * Compiles and analyzes every template that this import touches, with all of its rules. A template
 * is never sold without one of its rules: a rule that is rejected takes its template along. CAT-35
 */
export function checkTemplates(contents: FeedContents, published: Published, at: UnixMs): void {
  rejectWithRejectedRules(contents);
  const touched = touchedTemplates(contents);
  if (touched.size === 0) return;
  const ingredients: readonly IngredientRecord[] = [
    ...recordsAfterImport('ingredient', contents, published),
  ];
  const allergens: readonly AllergenRecord[] = [
    ...recordsAfterImport('allergen', contents, published),
  ];
  const rules = Map.groupBy(
    recordsAfterImport('rule', contents, published),
    (rule: RuleRecord) => rule.template,
  );
  const jurisdictions = knownJurisdictions(contents, published);
  for (const template of [...recordsAfterImport('template', contents, published)]) {
    if (!touched.has(template.id)) continue;
    const own = rules.get(template.id) ?? [];
    const source = { template, rules: own, ingredients, allergens };
    for (const finding of analyzeTemplate(source, jurisdictions, at)) {
      report(finding, template.id, contents);
    }
  }
  rejectWithRejectedRules(contents);
}

function knownJurisdictions(contents: FeedContents, published: Published): readonly string[] {
  const stores = [...recordsAfterImport('store', contents, published)];
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

function rejectWithRejectedRules(contents: FeedContents): void {
  for (const [template, rule] of contents.templatesOfRejectedRules()) {
    const reason = `its rule ${rule} was rejected, and it is not sold without it`;
    contents.reject('template', template, { field: '', reason });
  }
}
