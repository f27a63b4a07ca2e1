import { connect, createServer, type Socket } from 'node:net';

/** Stands between a backend and its database, and takes the line away. */
export interface DatabaseGate {
  /** The database's URL, through the gate. */
  readonly url: string;
  /** Ends every connection and lets none in until `open`. */
  shut(): void;
  open(): void;
  /**
   * Ends every connection at the next COMMIT, before PostgreSQL hears of it or before its answer is heard.
   * Later ones are let in.
   */
  cutAtCommit(when: 'unheard' | 'unanswered'): void;
  close(): Promise<void>;
}

/** A gate in front of the PostgreSQL at this URL, open at first. */
export async function startDatabaseGate(databaseUrl: string): Promise<DatabaseGate> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isOpen = true;
  let atCommit: 'unheard' | 'unanswered' | null = null;

  function cut(): void {
    atCommit = null;
    for (const socket of sockets) socket.destroy();
  }

  function join(backend: Socket): void {
    if (!isOpen) {
      backend.destroy();
      return;
    }
    const database = connect(Number(target.port), target.hostname);
    for (const socket of [backend, database]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        backend.destroy();
        database.destroy();
      });
    }
    let isAnswerLost = false;
    backend.on('data', (bytes) => {
      const isCommit = atCommit !== null && /commit/i.test(bytes.toString('latin1'));
      if (isCommit && atCommit === 'unheard') cut();
      else database.write(bytes);
      if (isCommit) isAnswerLost = true;
    });
    database.on('data', (bytes) => {
      if (isAnswerLost) cut();
      else backend.write(bytes);
    });
  }

  const server = createServer(join);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = String(address !== null && typeof address === 'object' ? address.port : 0);
  return {
    url: url.href,
    shut() {
      isOpen = false;
      cut();
    },
    open() {
      isOpen = true;
    },
    cutAtCommit(when) {
      atCommit = when;
    },
    close: () =>
      new Promise((resolve) => {
        cut();
        server.close(() => resolve());
      }),
  };
}
