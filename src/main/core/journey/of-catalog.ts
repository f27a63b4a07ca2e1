import type { ChoiceGroup, OptionGroup } from '#shared/domain/catalog/template.ts';
import type { Happening } from '#shared/domain/journey/event.ts';
import { compiledTemplate } from '../catalog/compiled-templates.ts';
import type { CatalogReader } from '../ports/catalog-reader.ts';

/** Whether every id and every currency that it names is one of this store's catalog: no other text is kept. JRN-4 */
export function isOfCatalog(catalog: CatalogReader, version: number, what: Happening): boolean {
  switch (what.kind) {
    case 'step':
      return groupOf(catalog, version, what) !== undefined;
    case 'option': {
      const group = groupOf(catalog, version, what);
      return group !== undefined && isChoice(group) && hasOption(group, what.option);
    }
    case 'lineAdded':
    case 'lineRemoved':
      return catalog.product(version, what.sku) !== null;
    case 'priceShown':
      return catalog.store(version)?.currency === what.currency;
    default:
      return true;
  }
}

function groupOf(
  catalog: CatalogReader,
  version: number,
  named: { readonly template: string; readonly group: string },
): OptionGroup | undefined {
  const template = compiledTemplate(catalog, version, named.template)?.template;
  return template?.groups.find(({ id }) => id === named.group);
}

/** An amount is no option, and least of all is what somebody typed. */
function isChoice(group: OptionGroup): group is ChoiceGroup {
  return 'options' in group;
}

function hasOption(group: ChoiceGroup, option: string): boolean {
  return group.options.some(({ id }) => id === option);
}
