import { Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { FormulaCard } from '#shared/contract/ipc/card.ts';
import { writeCardText } from '#shared/domain/card/card-text.ts';
import { shownDesignCode } from '#shared/domain/customization/design-code.ts';
import { errorCodes } from '#shared/lib/errors.ts';
import { Action } from '../../components/Action.tsx';
import { Chips } from '../../components/Chips.tsx';
import { QrCode } from '../../components/QrCode.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Toggle } from '../../components/Toggle.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { type CardSubject, cardKey, keepCard, printCard, useCards } from '../../stores/cards.ts';
import { useDevice } from '../../stores/devices.ts';
import { receiptNews } from '../../stores/printing.ts';
import { CardWords } from './CardWords.tsx';

/** A design that somebody may take home on a card. */
interface CardOffer extends CardSubject {
  readonly lineId: string;
  /** In the shopper's language. */
  readonly name: string;
  readonly allergies: readonly string[];
}

interface KeepCardSheetProps {
  readonly offers: readonly CardOffer[];
  readonly onClose: () => void;
}

/** The formula cards of what was designed, one at a time: kept when it is first looked at. */
export function KeepCardSheet({ offers, onClose }: KeepCardSheetProps) {
  const { t } = useWords();
  const [lineId, setLineId] = useState(offers[0]?.lineId ?? '');
  const [withAllergies, setWithAllergies] = useState(false);
  const offer = offers.find((candidate) => candidate.lineId === lineId);
  const card = useCards((state) => (offer && state.kept.get(cardKey(offer))) ?? null);
  const fault = useCards((state) => state.keepFault);
  useEffect(() => {
    if (offer !== undefined) void keepCard(offer);
  }, [offer]);
  const allergies = withAllergies ? (offer?.allergies ?? []) : [];
  const code = card?.content.code;
  const isPrinted = useCards((state) => code !== undefined && state.papers.has(code));
  return (
    <Sheet
      title={t('card.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Action
            size="large"
            isDisabled={code === undefined}
            onPress={() => code !== undefined && void printCard(code, allergies)}
          >
            <Printer aria-hidden size="1.2em" strokeWidth={1.75} />
            {t(isPrinted ? 'card.printAgain' : 'card.print')}
          </Action>
          <Action variant="primary" size="large" onPress={onClose}>
            {t('common.done')}
          </Action>
        </>
      }
    >
      <div className="flex flex-col gap-8">
        {offers.length > 1 && (
          <Chips
            label={t('card.which')}
            chips={offers.map(({ lineId: value, name }) => ({ value, label: name }))}
            value={lineId}
            onChange={(next) => {
              setLineId(next);
              setWithAllergies(false);
            }}
          />
        )}
        {fault !== null && (
          <div className="flex flex-col items-start gap-6">
            <p className="text-danger">{t(errorCodes[fault].messageKey)}</p>
            <Action onPress={() => offer !== undefined && void keepCard(offer)}>
              {t('fault.retry')}
            </Action>
          </div>
        )}
        {card === null ? (
          fault === null && <Waiting label={t('common.loading')} />
        ) : (
          <Card card={card} allergies={allergies}>
            {offer !== undefined && offer.allergies.length > 0 && (
              <Toggle isOn={withAllergies} onChange={setWithAllergies}>
                <span className="block font-semibold">{t('card.allergies')}</span>
                <span className="block text-sm text-soft">{t('card.allergiesText')}</span>
              </Toggle>
            )}
          </Card>
        )}
      </div>
    </Sheet>
  );
}

interface CardProps {
  readonly card: FormulaCard;
  readonly allergies: readonly string[];
  readonly children: React.ReactNode;
}

function Card({ card: { content, choices, toType }, allergies, children }: CardProps) {
  const { t, text, list } = useWords();
  return (
    <div className="grid gap-10 landscape:grid-cols-[auto_minmax(0,1fr)] larger:landscape:grid-cols-1">
      <figure className="flex flex-col items-center gap-4 self-start rounded-xl border border-line bg-raised p-6">
        <QrCode
          data={writeCardText({ ...content, allergies })}
          className="h-88 w-88 reach:h-56 reach:w-56"
        />
        <figcaption className="text-center">
          <span className="block text-sm text-soft">{t('card.code')}</span>
          <span
            dir="ltr"
            data-testid="card-code"
            className="tabular block whitespace-nowrap font-display text-3xl"
          >
            {shownDesignCode(content.code)}
          </span>
        </figcaption>
      </figure>
      <div className="flex flex-col gap-6">
        <p className="text-lg text-soft">{t('card.text')}</p>
        <CardWords title={t('card.holds')} choices={choices} />
        {toType.length > 0 && (
          <p>{t('card.toType', { groups: list(toType.map((name) => text(name))) })}</p>
        )}
        {children}
        <PaperNews code={content.code} />
      </div>
    </div>
  );
}

/** What becomes of the card on paper, as far as it concerns the shopper. */
function PaperNews({ code }: { readonly code: string }) {
  const { t } = useWords();
  const printer = useDevice('receipt-printer');
  const job = useCards((state) => state.papers.get(code) ?? null);
  return (
    <p role="status" className="text-lg">
      {job !== null && t(`card.paper.${receiptNews(job, printer?.health)}`)}
    </p>
  );
}
