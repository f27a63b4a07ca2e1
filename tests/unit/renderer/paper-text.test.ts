import { expect, test } from 'vitest';
import type { PaperElement } from '#shared/domain/paper/paper-element.ts';
import { paperText } from '../../../src/renderer/screens/bench/paper-text.ts';

const plain = { bold: false, underline: false, inverted: false, width: 1, height: 1 };
const t = (key: string, params?: { readonly data: string }) =>
  params === undefined ? key : `${key} ${params.data}`;

test('UIX-36 the paper as words: its lines without their blanks, and what is no text by name', () => {
  const paper: readonly PaperElement[] = [
    {
      kind: 'line',
      align: 'left',
      runs: [
        { ...plain, text: 'Still Water' },
        { ...plain, text: '          €32.90' },
      ],
    },
    { kind: 'line', align: 'left', runs: [{ ...plain, text: '   ' }] },
    { kind: 'feed', lines: 3 },
    { kind: 'image', align: 'center', widthDots: 8, heightDots: 1, bits: '/w==' },
    { kind: 'qr', align: 'center', data: 'K-1', moduleDots: 4, errorCorrection: 'M' },
    {
      kind: 'barcode',
      align: 'center',
      data: 'K-2',
      symbology: 73,
      moduleDots: 2,
      heightDots: 60,
      text: true,
    },
    { kind: 'cut' },
    { kind: 'drawerPulse' },
  ];
  expect(paperText(t, paper)).toEqual([
    'Still Water €32.90',
    'bench.image',
    'bench.qr K-1',
    'bench.barcode K-2',
    'bench.cut',
    'bench.drawer',
  ]);
});
