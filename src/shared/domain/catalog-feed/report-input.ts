import type { FeedContents } from './feed-contents.ts';
import type { InputReport, Rejection } from './import-report.ts';

/** Tells about an input that was checked; `source` is what it is called. */
export function reportInput(contents: FeedContents, source: string): InputReport {
  return {
    source,
    mode: contents.mode,
    read: contents.read(),
    rejected: inOrder(contents.rejections, source),
    notes: contents.notes,
  };
}

/** In the order of the input; what does not stand in the file itself comes first. */
function inOrder(rejections: readonly Rejection[], file: string): readonly Rejection[] {
  const position = (one: Rejection): number => (one.file === file ? one.line : -1 / (1 + one.line));
  return rejections.toSorted((a, b) => position(a) - position(b));
}
