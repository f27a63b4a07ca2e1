import { type Static, Type } from 'typebox';

/** A failed request (RFC 9457, `application/problem+json`). */
export const Problem = Type.Object(
  {
    /** `urn:blendbar:problem:<code>`. */
    type: Type.String(),
    /** The HTTP status in words. */
    title: Type.String(),
    status: Type.Integer(),
    /** From the registry of errors; stable. */
    code: Type.String(),
    /** What went wrong, in English. */
    detail: Type.String(),
    /** Where the request is wrong: JSON pointers that begin with `body`, `query`, `params` or `headers`. */
    errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
    /** What the code itself needs, e.g. the server's time. */
    details: Type.Optional(Type.Unknown()),
    /** Names the request in the server's log. */
    requestId: Type.String(),
  },
  { additionalProperties: false, title: 'Problem' },
);
export type Problem = Static<typeof Problem>;
