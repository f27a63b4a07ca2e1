import type { TemplateRecord } from '#shared/domain/catalog/template.ts';
import { compileTemplate } from '#shared/domain/customization/compile.ts';
import type { CompiledTemplate } from '#shared/domain/customization/model.ts';
import type { CatalogReader } from '../ports/catalog-reader.ts';

export interface DesignTemplate {
  readonly template: TemplateRecord;
  readonly compiled: CompiledTemplate;
}

/** Templates of the open carts and the shop window together; more than a store ever shows. */
const rememberedTemplates = 100;
const compiledByCatalog = new WeakMap<CatalogReader, Map<string, DesignTemplate>>();

/**
 * The template with its rules, compiled once: a published version never changes. `null` when
 * there is no such template at that version.
 */
export function compiledTemplate(
  catalog: CatalogReader,
  version: number,
  templateId: string,
): DesignTemplate | null {
  const remembered = compiledByCatalog.get(catalog) ?? new Map<string, DesignTemplate>();
  compiledByCatalog.set(catalog, remembered);
  const key = `${version}|${templateId}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;

  const bundle = catalog.template(version, templateId);
  if (bundle === null) return null;
  const made = { template: bundle.template, compiled: compileTemplate(bundle) };
  remembered.set(key, made);
  const [oldest] = remembered.keys();
  if (remembered.size > rememberedTemplates && oldest !== undefined) remembered.delete(oldest);
  return made;
}
