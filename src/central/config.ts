import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkedDatabaseUrl } from './database-url.ts';
import { parseMasterKey } from './master-key-file.ts';
import { checkedTls, type TlsFiles } from './tls-files.ts';
import { checkedProxies } from './trusted-proxies.ts';

/** What an operator sets in the environment; docs/operations.md. */
export interface CentralConfig {
  /** `null`: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly tls: TlsFiles | null;
  /** Behind a proxy: whose `X-Forwarded-For` is believed, as Fastify's `trustProxy`. */
  readonly trustProxy: string | boolean;
  /** Keeps the keys of personal data; `null` when none is set. */
  readonly masterKey: Buffer | null;
  /** Earlier ones, until every key was wrapped with the present one. */
  readonly previousMasterKeys: readonly Buffer[];
  /** Whether webhooks may lead into private networks, and to this machine without TLS. */
  readonly privateWebhooks: boolean;
  readonly natsUrl: string | null;
  /** NATS credentials (`.creds`), where the server asks for them. */
  readonly natsCreds: Buffer | null;
  readonly logLevel: string;
  /** Connections to PostgreSQL of one process. */
  readonly poolSize: number;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** @throws Error that names the variable and what is wrong with it. */
export function readConfig(env: NodeJS.ProcessEnv): CentralConfig {
  const text = (name: string): string | null => {
    const value = env[name]?.trim();
    return value === undefined || value === '' ? null : value;
  };
  const integer = (name: string, otherwise: number, from: number, to: number): number => {
    const value = text(name);
    if (value === null) return otherwise;
    const number = Number(value);
    if (Number.isInteger(number) && number >= from && number <= to) return number;
    throw new Error(`${name} is "${value}"; it is a whole number from ${from} to ${to}`);
  };
  const flag = (name: string): boolean => {
    const value = text(name) ?? '0';
    if (value === '0' || value === '1') return value === '1';
    throw new Error(`${name} is "${value}"; it is 1, or 0`);
  };
  const file = (name: string): Buffer | null => {
    const path = text(name);
    return path === null ? null : contentOf(name, path);
  };
  const cert = file('CENTRAL_TLS_CERT_FILE');
  const key = file('CENTRAL_TLS_KEY_FILE');
  if ((cert === null) !== (key === null)) {
    throw new Error('CENTRAL_TLS_CERT_FILE and CENTRAL_TLS_KEY_FILE belong together');
  }
  const logLevel = text('CENTRAL_LOG_LEVEL') ?? 'info';
  if (!logLevels.includes(logLevel)) {
    throw new Error(`CENTRAL_LOG_LEVEL is "${logLevel}"; it is one of ${logLevels.join(', ')}`);
  }
  const proxies = text('CENTRAL_TRUST_PROXY');
  return {
    databaseUrl: databaseUrl(text('DATABASE_URL'), file('DATABASE_URL_FILE')),
    dataDir: resolve(text('CENTRAL_DATA') ?? 'var/central'),
    host: text('CENTRAL_HOST') ?? '127.0.0.1',
    port: integer('CENTRAL_PORT', 4610, 0, 65_535),
    tls: cert === null || key === null ? null : checkedTls({ cert, key }),
    trustProxy: proxies === null ? false : checkedProxies(proxies),
    masterKey: masterKey(env, 'BLENDBAR_MASTER_KEY'),
    previousMasterKeys: [masterKey(env, 'BLENDBAR_MASTER_KEY_PREVIOUS')].filter(
      (previous) => previous !== null,
    ),
    privateWebhooks: flag('CENTRAL_WEBHOOK_PRIVATE'),
    natsUrl: text('NATS_URL'),
    natsCreds: file('NATS_CREDS_FILE'),
    logLevel,
    poolSize: integer('CENTRAL_POOL_SIZE', 10, 2, 1000),
  };
}

function databaseUrl(url: string | null, file: Buffer | null): string | null {
  if (url !== null) return checkedDatabaseUrl('DATABASE_URL', url);
  return file === null
    ? null
    : checkedDatabaseUrl('DATABASE_URL_FILE', file.toString('utf8').trim());
}

/** @throws Error that names the variable that names the file. */
function contentOf(name: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** From the variable itself, or from the file that `<name>_FILE` names. */
function masterKey(env: NodeJS.ProcessEnv, name: string): Buffer | null {
  const value = env[name]?.trim() ?? '';
  const file = env[`${name}_FILE`]?.trim() ?? '';
  if (value === '' && file === '') return null;
  if (value !== '' && file !== '') throw new Error(`${name} and ${name}_FILE: only one of them`);
  const key = parseMasterKey(
    value === '' ? contentOf(`${name}_FILE`, file).toString('utf8') : value,
  );
  // Never quoted: a key with a slip in it is nearly the key.
  if (key === null) throw new Error(`${name} is not 32 bytes in base64`);
  return key;
}
