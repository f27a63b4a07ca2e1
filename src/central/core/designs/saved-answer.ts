import type { SavedDesign } from '#shared/contract/api/designs.ts';
import { shownDesignCode } from '#shared/domain/customization/design-code.ts';
import type { KeptDesign } from '../../storage/designs.ts';

/** A kept design as the API tells it. */
export function savedAnswer({ code, savedAt, savedBy: _, ...kept }: KeptDesign): SavedDesign {
  return {
    ...kept,
    code: shownDesignCode(code),
    leftOut: [...kept.leftOut],
    savedAt: savedAt.toISOString(),
  };
}
