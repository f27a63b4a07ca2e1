import { inflateSync } from 'node:zlib';

/**
 * The code points that a font in WOFF has glyphs for (W3C, WOFF File Format 1.0, sections 4 and 5;
 * OpenType, cmap, formats 4 and 12). Throws when it is no such font.
 */
export function woffCharacters(font: Buffer): ReadonlySet<number> {
  const cmap = table(font, 'cmap');
  const characters = new Set<number>();
  const count = cmap.readUInt16BE(2);
  for (let index = 0; index < count; index++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(8 + 8 * index));
    const format = subtable.readUInt16BE(0);
    if (format === 4) addSegments(subtable, characters);
    if (format === 12) addGroups(subtable, characters);
  }
  return characters;
}

function table(font: Buffer, tag: string): Buffer {
  if (font.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no font in WOFF.');
  const count = font.readUInt16BE(12);
  for (let entry = 44; entry < 44 + 20 * count; entry += 20) {
    if (font.toString('latin1', entry, entry + 4) !== tag) continue;
    const offset = font.readUInt32BE(entry + 4);
    const length = font.readUInt32BE(entry + 8);
    const data = font.subarray(offset, offset + length);
    return length < font.readUInt32BE(entry + 12) ? inflateSync(data) : data;
  }
  throw new Error(`The font has no table ${tag}.`);
}

function addSegments(subtable: Buffer, characters: Set<number>): void {
  const size = subtable.readUInt16BE(6);
  for (let at = 14; at < 14 + size; at += 2) {
    const end = subtable.readUInt16BE(at);
    const start = subtable.readUInt16BE(at + size + 2);
    const delta = subtable.readUInt16BE(at + 2 * size + 2);
    const rangeAt = at + 3 * size + 2;
    const range = subtable.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph =
        range === 0 ? code + delta : subtable.readUInt16BE(rangeAt + range + 2 * (code - start));
      if ((glyph & 0xffff) !== 0) characters.add(code);
    }
  }
}

function addGroups(subtable: Buffer, characters: Set<number>): void {
  const count = subtable.readUInt32BE(12);
  for (let at = 16; at < 16 + 12 * count; at += 12) {
    const end = subtable.readUInt32BE(at + 4);
    for (let code = subtable.readUInt32BE(at); code <= end; code++) characters.add(code);
  }
}
