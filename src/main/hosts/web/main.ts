import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runKiosk } from '../compose.ts';
import { provideDemoStore } from '../demo-store.ts';
import { fileLogger } from '../file-logger.ts';
import { startWebHost } from './web-host.ts';

/** The kiosk in a browser of this machine: prints one line with the link that opens it. */

const builtRenderer = fileURLToPath(new URL('../../../../dist/renderer', import.meta.url));

const usage =
  'usage: main.ts --db FILE [--port N] [--demo] [--auto-card approve|decline|timeout|loseAnswer]';

function readArguments() {
  const { values } = parseArgs({
    options: {
      db: { type: 'string' },
      port: { type: 'string', default: '0' },
      demo: { type: 'boolean', default: false },
      renderer: { type: 'string', default: builtRenderer },
      'auto-card': { type: 'string' },
      'validate-output': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port ${values.port} is no port number`);
  }
  if (values.db === undefined) throw new Error('--db FILE is missing');
  return { ...values, port, db: resolve(values.db), autoCard: cardAnswer(values['auto-card']) };
}

const cardAnswers = ['approve', 'decline', 'timeout', 'loseAnswer'] as const;

function cardAnswer(text: string | undefined) {
  if (text === undefined) return undefined;
  const answer = cardAnswers.find((known) => known === text);
  if (answer === undefined)
    throw new Error(`--auto-card ${text} is none of ${cardAnswers.join(', ')}`);
  return answer;
}

async function main(): Promise<void> {
  const args = readArguments();
  const logger = fileLogger(join(dirname(args.db), 'kiosk.log'));
  if (args.demo) await provideDemoStore(args.db, logger);
  const running = await runKiosk({
    file: args.db,
    logger,
    validateOutput: args['validate-output'],
    ...(args.autoCard === undefined ? {} : { terminal: { auto: args.autoCard } }),
  });
  if (!running.ok) throw new Error(running.error.message);
  const { kiosk, close } = running.value;

  const host = await startWebHost({
    kiosk,
    rendererDir: resolve(args.renderer),
    port: args.port,
    logger,
    onStarted: (nextUrl) => print(process.stderr, `For another window: ${nextUrl}`),
  });
  print(process.stdout, `Blendbar is running: ${host.startUrl}`);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await host.close();
    await close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stop().catch(fail);
    });
  }
}

function print(stream: NodeJS.WriteStream, line: string): void {
  stream.write(`${line}\n`);
}

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const isUsage = isParseError(error) || message.startsWith('--');
  print(process.stderr, isUsage ? `${message}\n${usage}` : message);
  process.exit(isUsage ? 2 : 1);
}

/** `parseArgs` names what it refuses by such codes. */
function isParseError(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  );
}

main().catch(fail);
