import { Search } from 'lucide-react';
import { useId } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import type { FoundCard } from '#shared/contract/ipc/card.ts';
import { designCodeLength, shownDesignCode } from '#shared/domain/customization/design-code.ts';
import { errorCodes } from '#shared/lib/errors.ts';
import { Action } from '../../components/Action.tsx';
import { FieldFault } from '../../components/FieldFault.tsx';
import { Form } from '../../components/Form.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useComposition } from '../../lib/use-composition.ts';
import {
  askForCard,
  closeCardSearch,
  findCard,
  openFoundCard,
  typeCode,
  useCards,
} from '../../stores/cards.ts';
import { useBegunDesign } from '../../stores/customizer.ts';
import { go } from '../../stores/navigation.ts';
import { CardWords } from './CardWords.tsx';
import { CodePad } from './CodePad.tsx';

/** For whoever has a formula card, over whatever screen it was scanned or asked for. */
export function FindCardSheet() {
  const { t, text } = useWords();
  const search = useCards((state) => state.search);
  const formId = useId();
  if (search === null) return null;
  const { found, looking, typed } = search;
  if (found !== null) {
    return (
      <Sheet
        title={t('card.found.title', { name: text(found.name) })}
        isOpen
        onClose={closeCardSearch}
        footer={
          <>
            <Action size="large" onPress={askForCard}>
              {t('card.found.other')}
            </Action>
            <Action variant="primary" size="large" autoFocus onPress={openFoundCard}>
              {t('card.found.open')}
            </Action>
          </>
        }
      >
        <Found card={found} />
      </Sheet>
    );
  }
  return (
    <Sheet
      title={t('card.find.title')}
      isOpen
      onClose={closeCardSearch}
      footer={
        <Action
          type="submit"
          form={formId}
          variant="primary"
          size="large"
          isDisabled={looking || typed.length < designCodeLength}
        >
          {t('card.find.submit')}
        </Action>
      }
    >
      {looking ? <Waiting label={t('card.find.looking')} /> : <TypeCode formId={formId} />}
    </Sheet>
  );
}

function TypeCode({ formId }: { readonly formId: string }) {
  const { t } = useWords();
  const typed = useCards((state) => state.search?.typed ?? '');
  const refusal = useCards((state) => state.search?.refusal ?? null);
  const { field, input } = useComposition(
    typed.length > 4 ? shownDesignCode(typed) : typed,
    typeCode,
  );
  const isWhole = typed.length === designCodeLength;
  const lookAround = () => {
    closeCardSearch();
    go({ screen: 'search', text: '' });
  };
  return (
    <Form
      id={formId}
      onSubmit={() => {
        if (isWhole) void findCard(typed);
      }}
      className="grid gap-8 landscape:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] larger:landscape:grid-cols-1"
    >
      <div className="flex flex-col gap-6">
        <p className="text-lg text-soft">{t('card.find.text')}</p>
        <TextField
          {...field}
          isInvalid={refusal !== null}
          inputMode="none"
          autoComplete="off"
          autoFocus
          className="flex flex-col gap-2"
        >
          <Label className="font-semibold">{t('card.find.label')}</Label>
          <Input {...input} dir="ltr" className="field tabular text-2xl! tracking-wider" />
          <FieldFault className="scroll-mb-36 larger:scroll-mb-52">
            {refusal !== null && t(errorCodes[refusal].messageKey)}
          </FieldFault>
        </TextField>
        <p role="status" className="text-soft">
          {refusal === null && t('card.find.typed', { typed: typed.length, all: designCodeLength })}
        </p>
        {refusal === 'card.product_gone' && (
          <Action className="self-start" onPress={lookAround}>
            <Search aria-hidden size="1.2em" />
            {t('card.find.around')}
          </Action>
        )}
      </div>
      <CodePad typed={typed} onChange={typeCode} />
    </Form>
  );
}

function Found({ card }: { readonly card: FoundCard }) {
  const { t, text, list } = useWords();
  const begun = useBegunDesign(card.sku);
  const { gone, goneGroups, toType, isAllowed, allergies, unknownAllergies } = card;
  const notes = [
    gone.length > 0 && t('card.found.gone', { groups: list(gone.map((name) => text(name))) }),
    goneGroups > 0 && t('card.found.goneGroups'),
    toType.length > 0 && t('card.toType', { groups: list(toType.map((name) => text(name))) }),
    !isAllowed && t('card.found.notAllowed'),
    allergies.length > 0 && t('card.found.allergies'),
    unknownAllergies > 0 && t('card.found.unknownAllergies'),
    begun && t('card.found.replaces'),
  ].filter((note) => note !== false);
  return (
    <div className="flex flex-col gap-6">
      <CardWords title={t('card.found.holds')} choices={card.choices} />
      {notes.length > 0 && (
        <ul className="flex flex-col gap-3 text-lg">
          {notes.map((note) => (
            <li key={note} className="border-notice border-s-4 ps-4">
              {note}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
