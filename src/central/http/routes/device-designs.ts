import { Type } from 'typebox';
import { DesignCode, SavedDesign } from '#shared/contract/api/designs.ts';
import { readDesignCode } from '#shared/domain/customization/design-code.ts';
import { fault } from '#shared/lib/errors.ts';
import type { Central } from '../../central.ts';
import { savedAnswer } from '../../core/designs/saved-answer.ts';
import { findDesign } from '../../storage/designs.ts';
import type { App } from '../app.ts';
import { describeRoute } from '../openapi.ts';
import { ProblemError } from '../problem.ts';

/** Designs that were kept elsewhere, for the formula cards of kiosks. docs/specs/formula-cards.md, CRD-31 */
export function deviceDesignRoutes(app: App, { db }: Central): void {
  app.get(
    '/v1/device/designs/:code',
    {
      schema: {
        ...describeRoute(
          {
            operationId: 'getDesignForDevice',
            summary: 'A kept design, of whatever store, for the kiosk to judge',
            tag: 'device',
            access: 'device',
            fails: [404],
          },
          { 200: SavedDesign },
        ),
        params: Type.Object({ code: DesignCode }, { additionalProperties: false }),
      },
    },
    async ({ params }) => {
      const code = readDesignCode(params.code);
      if (code === null) {
        throw new ProblemError(400, fault('input.invalid', 'params/code is mistyped'));
      }
      const kept = await findDesign(db, code);
      if (kept !== null) return savedAnswer(kept);
      throw new ProblemError(404, fault('design.not_found', `There is no design ${params.code}`));
    },
  );
}
