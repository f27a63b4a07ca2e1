import type { ToneInput } from '#shared/contract/ipc/shades.ts';
import { type Lab, labOfHex } from '#shared/domain/color/lab.ts';
import { judgeReadings, type ReadingsRefusal } from '#shared/domain/color/readings.ts';
import { assertNever } from '#shared/lib/assert.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

/** The tone that was meant; `spread` when it comes from readings, CIEDE2000. */
export interface ReadTone {
  readonly lab: Lab;
  readonly spread?: number;
}

type ReadingsFault = Fault<'shades.readings_implausible' | 'shades.readings_disagree'>;

/** The color that a tone stands for. What was read of a person is in no fault: only which reading it is. */
export function readTone(tone: ToneInput): Result<ReadTone, ReadingsFault> {
  switch (tone.kind) {
    case 'lab':
      return ok({ lab: tone.lab });
    case 'hex':
      return ok({ lab: labOfHex(tone.hex) });
    case 'readings': {
      const judged = judgeReadings(tone.readings);
      if (!judged.ok) return err(faultOf(judged.error));
      return ok({ lab: judged.value.tone, spread: judged.value.spread });
    }
    default:
      return assertNever(tone);
  }
}

function faultOf({ reason, readings }: ReadingsRefusal): ReadingsFault {
  const details = { reason, readings };
  const which = readings.map((position) => position + 1).join(', ');
  return reason === 'implausible'
    ? fault('shades.readings_implausible', `No skin can be what was read: ${which}.`, details)
    : fault('shades.readings_disagree', `The readings differ too much: ${which}.`, details);
}
