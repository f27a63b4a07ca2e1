// Draws build/icon.png and build/icon.ico from build/icon.svg. Needs rsvg-convert (librsvg).
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const inBuild = (name) => fileURLToPath(new URL(`../build/${name}`, import.meta.url));

function png(size) {
  return execFileSync('rsvg-convert', ['-w', size, '-h', size, inBuild('icon.svg')].map(String), {
    maxBuffer: 10_000_000,
  });
}

/** An ICO file whose images are PNG, which Windows reads since Vista. */
function ico(sizes) {
  const images = sizes.map(png);
  const header = Buffer.alloc(6 + 16 * sizes.length);
  header.writeUInt16LE(1, 2); // an icon, not a cursor
  header.writeUInt16LE(sizes.length, 4);
  let offset = header.length;
  for (const [index, size] of sizes.entries()) {
    const at = 6 + 16 * index;
    header.writeUInt8(size % 256, at); // 0 means 256
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4); // planes
    header.writeUInt16LE(32, at + 6); // bits per pixel
    header.writeUInt32LE(images[index].length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += images[index].length;
  }
  return Buffer.concat([header, ...images]);
}

writeFileSync(inBuild('icon.png'), png(1024));
writeFileSync(inBuild('icon.ico'), ico([16, 24, 32, 48, 64, 128, 256]));
