/** A UUID in lower case; ours are of version 7 (RFC 9562), so that they sort by time. */
export const uuidPattern = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';

const uuid = new RegExp(uuidPattern);

/** Whether a text is one, in the only form that we write. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}
