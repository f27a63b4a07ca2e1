import { type FeedSource, MalformedInput, type TextDecoding } from './feed-source.ts';

/** The text of a feed as it comes in. */
export interface TextStream {
  bytesRead(): number;
  readonly texts: AsyncIterable<string>;
}

/** Decodes the bytes; a byte that is no text makes the input malformed. */
export function decodeSource(source: FeedSource, decoder: TextDecoding): TextStream {
  let bytes = 0;
  async function* decode(): AsyncGenerator<string> {
    const step = (chunk?: Uint8Array): string => {
      try {
        return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
      } catch {
        throw new MalformedInput(`${source.name}: not ${decoder.encoding} text near byte ${bytes}`);
      }
    };
    for await (const chunk of source.chunks()) {
      const text = step(chunk);
      bytes += chunk.byteLength;
      yield text;
    }
    yield step();
  }
  return { bytesRead: () => bytes, texts: decode() };
}

/** A line of a text, without its end. */
export interface TextLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

/** Lines without their ends (LF or CRLF) and without blank ones, as many at a time as were read. */
export async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<readonly TextLine[]> {
  let rest = '';
  let line = 0;
  for await (const text of texts) {
    const parts = text.split('\n');
    const last = parts.pop() ?? '';
    // A long line comes in many pieces; it is not looked through again for each.
    if (parts.length === 0) {
      rest += last;
      continue;
    }
    parts[0] = rest + (parts[0] ?? '');
    rest = last;
    const lines: TextLine[] = [];
    for (const part of parts) {
      line += 1;
      if (part.trim() !== '') lines.push({ line, text: part });
    }
    if (lines.length > 0) yield lines;
  }
  if (rest.trim() !== '') yield [{ line: line + 1, text: rest }];
}
