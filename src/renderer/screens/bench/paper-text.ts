import type { PaperElement } from '#shared/domain/paper/paper-element.ts';

type Translate = (key: string, params?: { readonly data: string }) => string;

/** What stands on the paper, line by line, for those who hear it. */
export function paperText(t: Translate, paper: readonly PaperElement[]): readonly string[] {
  return paper.flatMap(wordsOf);

  function wordsOf(element: PaperElement): readonly string[] {
    switch (element.kind) {
      case 'line': {
        const text = element.runs.map((run) => run.text).join('');
        return text.trim() === '' ? [] : [text.trim().replaceAll(/\s+/g, ' ')];
      }
      case 'qr':
        return [t('bench.qr', { data: element.data })];
      case 'barcode':
        return [t('bench.barcode', { data: element.data })];
      case 'image':
        return [t('bench.image')];
      case 'feed':
        return [];
      case 'cut':
        return [t('bench.cut')];
      case 'drawerPulse':
        return [t('bench.drawer')];
    }
  }
}
