import { Check } from 'lucide-react';
import { memo, useState } from 'react';
import { CheckboxButton, CheckboxField, SearchField } from 'react-aria-components';
import type { AllergenRecord } from '#shared/domain/catalog/allergen.ts';
import { Action } from '../../components/Action.tsx';
import { TypingInput } from '../../components/keyboard/TypingInput.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { afterPaint } from '../../lib/after-paint.ts';
import { declareAllergy, useCustomizer } from '../../stores/customizer.ts';
import { AgeField } from './AgeField.tsx';

interface AboutYouSheetProps {
  readonly allergens: readonly AllergenRecord[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Allergies and age: asked for the rules' sake, kept only until the shopper leaves. */
export function AboutYouSheet({ allergens, isOpen, onClose }: AboutYouSheetProps) {
  const { t } = useWords();
  return (
    <Sheet
      title={t('aboutYou.title')}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <Action variant="primary" size="large" onPress={onClose}>
          {t('common.done')}
        </Action>
      }
    >
      <p className="pb-8 text-soft">{t('aboutYou.privacy')}</p>
      <div className="grid gap-x-14 gap-y-10 landscape:grid-cols-[18rem_minmax(0,1fr)] larger:landscape:grid-cols-[24rem_minmax(0,1fr)]">
        <AgeField />
        <Allergies allergens={allergens} />
      </div>
    </Sheet>
  );
}

function Allergies({ allergens }: { readonly allergens: readonly AllergenRecord[] }) {
  const { t } = useWords();
  const declared = useCustomizer((state) => state.declaration.allergies);
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLocaleLowerCase();
  const shown = allergens.filter(
    ({ id, labelName }) => declared.includes(id) || labelName.toLocaleLowerCase().includes(wanted),
  );
  return (
    <section aria-labelledby="allergies-title" className="flex flex-col gap-4">
      <h3 id="allergies-title" className="font-sans font-semibold text-lg">
        {t('aboutYou.allergies')}
      </h3>
      <SearchField aria-label={t('aboutYou.find')} value={filter} onChange={setFilter}>
        <TypingInput placeholder={t('aboutYou.find')} />
      </SearchField>
      {/* No group of react-aria's: with each tap it would draw every allergen anew, and there are many. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be the grid that this is */}
      <div
        role="group"
        aria-labelledby="allergies-title"
        className="grid grid-cols-2 gap-3 larger:grid-cols-1"
      >
        {shown.map((allergen) => (
          <Allergen
            key={allergen.id}
            allergen={allergen}
            isDeclared={declared.includes(allergen.id)}
          />
        ))}
      </div>
      {shown.length === 0 && <p className="text-soft">{t('aboutYou.notFound')}</p>}
    </section>
  );
}

interface AllergenProps {
  readonly allergen: AllergenRecord;
  readonly isDeclared: boolean;
}

const Allergen = memo(function Allergen({ allergen, isDeclared }: AllergenProps) {
  const { id, labelName } = allergen;
  return (
    <CheckboxField
      value={id}
      isSelected={isDeclared}
      onChange={(isSelected) => afterPaint(() => declareAllergy(id, isSelected))}
      className="flex"
    >
      <CheckboxButton className="choice min-h-target w-full items-center gap-3 px-5 py-2 text-sm">
        {({ isSelected }) => (
          <>
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              <bdi>{labelName}</bdi>
            </span>
            {isSelected && <Check aria-hidden size="1.2em" className="shrink-0" />}
          </>
        )}
      </CheckboxButton>
    </CheckboxField>
  );
});
