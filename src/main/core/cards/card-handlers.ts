import type { FormulaCard } from '#shared/contract/ipc/card.ts';
import { buildCard } from '#shared/domain/card/build-card.ts';
import { writeCardText } from '#shared/domain/card/card-text.ts';
import { shownDesignCode } from '#shared/domain/customization/design-code.ts';
import { required } from '#shared/lib/assert.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { CatalogMoment } from '../catalog/catalog-moment.ts';
import type { Handlers } from '../handlers.ts';
import { onceEach } from '../once-each.ts';
import type { CentralLine } from '../ports/central-line.ts';
import type { EventSink } from '../ports/events.ts';
import type { PrintLedger } from '../ports/print-ledger.ts';
import type { PrintQueue } from '../printing/print-queue.ts';
import { designable } from './designable.ts';
import { cardToday, readCard } from './find-card.ts';
import { type KeepPorts, keepDesign } from './keep-design.ts';
import { cardOf } from './kept-card.ts';

export interface CardPorts extends KeepPorts {
  readonly ledger: PrintLedger;
  readonly line: CentralLine;
  readonly events: EventSink;
}

/** Formula cards: kept, printed and found again without any network. docs/specs/formula-cards.md */
export function cardHandlers(
  ports: CardPorts,
  queue: Pick<PrintQueue, 'wake' | 'printInstead'>,
): Handlers<'card.keep' | 'card.print' | 'card.find'> {
  const { catalog, designs, ledger, line, clock, events } = ports;
  const kept = onceEach<ReturnType<typeof keepDesign>>();
  const printed = onceEach<number>();

  function today() {
    const version = catalog.currentVersion();
    const moment: CatalogMoment = { catalog, version, at: clock.now() };
    return { moment, store: catalog.store(version) };
  }

  return {
    'card.keep': ({ commandId, sku, design }) => {
      const { moment, store } = today();
      if (store === null) return noCatalog();
      const found = designable(moment, sku);
      if (!found.ok) return found;
      const card = kept(commandId, () => keepDesign(ports, store, found.value, design));
      line.wake();
      return card;
    },

    'card.print': ({ commandId, code, allergies, language }) => {
      const { moment, store } = today();
      if (store === null) return noCatalog();
      const content = designs.find(code);
      if (content === null) {
        return err(fault('design.not_found', `No design ${code} was kept here.`));
      }
      const found = designable(moment, content.sku);
      if (!found.ok) return err(fault('card.product_gone', found.error.message));
      const card = cardOf(content, found.value.product, found.value.template);
      const named = new Map(catalog.allergens(moment.version).map((record) => [record.id, record]));
      const known = allergies.filter((id) => named.has(id));
      const paper = (ids: readonly string[]) =>
        buildCard(
          {
            storeName: store.name,
            name: card.name,
            code: shownDesignCode(code),
            choices: card.choices,
            toType: card.toType,
            allergies: ids.map((id) => named.get(id)?.labelName ?? id),
            text: writeCardText({ ...contentOf(card), allergies: ids }),
          },
          language,
        );
      const id = printed(commandId, () => {
        const added = ledger.addPaper('card', paper([]), clock.now());
        // CRD-21: on paper, and not on the disk.
        if (known.length > 0) queue.printInstead(added, paper(known));
        return added;
      });
      const job = required(ledger.job(id), `print job ${id}`);
      events.emit('printing.changed', job);
      queue.wake();
      return ok(job);
    },

    'card.find': async ({ text }) => {
      if (today().store === null) return noCatalog();
      const read = await readCard(ports, text);
      if (!read.ok) return read;
      // The catalog may have changed while head office was asked.
      const { moment, store } = today();
      return store === null ? noCatalog() : cardToday(moment, store, read.value);
    },
  };
}

function contentOf({ content: { code, sku, design, leftOut } }: FormulaCard) {
  return { code, sku, design, leftOut };
}

function noCatalog() {
  return err(fault('catalog.unavailable', 'There is no catalog for this store yet.'));
}
