import type { SyncStatus } from '#shared/contract/ipc/sync.ts';
import type { CardContent } from '#shared/domain/card/card-content.ts';
import type { Fault } from '#shared/lib/errors.ts';
import type { Result } from '#shared/lib/result.ts';

/** Why a device was not let in. */
export type EnrolFault = Fault<
  | 'enrolment.code_invalid'
  | 'device.revoked'
  | 'central.unavailable'
  | 'central.refused'
  | 'request.too_many'
  | 'device.enrolled_elsewhere'
>;

/** Why a design is not to be had from head office. */
type FindDesignFault = Fault<'design.not_found' | 'central.unavailable'>;

/** The line to head office: sends what waits and fetches what is new, in the background. */
export interface CentralLine {
  status(): SyncStatus;
  /** Calls `listener` after each change until the returned function is called. */
  onChange(listener: () => void): () => void;
  /** `move` lets a device that belongs to another head office go to this one. */
  enrol(url: string, code: string, move?: boolean): Promise<Result<null, EnrolFault>>;
  /** Sends and fetches now; resolves when it was tried once. */
  now(): Promise<void>;
  /** Asks for a design that was kept under this code, by any channel; gives up within seconds. */
  findDesign(code: string): Promise<Result<CardContent, FindDesignFault>>;
  /** There is something to send. */
  wake(): void;
}
