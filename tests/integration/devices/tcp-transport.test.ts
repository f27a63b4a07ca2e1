import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect as connectSocket, createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createTcpTransport } from '#main/devices/transports/tcp-transport.ts';
import { bytesOf, connect, refusal } from './transport-contract.ts';

/** A printer's network side that does with a connection what the test says. */
async function serve(onConnection: (socket: Socket) => void): Promise<number> {
  const server = createServer({ pauseOnConnect: true }, onConnection);
  onTestFinished(() => {
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // It is a TCP server.
  return (server.address() as AddressInfo).port;
}

test('DEV-1 a network line has an address and is faster than any printer', () => {
  expect(createTcpTransport({ host: '192.0.2.7', port: 9100 })).toMatchObject({
    address: '192.0.2.7:9100',
    bytesPerSecond: null,
  });
  expect(createTcpTransport({ host: '2001:db8::7', port: 9100 }).address).toBe(
    '[2001:db8::7]:9100',
  );
});

test('DEV-15 a port where nothing listens, and a name that nobody has', async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // It is a TCP server.
  const { port } = server.address() as AddressInfo;
  server.close();
  const refused = await refusal(() => connect(createTcpTransport({ host: '127.0.0.1', port })));
  expect(refused.fault).toBe('notFound');
  expect(refused.message).toBe(
    `127.0.0.1:${port} refused the connection: nothing listens there, or it serves another computer`,
  );
  const unknown = await refusal(() =>
    connect(createTcpTransport({ host: 'printer.invalid', port: 9100 })),
  );
  expect(unknown.fault).toBe('notFound');
  expect(unknown.message).toContain('printer.invalid:9100');
});

test('DEV-15 a host that does not answer is given up after three seconds', async (context) => {
  context.skip(process.platform !== 'linux', 'a full queue of connections is silent on Linux only');
  // A server that is too busy to accept: Linux then leaves the next connection unanswered.
  const program = `const server = require('node:net').createServer();
    server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
      require('node:fs').writeSync(1, String(server.address().port));
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20_000);
    });`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const [told] = await once(child.stdout, 'data');
  const port = Number(String(told));
  for (let filled = 0; filled < 4; filled += 1) {
    const socket = connectSocket(port, '127.0.0.1').on('error', () => undefined);
    onTestFinished(() => {
      socket.destroy();
    });
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  const startedMs = performance.now();
  const error = await refusal(() => connect(createTcpTransport({ host: '127.0.0.1', port })));
  const tookMs = performance.now() - startedMs;
  expect(error.fault).toBe('notFound');
  expect(error.message).toBe(`127.0.0.1:${port} does not answer: no connection in 3 s`);
  expect(tookMs).toBeGreaterThan(2_900);
  expect(tookMs).toBeLessThan(4_500);
});

test('DEV-16 closing lets what was written arrive, also when the printer is still talking', async () => {
  const job = Buffer.alloc(200_000, 'receipt ');
  const pieces: Buffer[] = [];
  let closed = false;
  let problem: Error | null = null;
  const port = await serve((socket) => {
    socket.on('data', (bytes) => pieces.push(bytes));
    socket.on('error', (error) => {
      problem = error;
    });
    socket.on('close', () => {
      closed = true;
    });
    // Status that nobody reads any more, and only then the job.
    setTimeout(() => socket.write('status'), 100);
    setTimeout(() => socket.resume(), 200);
  });
  const { connection, data } = await connect(createTcpTransport({ host: '127.0.0.1', port }));
  await connection.write(job);
  await connection.close();
  await expect.poll(() => closed).toBe(true);
  expect(problem).toBeNull();
  expect(Buffer.compare(Buffer.concat(pieces), job)).toBe(0);
  expect(data()).toHaveLength(0);
});

test('DEV-16 closing does not wait long for a printer that does not hang up', async () => {
  const port = await serve(() => undefined);
  const { connection } = await connect(createTcpTransport({ host: '127.0.0.1', port }));
  await connection.write(bytesOf('hello'));
  const startedMs = performance.now();
  await connection.close();
  expect(performance.now() - startedMs).toBeLessThan(1_500);
});

test('DEV-7 a printer that hangs up, in order or not, is lost', async () => {
  for (const hangUp of [(socket: Socket) => socket.end(), (s: Socket) => s.resetAndDestroy()]) {
    const port = await serve((socket) => setTimeout(hangUp, 50, socket));
    const { lost } = await connect(createTcpTransport({ host: '127.0.0.1', port }));
    await expect.poll(() => lost.map(({ fault }) => fault)).toEqual(['notFound']);
    expect(lost[0]?.message).toContain(`127.0.0.1:${port}`);
  }
});
