import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { onTestFinished } from 'vitest';
import { eventStream } from '#central/jobs/nats-stream.ts';
import { freePort } from './free-port.ts';
import { findTool, needTool } from './system-tool.ts';

const program = findTool('nats-server') ?? 'nats-server';

/** Skips a test, with its reason, where `nats-server` is missing; in CI its absence is a failure. */
export function needNats(test: { skip(note: string): void }): void {
  needTool(test, 'nats-server', 'nats-server');
}

/** A NATS server with JetStream on a port of its own; it and its data are gone when the test is. */
export async function startNats(options: readonly string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'blendbar-nats-'));
  const port = await freePort();
  let child: ChildProcess | null = null;

  async function start(): Promise<void> {
    const args = ['-js', '-sd', folder, '-a', '127.0.0.1', '-p', String(port), ...options];
    child = spawn(program, args, { stdio: 'ignore' });
    for (let tries = 0; !(await answers(port)); tries += 1) {
      if (tries > 500) throw new Error('nats-server does not start');
      await pause(10);
    }
  }

  async function kill(): Promise<void> {
    if (child === null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    child = null;
    await ended;
  }

  await start();
  onTestFinished(async () => {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  });
  return { url: `nats://127.0.0.1:${port}`, start, kill };
}

/** Does something to the server's streams, on a connection of its own. */
export async function withStreams<T>(
  url: string,
  work: (streams: JetStreamManager['streams']) => Promise<T>,
): Promise<T> {
  const connection = await connect({ servers: url.replace('nats://', '') });
  try {
    return await work((await jetstreamManager(connection)).streams);
  } finally {
    await connection.close();
  }
}

/** Every message that the event stream holds, in its order. */
export function storedMessages(url: string) {
  return withStreams(url, async (streams) => {
    const { state } = await streams.info(eventStream.name);
    const messages: {
      id: string;
      subject: string;
      header: (name: string) => string;
      body: string;
    }[] = [];
    for (let seq = state.first_seq; seq > 0 && seq <= state.last_seq; seq += 1) {
      const message = await streams.getMessage(eventStream.name, { seq });
      if (message === null) continue;
      messages.push({
        id: message.header.get('Nats-Msg-Id'),
        subject: message.subject,
        header: (name) => message.header.get(name),
        body: message.string(),
      });
    }
    return messages;
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}
