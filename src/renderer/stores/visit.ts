import { v4 as uuidv4 } from 'uuid';

let underWay: string | null = null;

/** A number for the visit that begins; only its journey and its survey name it. JRN-2 */
export function beginVisit(): string {
  underWay = uuidv4();
  return underWay;
}

/** `null` when no visit is under way. */
export function visitUnderWay(): string | null {
  return underWay;
}

export function endVisit(): void {
  underWay = null;
}
