import type { PrintConfirmation, PrinterProfileId } from '#shared/contract/ipc/devices.ts';
import type { CodePage } from './code-pages.ts';

/** What must be known of a make of printer to write for it and to understand its answers. */
export interface PrinterProfile {
  readonly id: PrinterProfileId;
  /** As IT knows it, e.g. `Epson TM-T20 (80 mm)`. */
  readonly name: string;
  /** Character cells of a line in font A: 32 on 58 mm paper, 42 or 48 on 80 mm. */
  readonly columns: 32 | 42 | 48;
  /** Printable width; a cell of font A is 12 dots wide and 24 high. */
  readonly dotsPerLine: number;
  /** Its code pages by their `ESC t` number, in the order in which they are tried. */
  readonly codePages: ReadonlyMap<CodePage, number>;
  /** Lines between print head and knife; `null`: there is no knife. */
  readonly feedBeforeCut: number | null;
  /** Whether it draws QR codes and Code 128 itself; else they are sent as images. */
  readonly nativeSymbols: boolean;
  /** Whether an image can be stored in it once (`GS ( L`) and printed by its key. */
  readonly storesLogo: boolean;
  /** `ESC p`: connector pin 2 or 5, milliseconds on and off (even, at most 510). */
  readonly drawer: { readonly pin: 2 | 5; readonly onMs: number; readonly offMs: number };
  /** Whether the drawer's switch reports a high level when it is open; `null`: it reports nothing. */
  readonly drawerOpenIsHigh: boolean | null;
  /** Answers `DLE EOT 1` to `4`. */
  readonly realTimeStatus: boolean;
  /** Sends its status by itself after `GS a`. */
  readonly automaticStatus: boolean;
  /** Understands `DLE DC4 8`: forgets what it has received and not printed. */
  readonly clearsBuffer: boolean;
  readonly confirms: PrintConfirmation;
}
