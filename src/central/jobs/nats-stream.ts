import { DiscardPolicy, jetstream, jetstreamManager, StorageType } from '@nats-io/jetstream';
import {
  type ConnectionOptions,
  connect,
  credsAuthenticator,
  headers,
  type NatsConnection,
  nanos,
} from '@nats-io/transport-node';

/** The stream that events are published to, and its subjects. */
export const eventStream = { name: 'BLENDBAR_EVENTS', subjects: 'blendbar.>' } as const;
/** Where in the feed a message stands, for whoever goes on reading there. */
const placeHeader = 'Blendbar-Cursor';

const timeoutMs = 5_000;
const dayMs = 24 * 3_600_000;
/** Where the operator has not made the stream: it hands on, it is no archive. */
const keptMs = 30 * dayMs;
/** Repetitions within it the server sees by itself. */
const duplicateWindowMs = 2 * 60_000;
/** What a message's headers may take of the server's limit. */
const headerBytes = 1_024;

export interface StreamMessage {
  /** For de-duplication: `Nats-Msg-Id`. */
  readonly id: string;
  readonly subject: string;
  /** Cursor of the feed. */
  readonly cursor: string;
  readonly body: string;
}

/** How far the stream has come. */
export interface StreamTail {
  /** Of the last message that was ever stored; 0 before the first. */
  readonly sequence: number;
  /** The last message that is there now, when it is one of ours. */
  readonly last: { readonly id: string; readonly cursor: string } | null;
}

/** A JetStream stream that one writer appends to; it connects when it is used, anew after a failure. */
export interface EventStream {
  tail(): Promise<StreamTail>;
  /**
   * Stores messages behind `sequence`, in their order and all or a beginning of them: each names the one
   * that it comes after, so that nothing that another writer, or a late packet, stores meanwhile can come
   * between. Returns the ids of messages that are larger than the server takes.
   */
  append(messages: readonly StreamMessage[], sequence: number): Promise<readonly string[]>;
  close(): Promise<void>;
}

/**
 * @param servers addresses separated by commas, with user and password or a token where it is asked for;
 * `tls://` insists on TLS.
 */
export function openEventStream(servers: string, creds: Uint8Array | null = null): EventStream {
  let connecting: Promise<NatsConnection> | null = null;

  async function connection(): Promise<NatsConnection> {
    const current = connecting === null ? null : await connecting.catch(() => null);
    if (current !== null && !current.isClosed()) return current;
    connecting = connectToStream(servers, creds);
    return connecting;
  }

  /** After a failure nobody knows what is still on its way: the connection is given up with it. */
  async function use<T>(work: (connected: NatsConnection) => Promise<T>): Promise<T> {
    const connected = await connection();
    try {
      return await work(connected);
    } catch (error) {
      connecting = null;
      await connected.close().catch(() => undefined);
      throw error;
    }
  }

  return {
    tail: () => use(tailOf),
    append: (messages, sequence) => use((connected) => append(connected, messages, sequence)),
    async close() {
      const current = connecting;
      connecting = null;
      await (await current?.catch(() => null))?.close();
    },
  };
}

async function connectToStream(servers: string, creds: Uint8Array | null): Promise<NatsConnection> {
  const connected = await connect({
    ...connectionOptions(servers),
    ...(creds === null ? {} : { authenticator: credsAuthenticator(creds) }),
    name: 'blendbar-central',
    timeout: timeoutMs,
    reconnect: false,
  });
  try {
    const manager = await jetstreamManager(connected, { timeout: timeoutMs });
    // Made alike by whoever comes first; one that is there is the operator's.
    for await (const name of manager.streams.names()) {
      if (name === eventStream.name) return connected;
    }
    await manager.streams.add({
      name: eventStream.name,
      subjects: [eventStream.subjects],
      storage: StorageType.File,
      discard: DiscardPolicy.Old,
      max_age: nanos(keptMs),
      duplicate_window: nanos(duplicateWindowMs),
    });
    return connected;
  } catch (error) {
    await connected.close();
    throw error;
  }
}

async function tailOf(connected: NatsConnection): Promise<StreamTail> {
  const manager = await jetstreamManager(connected, { timeout: timeoutMs, checkAPI: false });
  const { state } = await manager.streams.info(eventStream.name);
  const last =
    state.messages === 0
      ? null
      : await manager.streams.getMessage(eventStream.name, { seq: state.last_seq });
  const id = last?.header.get('Nats-Msg-Id') ?? '';
  const cursor = last?.header.get(placeHeader) ?? '';
  return {
    sequence: state.last_seq,
    last: id === '' || cursor === '' ? null : { id, cursor },
  };
}

async function append(
  connected: NatsConnection,
  messages: readonly StreamMessage[],
  sequence: number,
): Promise<readonly string[]> {
  const client = jetstream(connected, { timeout: timeoutMs });
  const most = (connected.info?.max_payload ?? 1024 * 1024) - headerBytes;
  const oversized = messages.filter(({ body }) => Buffer.byteLength(body) > most);
  const acks = messages
    .filter((message) => !oversized.includes(message))
    .map(({ id, subject, cursor, body }, index, all) => {
      // A sequence alone would let a later one in behind a stranger's message in an earlier one's place.
      const previous = all[index - 1];
      const after =
        previous === undefined ? { lastSequence: sequence } : { lastMsgID: previous.id };
      const meta = headers();
      meta.set('Content-Type', 'application/cloudevents+json');
      meta.set(placeHeader, cursor);
      return client.publish(subject, body, {
        msgID: id,
        headers: meta,
        timeout: timeoutMs,
        expect: { streamName: eventStream.name, ...after },
      });
    });
  const failed = (await Promise.allSettled(acks)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
  return oversized.map(({ id }) => id);
}

/** @throws Error when an address is none. */
function connectionOptions(servers: string): ConnectionOptions {
  const urls = servers.split(',').map((server) => {
    const text = server.trim();
    return new URL(text.includes('://') ? text : `nats://${text}`);
  });
  const [first] = urls;
  const user = decodeURIComponent(first?.username ?? '');
  const pass = decodeURIComponent(first?.password ?? '');
  return {
    servers: urls.map(({ host }) => host),
    ...(first?.protocol === 'tls:' ? { tls: {} } : {}),
    ...(user === '' ? {} : pass === '' ? { token: user } : { user, pass }),
  };
}
