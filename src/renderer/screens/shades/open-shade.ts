import type { FoundShade } from '#shared/contract/ipc/shades.ts';
import { openProduct } from '../../components/ProductTile.tsx';
import { beginWith } from '../../stores/customizer.ts';

/** Leads to the product; one that is designed begins in that shade. */
export function openShade({ card, choice }: FoundShade): void {
  if (choice !== undefined) beginWith(card.product.sku, choice.group, choice.option);
  openProduct(card);
}
