import type { FoundShade } from '#shared/contract/ipc/shades.ts';
import { hexOfLab, type Lab } from '#shared/domain/color/lab.ts';
import type { ShadeMatch } from '#shared/domain/color/match-shade.ts';
import { nudgeTone } from '#shared/domain/color/nudge.ts';
import { skinToneGrid } from '#shared/domain/color/skin-tone-grid.ts';
import { type Undertone, undertoneOf } from '#shared/domain/color/undertone.ts';
import { ok } from '#shared/lib/result.ts';
import type { Handlers } from '../handlers.ts';
import type { CatalogReader } from '../ports/catalog-reader.ts';
import type { Clock } from '../ports/clock.ts';
import { findShades } from './find-shades.ts';
import { readTone } from './read-tone.ts';
import { type BookShade, shadeBook } from './shade-book.ts';

const defaultLimit = 6;

/** SHD-40 to SHD-47. Nothing of a tone or a reading is logged, kept or told to anybody else. */
export function shadeHandlers(ports: {
  readonly catalog: CatalogReader;
  readonly clock: Clock;
}): Handlers<'shades.grid' | 'shades.match'> {
  const { catalog, clock } = ports;
  // Made when it is first wanted: it takes a few milliseconds, and is the same for ever.
  let rows: ReturnType<typeof gridRows> | null = null;

  return {
    'shades.grid': async () => {
      const { categories } = await shadeBook(catalog, catalog.currentVersion());
      rows ??= gridRows();
      return ok({ rows, categories: [...categories] });
    },

    'shades.match': async (query) => {
      const read = readTone(query.tone);
      if (!read.ok) return read;
      const lab = nudgeTone(read.value.lab, query.nudges ?? {});
      const { undertone = undertoneOf(lab) } = query;
      const moment = { catalog, version: catalog.currentVersion(), at: clock.now() };
      const { index } = await shadeBook(catalog, moment.version);
      const limit = query.limit ?? defaultLimit;
      const found = findShades(moment, index, { lab, undertone }, { ...query, limit });
      const { spread } = read.value;
      return ok({
        tone: toneOf(lab, undertone),
        ...(spread === undefined ? {} : { spread: tenths(spread) }),
        shades: found.map(({ card, match }) => ({ card, ...foundShade(match) })),
      });
    },
  };
}

function gridRows() {
  return skinToneGrid().map((row) => row.map((lab) => toneOf(lab, undertoneOf(lab))));
}

function toneOf(lab: Lab, undertone: Undertone) {
  return { lab, hex: hexOfLab(lab), undertone };
}

function foundShade({ shade, deltaE, closeness }: ShadeMatch<BookShade>): Omit<FoundShade, 'card'> {
  const { shade: named, finish, choice } = shade.of;
  return {
    shade: {
      ...named,
      undertone: shade.undertone,
      ...(finish === undefined ? {} : { finish }),
    },
    ...(choice === undefined ? {} : { choice }),
    deltaE: tenths(deltaE),
    closeness,
  };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
