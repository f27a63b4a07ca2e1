import type { NextCatalog } from './live-records.ts';

/**
 * A template is never sold without one of its rules, and the rules of a template count together: a
 * rejected rule takes its template along, and what else the input has for that. CAT-35
 */
export function rejectWithRejectedRules(next: NextCatalog): void {
  for (const [template, rule] of templatesOfRejectedRules(next)) {
    const lost = rule === '' ? 'one of its rules' : `its rule ${rule}`;
    rejectTemplate(template, `${lost} was rejected, and it is not sold without it`, next);
  }
  const stray = next.contents.strayRule();
  if (stray === null) return;
  const lost = stray === '' ? 'a rule' : `the rule ${stray}`;
  for (const template of templatesInInput(next)) {
    rejectTemplate(template, `${lost} was rejected that may be its own`, next);
  }
}

function rejectTemplate(template: string, reason: string, { contents }: NextCatalog): void {
  contents.reject('template', template, { field: '', reason });
  for (const [key, { record }] of contents.held('rule')) {
    if (record.kind !== 'rule' || record.template !== template) continue;
    const because = `the rules of ${template} count together: ${reason}`;
    contents.reject('rule', key, { field: 'template', reason: because });
  }
}

/** Templates that rejected rules are about, as they say themselves or as they are published. */
function templatesOfRejectedRules({
  contents,
  published,
}: NextCatalog): ReadonlyMap<string, string> {
  const templates = new Map(contents.ownersOfRejected('rule'));
  const rejected = contents.rejectedKeys('rule');
  if (rejected.size === 0) return templates;
  for (const record of published.live('rule')) {
    if (record.kind !== 'rule' || !rejected.has(record.id)) continue;
    if (!templates.has(record.template)) templates.set(record.template, record.id);
  }
  return templates;
}

function templatesInInput({ contents }: NextCatalog): ReadonlySet<string> {
  const templates = new Set(contents.held('template').keys());
  for (const { record } of contents.held('rule').values()) {
    if (record.kind === 'rule') templates.add(record.template);
  }
  return templates;
}
