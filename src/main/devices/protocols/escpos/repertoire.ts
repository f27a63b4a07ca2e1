import { bytesOf } from './code-pages.ts';
import type { PrinterProfile } from './printer-profile.ts';
import { isBundled, isInSystemFonts } from './raster-fonts.ts';
import type { Repertoire } from './transliterate.ts';

const repertoires = new WeakMap<PrinterProfile, Repertoire>();

/** What a printer of this make can put on paper, in its own letters or drawn by us. */
export function repertoireOf(profile: PrinterProfile): Repertoire {
  let repertoire = repertoires.get(profile);
  if (repertoire === undefined) {
    const characters = new Set(
      [...profile.codePages.keys()].flatMap((page) => [...bytesOf(page).keys()]),
    );
    repertoire = { inPage: (character) => characters.has(character), inFont: canDraw };
    repertoires.set(profile, repertoire);
  }
  return repertoire;
}

/** What a line that is drawn can hold. */
export const drawnRepertoire: Repertoire = { inPage: canDraw, inFont: canDraw };

const steersTheText = /^[\u200C-\u200F\u061C]$/u;
const ofAnotherScript = /^(?!\p{Script=Latin})[\p{L}\p{M}\p{N}]$/u;

/**
 * Our own typefaces look the same everywhere. Those of the machine are the last resort, for scripts
 * that we have no typeface for.
 */
export function canDraw(character: string): boolean {
  if (steersTheText.test(character) || isBundled(character)) return true;
  return ofAnotherScript.test(character) && isInSystemFonts(character);
}
