import type { AllergenLevel } from '#shared/domain/customization/evaluation.ts';
import { Action } from '../../components/Action.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { useWords } from '../../i18n/use-words.ts';

interface AllergenSheetProps {
  readonly levels: readonly AllergenLevel[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDeclare: () => void;
}

/** What the label will say about allergens, with their amounts. */
export function AllergenSheet({ levels, isOpen, onClose, onDeclare }: AllergenSheetProps) {
  const { t } = useWords();
  const onLabel = levels.filter((level) => level.onLabel);
  const below = levels.filter((level) => !level.onLabel);
  return (
    <Sheet
      title={t('allergens.title')}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <Action size="large" onPress={onDeclare}>
          {t('allergens.declare')}
        </Action>
      }
    >
      {onLabel.length === 0 ? (
        <p className="text-lg">{t('allergens.none')}</p>
      ) : (
        <>
          <p className="pb-4 text-soft">{t('allergens.text')}</p>
          <Levels levels={onLabel} />
        </>
      )}
      {below.length > 0 && (
        <section className="pt-8">
          <h3 className="pb-2 font-sans font-semibold">{t('allergens.traces')}</h3>
          <Levels levels={below} />
        </section>
      )}
    </Sheet>
  );
}

function Levels({ levels }: { readonly levels: readonly AllergenLevel[] }) {
  const { t, number } = useWords();
  return (
    <ul>
      {levels.map(({ allergen, labelName, ppm, declared }) => (
        <li
          key={allergen}
          className="flex items-baseline justify-between gap-6 border-line border-b py-3"
        >
          <span>
            <bdi className={declared ? 'font-semibold text-danger' : ''}>{labelName}</bdi>
            {declared && <span className="ps-3 text-danger text-sm">{t('allergens.yours')}</span>}
          </span>
          <span className="tabular text-soft">
            {ppm === null
              ? t('allergens.unknown')
              : t('allergens.percent', {
                  percent: number(ppm / 10_000, { maximumFractionDigits: 4 }),
                })}
          </span>
        </li>
      ))}
    </ul>
  );
}
