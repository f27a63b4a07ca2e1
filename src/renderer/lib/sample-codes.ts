/** What the gallery of the virtual scanner offers besides products' own barcodes. */
type SampleId = 'dataMatrix' | 'gs1128' | 'link' | 'text' | 'unknown' | 'wrong';

export interface SampleCode {
  readonly id: SampleId;
  /** As a scanner sends it, with identifier and FNC1. */
  readonly code: string;
}

const fnc1 = '\u001d';

/** Codes about the product with this barcode, and some that are about nothing. */
export function sampleCodes(ean13: string): readonly SampleCode[] {
  const gtin14 = ean13.padStart(14, '0');
  const wrongCheckDigit = (Number(ean13.at(-1)) + 1) % 10;
  return [
    { id: 'dataMatrix', code: `]d201${gtin14}1730123110A7-031${fnc1}210042` },
    { id: 'gs1128', code: `]C101${gtin14}10A7-031${fnc1}39221290` },
    { id: 'link', code: `https://id.gs1.org/01/${gtin14}/10/A7-031?17=301231` },
    { id: 'text', code: ']Q1Bonjour, je suis un code QR' },
    { id: 'unknown', code: ']E04006381333931' },
    { id: 'wrong', code: `]E0${ean13.slice(0, -1)}${wrongCheckDigit}` },
  ];
}

/** The code for people, with FNC1 as GS1 writes it. */
export function showControls(code: string): string {
  return code.replaceAll(fnc1, '<GS>');
}
