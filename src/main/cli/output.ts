import { writeSync } from 'node:fs';

/** What a command prints: standard output for results, standard error for everything else. */
export interface Output {
  /** Writes one line; returns only when the system has taken it, so that a printed sale is really told. */
  line(text: string): void;
  note(text: string): void;
}

export const processOutput: Output = {
  line: (text) => writeAll(1, `${text}\n`),
  note: (text) => writeAll(2, `${text}\n`),
};

function writeAll(fileDescriptor: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(fileDescriptor, bytes, written);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      // A full pipe: the reader is slower than we are. A reader that is gone ends the command.
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
      else if (code === 'EPIPE') process.exit(0);
      else throw error;
    }
  }
}
