/** Why a call to head office gave nothing. */
export class CallFailed extends Error {
  /**
   * `unreachable`: the same call may succeed later. `refused`: head office does not let this device in.
   * `wrong`: it does not take this request, now or later.
   */
  readonly kind: 'unreachable' | 'refused' | 'wrong';
  /** From the registry of errors where head office named one. */
  readonly code: string;
  readonly status: number | null;
  /** How long head office asks to be left alone, when it does. */
  readonly retryAfterMs: number | null;

  constructor(
    kind: CallFailed['kind'],
    code: string,
    message: string,
    more: { readonly status?: number; readonly retryAfterMs?: number | null } = {},
  ) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.status = more.status ?? null;
    this.retryAfterMs = more.retryAfterMs ?? null;
  }
}

/** Whether anything else would fail as well: nobody answers, or lets us in, or all is to wait. SYN-15 */
export function isOfTheLine({ kind, code, status }: CallFailed): boolean {
  if (kind === 'wrong') return false;
  const isAnswerOfOurs = status !== null && code !== 'central.unavailable';
  return !(kind === 'unreachable' && isAnswerOfOurs && status >= 500);
}

/** What the generated client resolves to, as far as we need it. */
interface ClientResult<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The answer of a call.
 * @throws CallFailed when there is none, or none that can be read.
 */
export async function answered<T>(call: Promise<ClientResult<T>>): Promise<T> {
  const { data, response, error } = await settled(call);
  if (response.ok && data !== undefined) return data;
  throw failureOf(response, error);
}

/** As `answered`, for calls whose answer may be that nothing is new (304): `null` then. */
export async function answeredUnlessSame<T>(call: Promise<ClientResult<T>>): Promise<T | null> {
  const { data, response, error } = await settled(call);
  if (response.status === 304) return null;
  if (response.ok && data !== undefined) return data;
  throw failureOf(response, error);
}

async function settled<T>(call: Promise<ClientResult<T>>): Promise<ClientResult<T>> {
  try {
    return await call;
  } catch (error) {
    // No connection, a time-out, or an answer that was cut off.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new CallFailed('unreachable', 'central.unavailable', message);
  }
}

function failureOf(response: Response, error: unknown): CallFailed {
  const { status } = response;
  const { code, detail } = problemOf(response, error);
  const message = detail ?? `Head office answered with status ${status}`;
  // A request that something on the way sent twice: the next one has a nonce of its own.
  const isRefusal = (status === 401 || status === 403) && code !== 'device.replayed';
  if (isRefusal) {
    return new CallFailed('refused', code ?? 'central.refused', message, { status });
  }
  // A status that is no problem document of ours comes from a proxy: the next one may be ours.
  const isOurs = code !== null && code !== 'request.unreadable' && status >= 400 && status < 500;
  if (isOurs && ![401, 408, 429].includes(status))
    return new CallFailed('wrong', code, message, { status });
  return new CallFailed('unreachable', code ?? 'central.unavailable', message, {
    status,
    retryAfterMs: retryAfterOf(response),
  });
}

/** What head office itself says; a gateway's JSON may have a code too, which means nothing to us. */
function problemOf(
  { headers }: Response,
  error: unknown,
): { readonly code: string | null; readonly detail: string | null } {
  const text = (name: string): string | null => {
    const value = error !== null && typeof error === 'object' ? Reflect.get(error, name) : null;
    return typeof value === 'string' ? value : null;
  };
  const code = text('code');
  const isProblem = headers.get('content-type')?.startsWith('application/problem+json') === true;
  return isProblem && text('type') === `urn:blendbar:problem:${code}`
    ? { code, detail: text('detail') }
    : { code: null, detail: null };
}

function retryAfterOf(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}
