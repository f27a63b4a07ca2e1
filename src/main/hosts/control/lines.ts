import type { Socket } from 'node:net';

/** More than any request or event of the contract; whoever sends more is cut off. */
const longestLine = 8_000_000;

/** Calls `onLine` for every line of JSON that comes in; a line that is no JSON ends the connection. */
export function readLines(socket: Socket, onLine: (message: unknown) => void): void {
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) {
      socket.destroy();
      return;
    }
    for (const line of lines) {
      let message: unknown;
      try {
        message = JSON.parse(line);
      } catch {
        socket.destroy();
        return;
      }
      onLine(message);
    }
  });
}

export function writeLine(socket: Socket, message: unknown): void {
  if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
}
