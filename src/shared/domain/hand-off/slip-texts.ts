/** The fixed words of a slip for the counter. `{name}` marks where a value goes. */
export interface SlipTexts {
  readonly title: string;
  readonly howTo: string;
  /** `{quantity}`, `{name}` */
  readonly line: string;
  /** In place of a QR code that is not kept. */
  readonly lost: string;
}

const en: SlipTexts = {
  title: 'For the counter',
  howTo: 'Please pay at the counter. Nothing is ordered before that.',
  line: '{quantity} × {name}',
  lost: 'The QR code of this slip was not kept. Please choose anew.',
};

const textsByLanguage: ReadonlyMap<string, SlipTexts> = new Map([
  ['en', en],
  [
    'de',
    {
      title: 'Für die Theke',
      howTo: 'Bitte an der Theke bezahlen. Vorher ist nichts bestellt.',
      line: '{quantity} × {name}',
      lost: 'Der QR-Code dieses Zettels wurde nicht aufbewahrt. Bitte neu auswählen.',
    },
  ],
  [
    'fr',
    {
      title: 'Pour le comptoir',
      howTo: 'À payer au comptoir. Rien n’est commandé avant.',
      line: '{quantity} × {name}',
      lost: 'Le QR code de ce bon n’a pas été gardé. Choisissez à nouveau, s’il vous plaît.',
    },
  ],
  [
    'es',
    {
      title: 'Para el mostrador',
      howTo: 'Pague en el mostrador, por favor. Antes no hay nada encargado.',
      line: '{quantity} × {name}',
      lost: 'El código QR de esta nota no se ha guardado. Elija de nuevo, por favor.',
    },
  ],
  [
    'ar',
    {
      title: 'للمنضدة',
      howTo: 'يرجى الدفع عند المنضدة. لا يُطلب شيء قبل ذلك.',
      line: '{quantity} × {name}',
      lost: 'لم يُحفظ رمز QR لهذه القصاصة. يرجى الاختيار من جديد.',
    },
  ],
  [
    'ja',
    {
      title: 'カウンター用',
      howTo: 'カウンターでお支払いください。それまでご注文は確定しません。',
      line: '{quantity} × {name}',
      lost: 'この控えのQRコードは保存されていません。もう一度お選びください。',
    },
  ],
]);

/** The words of a slip in the language of a BCP 47 tag, else in English. */
export function slipTextsIn(language: string): SlipTexts {
  const [base = ''] = language.split('-', 1);
  return textsByLanguage.get(base) ?? en;
}
