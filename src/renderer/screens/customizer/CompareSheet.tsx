import { useEffect, useId } from 'react';
import type { RequestOutput } from '#shared/contract/ipc/contract.ts';
import { Action } from '../../components/Action.tsx';
import { lookOfDesign } from '../../components/product-art/design-look.ts';
import { lookOf } from '../../components/product-art/look.ts';
import { ProductArt } from '../../components/product-art/ProductArt.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { changesBetween } from '../../lib/design-history.ts';
import { drawnSelections } from '../../lib/refused-groups.ts';
import type { Selections } from '../../lib/selections.ts';
import { closeCompare, takeDesign, useCompare } from '../../stores/compare.ts';
import { useCustomizer } from '../../stores/customizer.ts';
import { selectionWords } from './words.ts';

type Subject = RequestOutput<'catalog.template'>;
type Judged = Pick<RequestOutput<'design.evaluate'>, 'price'> & {
  readonly evaluation: RequestOutput<'design.evaluate'>['evaluation'] | null;
};

/** Two designs of one product side by side: how they look, what they cost and in what they differ. UIX-92 */
export function CompareSheet() {
  const { t } = useWords();
  const { isOpen, judged } = useCompare();
  // Also when a scan or the end of the session leads away from it.
  useEffect(() => closeCompare, []);
  const subject = useCustomizer((state) => state.subject);
  const selections = useCustomizer((state) => state.selections);
  const pinned = useCustomizer((state) => state.pinned);
  const evaluation = useCustomizer((state) => state.evaluation);
  const price = useCustomizer((state) => state.price);
  if (subject === null || pinned === null) return null;
  const kept: Judged = judged ?? { evaluation: null, price: null };
  return (
    <Sheet title={t('compare.title')} isOpen={isOpen} onClose={closeCompare}>
      <div className="flex flex-col gap-8">
        <div className="grid grid-cols-2 gap-6 larger:portrait:grid-cols-1">
          <Side
            which="now"
            subject={subject}
            selections={selections}
            judged={{ evaluation, price }}
          />
          <Side which="kept" subject={subject} selections={pinned} judged={kept} than={price} />
        </div>
        <Differences subject={subject} now={selections} kept={pinned} />
      </div>
    </Sheet>
  );
}

interface SideProps {
  readonly which: 'now' | 'kept';
  readonly subject: Subject;
  readonly selections: Selections;
  readonly judged: Judged;
  /** The price that the difference is told to. */
  readonly than?: Judged['price'];
}

function Side({ which, subject, selections, judged, than = null }: SideProps) {
  const { t, text, money, change } = useWords();
  const [heading, button] = [useId(), useId()];
  const { evaluation, price } = judged;
  const { template, card } = subject;
  const drawn = drawnSelections(template, selections, evaluation);
  const difference = price === null || than === null ? null : price.totalMinor - than.totalMinor;
  return (
    <section
      aria-labelledby={heading}
      className="flex flex-col gap-3 rounded-lg border-[1.5px] border-line p-6"
    >
      <h3 id={heading} className="font-sans font-semibold text-lg">
        {t(`compare.${which}`)}
      </h3>
      <p className="text-sm text-soft">{text(template.name)}</p>
      <ProductArt
        look={lookOfDesign(lookOf(card.product), template, drawn)}
        className="h-60 w-full"
      />
      <p className="tabular font-display text-2xl">
        {price === null ? t('common.loading') : money(price.totalMinor)}
      </p>
      <p className="tabular text-soft empty:hidden">
        {difference !== null &&
          (difference === 0
            ? t('compare.samePrice')
            : t('compare.difference', { change: change(difference) }))}
      </p>
      <Verdict evaluation={evaluation} />
      <Action
        id={button}
        aria-labelledby={`${button} ${heading}`}
        variant={which === 'now' ? 'primary' : 'secondary'}
        size="large"
        className="mt-auto"
        onPress={() => takeDesign(which)}
      >
        {t('compare.take')}
      </Action>
    </section>
  );
}

function Verdict({ evaluation }: Pick<Judged, 'evaluation'>) {
  const { t } = useWords();
  if (evaluation === null) return null;
  if (evaluation.status === 'invalid') {
    return <p className="font-medium text-danger">{t('customizer.unfit')}</p>;
  }
  const count = evaluation.missing.length;
  return <p>{count > 0 ? t('customizer.missing', { count }) : t('customizer.complete')}</p>;
}

interface DifferencesProps {
  readonly subject: Subject;
  readonly now: Selections;
  readonly kept: Selections;
}

function Differences({ subject, now, kept }: DifferencesProps) {
  const words = useWords();
  const { t, text } = words;
  const changed = new Set(changesBetween(now, kept).map(({ group }) => group));
  const groups = subject.template.groups.filter(({ id }) => changed.has(id));
  if (groups.length === 0) return <p className="text-soft">{t('compare.same')}</p>;
  return (
    <table className="w-full table-fixed text-start [overflow-wrap:anywhere]">
      <caption className="pb-3 text-start font-semibold text-lg">
        {t('compare.differences')}
      </caption>
      <thead>
        <tr className="text-sm text-soft">
          <th scope="col" className="py-2 pe-4 text-start font-normal">
            {t('compare.step')}
          </th>
          <th scope="col" className="py-2 pe-4 text-start font-normal">
            {t('compare.now')}
          </th>
          <th scope="col" className="py-2 text-start font-normal">
            {t('compare.kept')}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.id} className="border-line border-t align-top">
            <th scope="row" className="py-3 pe-4 text-start font-semibold">
              {text(group.name)}
            </th>
            <td className="py-3 pe-4">
              {selectionWords(words, group, now[group.id]) || t('compare.nothing')}
            </td>
            <td className="py-3">
              {selectionWords(words, group, kept[group.id]) || t('compare.nothing')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
