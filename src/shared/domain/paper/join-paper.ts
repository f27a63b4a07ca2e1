import { fromBase64, toBase64 } from './base64.ts';
import type { PaperElement } from './paper-element.ts';

type PaperImage = Extract<PaperElement, { kind: 'image' }>;

/**
 * Puts `element` below `paper`, which is changed. Feeds that follow each other become one, and so do
 * the bands in which a picture is sent: equally wide, equally aligned, nothing between them.
 */
export function joinPaper(paper: PaperElement[], element: PaperElement): void {
  const last = paper.at(-1);
  if (element.kind === 'feed' && last?.kind === 'feed') {
    paper[paper.length - 1] = { kind: 'feed', lines: last.lines + element.lines };
  } else if (element.kind === 'image' && last?.kind === 'image' && fitTogether(last, element)) {
    paper[paper.length - 1] = {
      ...last,
      heightDots: last.heightDots + element.heightDots,
      bits: joinBase64(last.bits, element.bits),
    };
  } else {
    paper.push(element);
  }
}

function fitTogether(above: PaperImage, below: PaperImage): boolean {
  return above.widthDots === below.widthDots && above.align === below.align;
}

function joinBase64(above: string, below: string): string {
  if (!above.endsWith('=')) return above + below;
  const [head, tail] = [fromBase64(above), fromBase64(below)];
  const bytes = new Uint8Array(head.length + tail.length);
  bytes.set(head);
  bytes.set(tail, head.length);
  return toBase64(bytes);
}
