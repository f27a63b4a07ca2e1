import { createHash, randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { DeviceKey } from '#main/sync/device-key.ts';
import {
  contentDigest,
  signatureBase,
  signatureParameters,
} from '#shared/contract/api/device-signature.ts';
import { seededRandom } from '../random.ts';
import { pick } from '../scanner-codes.ts';
import { answerFault, type Operation } from './api-document.ts';
import { type FuzzHints, type FuzzRequest, randomRequest } from './random-requests.ts';

type Random = () => number;
type Headers = Readonly<Record<string, string>>;

/** Who may ask. */
export interface Callers {
  /** API keys with every scope. */
  readonly keys: readonly string[];
  readonly devices: readonly { readonly id: string; readonly key: DeviceKey }[];
}

/** What was asked and how it was answered. */
export interface FuzzReport {
  readonly requests: number;
  /** By operation, then status. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

const atOnce = 16;

/**
 * Asks random operations random things, as callers who are let in and who are not. Throws at the first
 * answer that is a 5xx or not what the document says, with what was asked.
 */
export async function fuzzRoutes(
  url: string,
  operations: readonly Operation[],
  callers: Callers,
  options: { readonly seed: number; readonly requests: number; readonly hints: FuzzHints },
): Promise<FuzzReport> {
  const random = seededRandom(options.seed);
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const answers = new Map<string, Map<number, number>>();
  let begun = 0;

  async function one(): Promise<void> {
    const index = begun;
    begun += 1;
    // Each operation comes up as often as any other.
    const operation = operations[index % operations.length];
    if (operation === undefined) throw new Error('The document has no operations');
    const asked = randomRequest(random, operation, options.hints);
    const headers = { ...asked.headers, ...credentials(random, asked, callers) };
    const answer = await send(agent, url, asked, headers);
    const fault = answerFault(operation, answer);
    if (fault !== null) throw new Error(tellRequest(index, asked, headers, answer, fault));
    const ofOperation = answers.get(operation.operationId) ?? new Map<number, number>();
    answers.set(operation.operationId, ofOperation);
    ofOperation.set(answer.status, (ofOperation.get(answer.status) ?? 0) + 1);
  }

  async function line(): Promise<void> {
    while (begun < options.requests) await one();
  }

  try {
    await Promise.all(Array.from({ length: atOnce }, line));
  } finally {
    agent.destroy();
  }
  return { requests: begun, answers };
}

/** Mostly right ones, so that something behind them is reached. */
function credentials(random: Random, asked: FuzzRequest, { keys, devices }: Callers): Headers {
  const { access, operationId } = asked.operation;
  const isRight = random() < 0.9;
  if (access === 'open' && operationId !== 'enrolDevice') return {};
  if (access === 'key') {
    const key = pick(random, keys);
    return isRight ? { authorization: `Bearer ${key}` } : wrongKey(random, key);
  }
  const device = pick(random, devices);
  const keyId = access === 'device' ? device.id : device.key.publicKey;
  const signed = signatureOf(asked, device.key, keyId);
  return isRight ? signed : wrongSignature(random, signed);
}

function wrongKey(random: Random, key: string): Headers {
  return pick<Headers>(random, [
    {},
    { authorization: '' },
    { authorization: 'Bearer' },
    { authorization: `Basic ${key}` },
    { authorization: `Bearer ${key}x` },
    { authorization: `Bearer ${key.slice(0, -1)}` },
    { authorization: `Bearer bbk_${'0'.repeat(12)}_${'A'.repeat(43)}` },
    { authorization: `Bearer ${'x'.repeat(8_000)}` },
    { authorization: 'Bearer \u00e9\u00ff' },
  ]);
}

function signatureOf({ operation, target, body }: FuzzRequest, key: DeviceKey, keyId: string) {
  const digest = contentDigest(
    createHash('sha256')
      .update(body ?? '')
      .digest('base64'),
  );
  const parameters = signatureParameters({
    created: Math.floor(Date.now() / 1000),
    nonce: randomBytes(18).toString('base64url'),
    keyId,
  });
  const at = target.indexOf('?');
  const path = at < 0 ? target : target.slice(0, at);
  const query = at < 0 ? '?' : target.slice(at);
  const covered = { method: operation.method, path, query, contentDigest: digest };
  return {
    'content-digest': digest,
    'signature-input': `sig1=${parameters}`,
    signature: `sig1=:${key.sign(signatureBase(covered, parameters))}:`,
  };
}

function wrongSignature(random: Random, signed: ReturnType<typeof signatureOf>): Headers {
  const { 'signature-input': input } = signed;
  return pick<Headers>(random, [
    {},
    { ...signed, signature: '' },
    { ...signed, signature: 'sig1=:AAAA:' },
    { ...signed, signature: `sig1=:${'A'.repeat(86)}==:` },
    { ...signed, 'signature-input': '' },
    { ...signed, 'signature-input': input.replace(/created=\d+/, 'created=1') },
    { ...signed, 'signature-input': input.replace(/created=\d+/, 'created=99999999999999999999') },
    { ...signed, 'signature-input': input.replace(/keyid="[^"]*"/, 'keyid="\u00e9"') },
    {
      ...signed,
      'signature-input': input.replace(/nonce="[^"]*"/, `nonce="${'x'.repeat(2_000)}"`),
    },
    { ...signed, 'content-digest': 'sha-256=:nonsense:' },
    { ...signed, 'content-digest': '' },
  ]);
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

function send(
  agent: Agent,
  base: string,
  { operation, target, body }: FuzzRequest,
  headers: Headers,
): Promise<Answer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const length = body === null ? {} : { 'content-length': String(body.length) };
    const outgoing = request(
      {
        agent,
        hostname,
        port,
        method: operation.method,
        path: target,
        headers: { ...headers, ...length },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () => {
          const coding = incoming.headers['content-encoding'];
          resolve({
            status: incoming.statusCode ?? 0,
            type: incoming.headers['content-type'] ?? '',
            text: plainText(Buffer.concat(chunks), coding),
          });
        });
        incoming.on('error', reject);
      },
    );
    let answered = false;
    outgoing.on('response', () => {
      answered = true;
    });
    // A server may answer and hang up before it has read a body that it does not want.
    outgoing.on('error', (error) => {
      if (!answered) reject(error);
    });
    outgoing.end(body ?? undefined);
  });
}

function plainText(bytes: Buffer, coding: string | undefined): string {
  if (coding === 'gzip') return gunzipSync(bytes).toString('utf8');
  if (coding === 'br') return brotliDecompressSync(bytes).toString('utf8');
  return bytes.toString('utf8');
}

function tellRequest(
  index: number,
  { operation, target, body }: FuzzRequest,
  headers: Headers,
  answer: Answer,
  fault: string,
): string {
  return [
    `Request ${index}, ${operation.operationId}: the answer ${fault}`,
    `${operation.method} ${target.slice(0, 500)}`,
    JSON.stringify(headers).slice(0, 1_000),
    body?.toString('utf8').slice(0, 2_000) ?? '(no body)',
    `answered ${answer.status} ${answer.type}: ${answer.text.slice(0, 1_000)}`,
  ].join('\n');
}
