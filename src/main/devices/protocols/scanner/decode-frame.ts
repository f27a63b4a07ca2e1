/** FNC1, as scanners send it between GS1 elements. */
const groupSeparator = 0x1d;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Control characters beyond ASCII, which bytes that are no text decode to. */
const furtherControls = /[\u0080-\u009f]/g;

/** Whether a byte belongs to a code: no ASCII control character, except FNC1. */
export function isData(byte: number): boolean {
  return (byte >= 0x20 && byte !== 0x7f) || byte === groupSeparator;
}

/**
 * The characters of one code. What GS1 and the linear symbologies carry is ASCII; a QR code or a Data
 * Matrix may hold any bytes, which scanners pass on as they are: UTF-8 when they are valid UTF-8, as
 * QR codes are written today, else Latin-1, which ISO/IEC 18004 means where nothing else is said.
 */
export function decodeFrame(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    if (byte >= 0x80) return decodeWide(bytes.filter(isData));
    if (isData(byte)) text += String.fromCharCode(byte);
  }
  return text;
}

function decodeWide(bytes: Uint8Array): string {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    // The platform's decoder that is called latin1 reads Windows-1252.
    text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  }
  return text.replace(furtherControls, '');
}
