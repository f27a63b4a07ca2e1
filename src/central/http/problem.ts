import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '#shared/contract/api/problem.ts';
import type { Json } from '#shared/lib/canonical-json.ts';
import type { ErrorCode, Fault } from '#shared/lib/errors.ts';

/** An expected failure on its way to the client; throw it from a handler. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  readonly details: Json | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    { code, message, details }: Fault,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
    this.headers = headers;
  }
}

/** Answers with a problem document; what was not expected is logged and told without its text. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const problem = toProblem(error, request);
  if (error instanceof ProblemError) reply.headers(error.headers);
  if (problem.status >= 500) request.log.error({ err: error }, 'A request failed');
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

function toProblem(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof ProblemError) {
    const { status, code, message, details } = error;
    return problem(status, code, message, request, details === undefined ? {} : { details });
  }
  const { statusCode = 500, validation, validationContext, message, code } = asFastify(error);
  if (validation !== undefined) {
    const where = validationContext === 'querystring' ? 'query' : (validationContext ?? 'body');
    const errors = validation.slice(0, 20).map((one) => ({
      path: `${where}${one.instancePath}`,
      message: one.message ?? 'is wrong',
    }));
    const [first] = errors;
    const detail = first === undefined ? 'The request is wrong' : `${first.path} ${first.message}`;
    return problem(400, 'input.invalid', detail, request, { errors });
  }
  if (statusCode === 429) return problem(429, 'request.too_many', message, request);
  if (statusCode === 414) {
    return problem(414, 'input.invalid', 'A part of the path is too long', request);
  }
  if (statusCode === 404) return problem(404, 'request.unknown', message, request);
  if (code !== undefined && unstorable.has(code)) {
    return problem(400, 'input.invalid', 'A text holds a character that is none', request);
  }
  if (isUnavailable(code) || (code === undefined && lostConnection.test(message))) {
    return problem(503, 'central.unavailable', 'The database cannot be reached now', request);
  }
  if (statusCode >= 400 && statusCode < 500) {
    return problem(statusCode, 'input.invalid', message, request);
  }
  return problem(500, 'internal.failure', 'Something went wrong; the log knows more', request);
}

function problem(
  status: number,
  code: ErrorCode,
  detail: string,
  request: FastifyRequest,
  more: Pick<Problem, 'errors' | 'details'> = {},
): Problem {
  return {
    type: `urn:blendbar:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail,
    ...more,
    requestId: request.id,
  };
}

function asFastify(error: unknown): Partial<FastifyError> & { readonly message: string } {
  if (error instanceof Error) return error;
  return { message: String(error) };
}

/** PostgreSQL's `character_not_in_repertoire` and `untranslatable_character`: it keeps no NUL. */
const unstorable = new Set(['22021', '22P05']);

/**
 * Codes of Node and of PostgreSQL's classes 08 (connection), 53 (resources), 57 (intervention), and of
 * transactions that may succeed when they are tried again (40).
 */
function isUnavailable(code: string | undefined): boolean {
  return (
    code !== undefined &&
    /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|EAI_AGAIN|ENOTFOUND|(?:08|53|57|40)[0-9A-Z]{3}$)/.test(code)
  );
}

/** What `pg` says, without a code, when it gets no connection or loses one. */
const lostConnection =
  /^(?:timeout exceeded when trying to connect|timeout expired|Connection terminated|Client has encountered a connection error)/;
