import type { NextCatalog } from './live-records.ts';

/**
 * A template is never sold without one of its rules, and the rules of a template count together: a
 * rejected rule takes its template along, and what else the input has for that. CAT-35
 */
export function rejectWithRejectedRules(next: NextCatalog): void {
  const { contents } = next;
  for (const [template, rule] of templatesOfRejectedRules(next))
    rejectTemplate(template, rule, next);
  const stray = contents.strayRule();
  if (stray === null) return;
  for (const template of templatesInInput(next)) {
    rejectTemplate(template, stray, next, ', which does not say its template,');
  }
}

function rejectTemplate(template: string, rule: string, next: NextCatalog, which = ''): void {
  const { contents } = next;
  const name = rule === '' ? 'a rule' : `rule ${rule}`;
  contents.reject('template', template, {
    field: '',
    reason: `its ${name}${which} was rejected, and it is not sold without it`,
  });
  for (const [key, { record }] of contents.held('rule')) {
    if (record.kind !== 'rule' || record.template !== template) continue;
    const reason = `${name}${which} was rejected, and the rules of ${template} count together`;
    contents.reject('rule', key, { field: 'template', reason });
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
