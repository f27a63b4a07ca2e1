import type { CartLine } from '#shared/contract/ipc/cart.ts';
import { mix } from '../lib/color.ts';
import { useTemplateOf } from '../stores/templates.ts';
import { lookOfDesign } from './product-art/design-look.ts';
import { lookOf } from './product-art/look.ts';
import { ProductArt } from './product-art/ProductArt.tsx';

/** The drawing of a line in the bag, in its own design. */
export function LineArt({ line }: { readonly line: CartLine }) {
  const { design } = line.line;
  const template = useTemplateOf(design === undefined ? null : line.product.sku);
  const base = lookOf(line.product);
  const look =
    design === undefined || template === undefined
      ? base
      : lookOfDesign(base, template, design.selections);
  return (
    <div
      className="flex h-44 w-40 shrink-0 items-end justify-center rounded-lg px-3 pt-4 pb-2"
      style={{ backgroundColor: mix(look.color, '#f4ecdf', 0.8) }}
    >
      <ProductArt look={look} className="h-full w-full" />
    </div>
  );
}
