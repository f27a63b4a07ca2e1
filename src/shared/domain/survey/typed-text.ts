import { longestText } from './answer.ts';

/** Stands where a contact was. */
const gap = '…';

/** Marks of writing direction, invisible characters and controls; a line break is a blank. */
const invisible = /[\p{Cc}\p{Cf}]+/gu;

/**
 * What somebody can be reached or found by: addresses of mail and of pages, names of accounts, and digits in a row
 * or in groups, as in numbers of telephones, cards and accounts. Four digits (a year, a price) stay. Signs count in
 * their wide forms too, and what parts groups is any dash, or what Japanese has for one.
 */
const contacts: readonly RegExp[] = [
  /[^\s@＠]+[@＠][^\s@＠]+/gu,
  /(?:https?:\/\/|www\.)\S+/giu,
  // Written without where they begin: by a path, or by an ending that is no word after a full stop.
  /[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}\/\S*/gu,
  /(?<![\p{L}\p{N}])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|info|biz|app|shop|online|eu|de|at|ch|fr|jp|uk)(?!\p{L})/giu,
  /(?<![\p{L}\p{N}])[@＠][\p{L}\p{N}_.]+/gu,
  /[+＋(（]?\p{Nd}(?:[\s()（）.．\p{Pd}\p{M}−ー・·_*/／]*\p{Nd}){4,}[)）]?/gu,
];

/**
 * A shopper's own words as they may be kept: on one line, without what they could be reached by, at most
 * `longestText` characters; empty when nothing is left. Names cannot be known as such: the screen asks for none.
 * Applied again it changes nothing. SUR-31
 */
export function withoutContacts(typed: string): string {
  const once = cleaned(typed);
  // What is left may look like a contact again; each time it is shorter, or has fewer of their signs.
  return once === typed ? once : withoutContacts(once);
}

function cleaned(typed: string): string {
  const line = typed.normalize('NFC').replace(invisible, ' ');
  const without = contacts.reduce((text, contact) => text.replaceAll(contact, gap), line);
  const short = without.replace(/\s+/gu, ' ').trim().slice(0, longestText);
  // Half of a character that takes two code units is none.
  return short
    .toWellFormed()
    .replace(/\uFFFD$/u, '')
    .trimEnd();
}
