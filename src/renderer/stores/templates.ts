import { useEffect } from 'react';
import { create } from 'zustand';
import type { TemplateRecord } from '#shared/domain/catalog/template.ts';
import { kiosk } from './client.ts';

const useTemplates = create<Readonly<Record<string, TemplateRecord>>>(() => ({}));

const asked = new Set<string>();

/** The template of a custom product, to draw its designs; `undefined` until it is there. */
export function useTemplateOf(sku: string | null): TemplateRecord | undefined {
  useEffect(() => {
    if (sku !== null) void load(sku);
  }, [sku]);
  return useTemplates((templates) => (sku === null ? undefined : templates[sku]));
}

async function load(sku: string): Promise<void> {
  if (asked.has(sku)) return;
  asked.add(sku);
  const answer = await kiosk().invoke('catalog.template', { sku });
  if (answer.ok) useTemplates.setState({ [sku]: answer.value.template });
  else asked.delete(sku);
}

/** A new catalog may have other templates. */
export function forgetTemplates(): void {
  asked.clear();
  useTemplates.setState({}, true);
}
