import { berlin, type ImportWorld, price, product, standard } from './import-world.ts';

/** Ids of the rules that a template is sold with now. */
export function rulesOf({ store }: ImportWorld, template: string): readonly string[] | null {
  const bundle = store.catalog.template(store.catalog.currentVersion(), template);
  return bundle === null ? null : bundle.rules.map(({ id }) => id).sort();
}

export function priceOf({ store }: ImportWorld, sku: string, at = 1): number | null {
  return store.catalog.priceMinor(store.catalog.currentVersion(), sku, at);
}

function option(id: string) {
  return { id, name: { en: id } };
}

export function group(id: string, ...options: string[]) {
  return { id, name: { en: id }, type: 'single', required: true, options: options.map(option) };
}

export function template(more: object = {}) {
  return {
    kind: 'template',
    id: 't',
    name: { en: 'T' },
    use: 'leaveOn',
    ingredients: [],
    doses: [],
    groups: [group('a', 'x', 'y'), group('b', 'p', 'q')],
    ...more,
  };
}

/** Forbids one pair of options, each `group.option`. */
export function ban(id: string, first: string, second: string, more: object = {}) {
  const chosen = (name: string) => {
    const [group, option] = name.split('.');
    return { kind: 'chosen', group, option };
  };
  return {
    kind: 'rule',
    id,
    template: 't',
    when: chosen(first),
    action: { kind: 'forbid', that: chosen(second) },
    message: { en: id },
    ...more,
  };
}

export const custom = product('CUSTOM', { type: 'custom', template: 't' });
/** A shop that sells designs of the template `t`. */
export const sold = [berlin, standard, custom, price('CUSTOM', 1000)];
/** Two rules of it. */
export const first = ban('r1', 'a.x', 'b.p');
export const second = ban('r2', 'a.y', 'b.q');
