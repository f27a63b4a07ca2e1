import { Compile } from 'typebox/compile';
import type { CentralLine } from '#main/core/ports/central-line.ts';
import { SavedDesign } from '#shared/contract/api/designs.ts';
import { CardContent } from '#shared/domain/card/card-content.ts';
import { readDesignCode } from '#shared/domain/customization/design-code.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
import { answered, CallFailed } from './call.ts';
import type { Session } from './session.ts';

/** A shopper stands and waits. */
const timeoutMs = 4_000;
const isSavedDesign = Compile(SavedDesign);
const isContent = Compile(CardContent);

/** Asks head office for a design by its code; whatever goes wrong is no trouble of the line. CRD-31 */
export async function findDesign(
  session: Session | null,
  code: string,
): ReturnType<CentralLine['findDesign']> {
  if (session === null) {
    return err(fault('central.unavailable', 'This kiosk does not know any head office'));
  }
  try {
    const late = new Promise<never>((_, reject) => {
      setTimeout(
        () => reject(new CallFailed('unreachable', 'central.unavailable', 'It takes too long')),
        timeoutMs,
      ).unref();
    });
    const call = answered(
      session.client.GET('/v1/device/designs/{code}', { params: { path: { code } } }),
    );
    const answer: unknown = await Promise.race([call, late]);
    if (!isSavedDesign.Check(answer)) {
      return err(fault('central.unavailable', 'The answer is no design'));
    }
    const { sku, design, leftOut } = answer;
    const content = { code: readDesignCode(answer.code) ?? '', sku, design, leftOut };
    const isAsked = content.code === code && isContent.Check(content);
    return isAsked
      ? ok(content)
      : err(fault('central.unavailable', 'The answer is another design'));
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    return error.code === 'design.not_found'
      ? err(fault('design.not_found', error.message))
      : err(fault('central.unavailable', error.message));
  }
}
