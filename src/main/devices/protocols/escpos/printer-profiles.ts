import type { PrinterProfileId } from '#shared/contract/ipc/devices.ts';
import { required } from '#shared/lib/assert.ts';
import { type CodePage, epsonPages } from './code-pages.ts';
import type { PrinterProfile } from './printer-profile.ts';

type CodePages = ReadonlyMap<CodePage, number>;

/**
 * The mapping `star` for ESC/POS of @point-of-sale/receipt-printer-encoder. Star's own modes number
 * their pages differently; for Greek, Turkish and Baltic no page of this mode could be confirmed.
 */
const starPages: CodePages = new Map([
  ['windows1252', 16],
  ['cp852', 18],
  ['cp866', 17],
  ['cp858', 19],
  ['cp437', 0],
]);

/**
 * Bixolon, mPOS SDK, `MPOS_CODEPAGE`; the same in the mapping `bixolon` (SRP-350III) of
 * @point-of-sale/receipt-printer-encoder. The first SRP-350 has none of them but 437 and 858.
 */
const bixolonPages: CodePages = new Map([
  ['windows1252', 16],
  ['cp852', 18],
  ['cp866', 17],
  ['windows1250', 47],
  ['windows1251', 28],
  ['windows1253', 24],
  ['windows1254', 25],
  ['windows1257', 26],
  ['cp858', 19],
  ['cp437', 0],
]);

/** Code pages of a TM-T88IV (escpos-printer-db, TM-T88IV): Greek, Turkish and Baltic came with the next. */
const earlierEpsonPages: CodePages = new Map([
  ['windows1252', 16],
  ['cp852', 18],
  ['cp866', 17],
  ['cp858', 19],
  ['cp437', 0],
]);

/**
 * What POS-5890, NT-5890K and ZJ-5870 (escpos-printer-db), Xprinter and SUNMI (mappings of
 * @point-of-sale/receipt-printer-encoder) have in common; above 19 each counts differently. Those
 * for 80 mm, such as NT-80-V-UL, do too.
 */
const clonePages: CodePages = new Map([
  ['windows1252', 16],
  ['cp852', 18],
  ['cp866', 17],
  ['cp437', 0],
]);

/**
 * 100 ms are enough for the usual 24 V solenoid, and a rest of five times that keeps it cool; pin 3
 * goes low when the usual drawer opens (Epson ePOS SDK, `drawerOpenLevel`).
 */
const usualDrawer = {
  drawer: { pin: 2, onMs: 100, offMs: 500 },
  drawerOpenIsHigh: false,
} as const;

/** What follows Epson's commands and says nothing. What it may not know is not sent to it. */
const generic = {
  codePages: clonePages,
  nativeSymbols: false,
  storesLogo: false,
  drawer: usualDrawer.drawer,
  drawerOpenIsHigh: null,
  realTimeStatus: false,
  automaticStatus: false,
  clearsBuffer: false,
  confirms: 'nothing',
} as const;

/** From the TM-T88IV on: a TM-T88III has neither `GS ( k` nor `GS ( L` (escpos-printer-db, issue 64). */
const epson = {
  ...usualDrawer,
  codePages: epsonPages,
  feedBeforeCut: 4,
  nativeSymbols: true,
  storesLogo: true,
  realTimeStatus: true,
  automaticStatus: true,
  clearsBuffer: true,
  confirms: 'processId',
} as const;

const profiles: readonly PrinterProfile[] = [
  {
    ...epson,
    id: 'epson-tm-t88',
    name: 'Epson TM-T88V and later (80 mm)',
    columns: 42,
    dotsPerLine: 512,
  },
  {
    ...epson,
    id: 'epson-tm-t88iv',
    name: 'Epson TM-T88IV (80 mm)',
    columns: 42,
    dotsPerLine: 512,
    codePages: earlierEpsonPages,
  },
  {
    ...epson,
    id: 'epson-tm-t20',
    name: 'Epson TM-T20 (80 mm)',
    columns: 48,
    dotsPerLine: 576,
  },
  {
    ...usualDrawer,
    id: 'star-esc-pos',
    name: 'Star in ESC/POS mode (80 mm)',
    columns: 48,
    dotsPerLine: 576,
    codePages: starPages,
    feedBeforeCut: 3,
    // That this mode has GS ( k and GS ( L could not be confirmed, and what it does not know it prints
    // as letters; images it has.
    nativeSymbols: false,
    storesLogo: false,
    realTimeStatus: true,
    automaticStatus: true,
    // Line Thermal Printer ESC/POS Mode Command Specifications, DLE DC4: the pulse alone.
    clearsBuffer: false,
    confirms: 'status',
  },
  {
    ...usualDrawer,
    id: 'bixolon-srp',
    name: 'Bixolon SRP-350 (80 mm)',
    columns: 42,
    dotsPerLine: 512,
    codePages: bixolonPages,
    feedBeforeCut: 4,
    nativeSymbols: true,
    // SRP-350III Command Manual, GS ( L functions 64 to 69.
    storesLogo: true,
    realTimeStatus: true,
    automaticStatus: true,
    clearsBuffer: false,
    confirms: 'status',
  },
  {
    ...generic,
    id: 'generic-58mm',
    name: 'Generic printer (58 mm)',
    columns: 32,
    dotsPerLine: 384,
    feedBeforeCut: null,
  },
  {
    ...generic,
    id: 'generic-80mm',
    name: 'Generic printer (80 mm)',
    columns: 48,
    dotsPerLine: 576,
    // A line more than Epson's: where the knife is differs, and a blank line costs little.
    feedBeforeCut: 5,
  },
];

/** Every make of printer that we know how to write for. */
export const printerProfiles: ReadonlyMap<PrinterProfileId, PrinterProfile> = new Map(
  profiles.map((profile) => [profile.id, profile]),
);

export function printerProfile(id: PrinterProfileId): PrinterProfile {
  return required(printerProfiles.get(id), `the printer profile ${id}`);
}
