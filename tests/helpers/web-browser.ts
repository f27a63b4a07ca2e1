import { request } from 'node:http';
import { connect } from 'node:net';
import type { EventStream, WebTransport } from '../../src/renderer/client/web-client.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface HttpAsk {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly host?: string;
}

/** One plain HTTP exchange, with full control over Host, Origin and the path as it is sent. */
export function ask(origin: string, what: HttpAsk): Promise<HttpAnswer> {
  const { hostname, port, host } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        method: what.method ?? 'GET',
        path: what.path,
        headers: { host: what.host ?? host, ...what.headers },
      },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          body += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(what.body);
  });
}

/** What a server answers to these very bytes, until it closes the connection. */
export function sendRaw(origin: string, text: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

/** Follows a start link as a browser would; answers the cookie that it then has. */
export async function signIn(origin: string, startUrl: string): Promise<string> {
  const { pathname, search } = new URL(startUrl);
  const answer = await ask(origin, { path: pathname + search });
  const [cookie] = [answer.headers['set-cookie']].flat();
  if (answer.status !== 303 || cookie === undefined) {
    throw new Error(`The start link answered ${answer.status}: ${answer.body}`);
  }
  return cookie.split(';', 1)[0] ?? '';
}

/** What a page of `origin` with this cookie can do: the transport of the renderer's web client. */
export function pageTransport(origin: string, cookie: string): WebTransport {
  const headers = { cookie, origin, 'sec-fetch-site': 'same-origin' };
  return {
    fetch: (path, init) =>
      fetch(origin + path, {
        ...init,
        headers: { ...headers, ...Object.fromEntries(new Headers(init.headers)) },
      }),
    openEvents: () => openEventStream(`${origin}/events`, { cookie }),
  };
}

/** A small `EventSource`, which Node does not have switched on. */
function openEventStream(url: string, headers: Readonly<Record<string, string>>): EventStream {
  const listeners = new Map<string, ((event: { data?: unknown }) => void)[]>();
  const abort = new AbortController();
  let readyState = 0;
  const emit = (name: string, data?: unknown) => {
    for (const listener of listeners.get(name) ?? []) listener({ data });
  };

  async function read(): Promise<void> {
    const response = await fetch(url, { headers, signal: abort.signal });
    if (!response.ok || response.body === null) throw new Error(`events: ${response.status}`);
    readyState = 1;
    emit('open');
    let text = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const name = /^event: (.*)$/m.exec(block)?.[1];
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (name !== undefined) emit(name, data);
      }
    }
    throw new Error('events: ended');
  }

  read().catch(() => {
    readyState = 2;
    if (!abort.signal.aborted) emit('error');
  });

  return {
    get readyState() {
      return readyState;
    },
    addEventListener(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    },
    close: () => abort.abort(),
  };
}
