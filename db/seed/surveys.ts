import type { Asking } from '#shared/domain/survey/asking.ts';

/** A survey of the demo store, in the JSON of SurveyJS. */
export interface DemoSurvey {
  readonly id: string;
  readonly asking: Asking;
  readonly definition: Readonly<Record<string, unknown>>;
}

/** A text of a survey in the languages of the kiosk; `default` is English. */
interface SurveyText {
  readonly default: string;
  readonly de: string;
  readonly fr: string;
  readonly es: string;
  readonly ar: string;
  readonly ja: string;
}

interface SurveyChoice {
  readonly value: string | number;
  readonly text: SurveyText;
}

const recommend = {
  type: 'rating',
  name: 'recommend',
  rateMin: 0,
  rateMax: 10,
  title: {
    default: 'How likely are you to recommend us to a friend?',
    de: 'Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?',
    fr: 'Quelle est la probabilité que vous nous recommandiez à des proches ?',
    es: '¿Qué probabilidad hay de que nos recomiende a alguien cercano?',
    ar: 'ما مدى احتمال أن توصي بنا صديقًا؟',
    ja: '親しい方に当店をすすめたいと思われますか？',
  } satisfies SurveyText,
  minRateDescription: {
    default: 'Not at all likely',
    de: 'Gar nicht wahrscheinlich',
    fr: 'Pas du tout probable',
    es: 'Nada probable',
    ar: 'غير محتمل إطلاقًا',
    ja: 'まったく思わない',
  } satisfies SurveyText,
  maxRateDescription: {
    default: 'Very likely',
    de: 'Sehr wahrscheinlich',
    fr: 'Très probable',
    es: 'Muy probable',
    ar: 'محتمل جدًا',
    ja: 'とても思う',
  } satisfies SurveyText,
};

const easy = {
  type: 'rating',
  name: 'easy',
  rateType: 'smileys',
  title: {
    default: 'How easy was it to find or make what you wanted?',
    de: 'Wie leicht war es, das Gewünschte zu finden oder zu gestalten?',
    fr: 'Était-il facile de trouver ou de créer ce que vous vouliez ?',
    es: '¿Fue fácil encontrar o crear lo que quería?',
    ar: 'ما مدى سهولة العثور على ما أردت أو تصميمه؟',
    ja: 'ご希望のものは簡単に見つかりましたか、または作れましたか？',
  } satisfies SurveyText,
  rateValues: [
    {
      value: 1,
      text: {
        default: 'Very hard',
        de: 'Sehr schwer',
        fr: 'Très difficile',
        es: 'Muy difícil',
        ar: 'صعب جدًا',
        ja: 'とても難しい',
      },
    },
    {
      value: 2,
      text: {
        default: 'Hard',
        de: 'Schwer',
        fr: 'Difficile',
        es: 'Difícil',
        ar: 'صعب',
        ja: '難しい',
      },
    },
    {
      value: 3,
      text: {
        default: 'Neither',
        de: 'Es ging',
        fr: 'Moyen',
        es: 'Normal',
        ar: 'متوسط',
        ja: 'ふつう',
      },
    },
    {
      value: 4,
      text: { default: 'Easy', de: 'Leicht', fr: 'Facile', es: 'Fácil', ar: 'سهل', ja: '簡単' },
    },
    {
      value: 5,
      text: {
        default: 'Very easy',
        de: 'Sehr leicht',
        fr: 'Très facile',
        es: 'Muy fácil',
        ar: 'سهل جدًا',
        ja: 'とても簡単',
      },
    },
  ] satisfies readonly SurveyChoice[],
};

const better = {
  type: 'checkbox',
  name: 'better',
  visibleIf: '{recommend} <= 6',
  title: {
    default: 'What should we do better?',
    de: 'Was sollten wir besser machen?',
    fr: 'Que devrions-nous améliorer ?',
    es: '¿Qué deberíamos mejorar?',
    ar: 'ما الذي ينبغي أن نحسّنه؟',
    ja: '改善してほしい点は何ですか？',
  } satisfies SurveyText,
  choices: [
    {
      value: 'price',
      text: {
        default: 'The price',
        de: 'Den Preis',
        fr: 'Le prix',
        es: 'El precio',
        ar: 'السعر',
        ja: '価格',
      },
    },
    {
      value: 'shades',
      text: {
        default: 'The choice of shades',
        de: 'Die Auswahl an Tönen',
        fr: 'Le choix de teintes',
        es: 'La variedad de tonos',
        ar: 'تشكيلة الدرجات',
        ja: '色の種類',
      },
    },
    {
      value: 'screen',
      text: {
        default: 'This screen',
        de: 'Diesen Bildschirm',
        fr: 'Cet écran',
        es: 'Esta pantalla',
        ar: 'هذه الشاشة',
        ja: 'この画面',
      },
    },
    {
      value: 'waiting',
      text: {
        default: 'The time it takes',
        de: 'Die Wartezeit',
        fr: 'Le temps d’attente',
        es: 'El tiempo de espera',
        ar: 'وقت الانتظار',
        ja: '待ち時間',
      },
    },
    {
      value: 'help',
      text: {
        default: 'The help at the counter',
        de: 'Die Hilfe am Tresen',
        fr: 'L’aide au comptoir',
        es: 'La ayuda en el mostrador',
        ar: 'المساعدة عند المنضدة',
        ja: 'カウンターでの案内',
      },
    },
  ] satisfies readonly SurveyChoice[],
};

const again = {
  type: 'boolean',
  name: 'again',
  visibleIf: '{recommend} > 6',
  title: {
    default: 'Would you have a product made for you again?',
    de: 'Würden Sie sich wieder ein Produkt machen lassen?',
    fr: 'Feriez-vous de nouveau fabriquer un produit pour vous ?',
    es: '¿Volvería a encargar un producto a su medida?',
    ar: 'هل ستطلب منتجًا مصنوعًا لك مرة أخرى؟',
    ja: 'また自分だけの一品を作りたいと思われますか？',
  } satisfies SurveyText,
};

const words = {
  type: 'comment',
  name: 'words',
  title: {
    default: 'Is there anything else that you would like to tell us?',
    de: 'Möchten Sie uns noch etwas sagen?',
    fr: 'Souhaitez-vous nous dire autre chose ?',
    es: '¿Le gustaría decirnos algo más?',
    ar: 'هل تود أن تخبرنا بشيء آخر؟',
    ja: 'ほかにお聞かせいただけることはありますか？',
  } satisfies SurveyText,
};

const why = {
  type: 'radiogroup',
  name: 'why',
  title: {
    default: 'Before you go: what kept you from buying today?',
    de: 'Bevor Sie gehen: Was hat Sie heute vom Kauf abgehalten?',
    fr: 'Avant de partir : qu’est-ce qui vous a retenu aujourd’hui ?',
    es: 'Antes de irse: ¿qué le ha frenado hoy?',
    ar: 'قبل أن تذهب: ما الذي منعك من الشراء اليوم؟',
    ja: '最後に、今日お買い上げにならなかった理由は何ですか？',
  } satisfies SurveyText,
  choices: [
    {
      value: 'price',
      text: {
        default: 'It costs too much',
        de: 'Es kostet zu viel',
        fr: 'C’est trop cher',
        es: 'Cuesta demasiado',
        ar: 'السعر مرتفع',
        ja: '価格が高い',
      },
    },
    {
      value: 'not-found',
      text: {
        default: 'What I wanted is not here',
        de: 'Was ich wollte, gibt es nicht',
        fr: 'Je n’ai pas trouvé ce que je voulais',
        es: 'No está lo que quería',
        ar: 'لم أجد ما أردت',
        ja: 'ほしいものがなかった',
      },
    },
    {
      value: 'looking',
      text: {
        default: 'I am only looking',
        de: 'Ich schaue nur',
        fr: 'Je regarde seulement',
        es: 'Solo estoy mirando',
        ar: 'أتصفح فقط',
        ja: '見ているだけ',
      },
    },
    {
      value: 'too-long',
      text: {
        default: 'It takes too long',
        de: 'Es dauert zu lange',
        fr: 'C’est trop long',
        es: 'Tarda demasiado',
        ar: 'يستغرق وقتًا طويلًا',
        ja: '時間がかかりすぎる',
      },
    },
    {
      value: 'advice',
      text: {
        default: 'I would rather ask somebody',
        de: 'Ich frage lieber jemanden',
        fr: 'Je préfère demander à quelqu’un',
        es: 'Prefiero preguntar a alguien',
        ar: 'أفضّل أن أسأل أحدًا',
        ja: '店員に相談したい',
      },
    },
    {
      value: 'something-else',
      text: {
        default: 'Something else',
        de: 'Etwas anderes',
        fr: 'Autre chose',
        es: 'Otra cosa',
        ar: 'سبب آخر',
        ja: 'その他',
      },
    },
  ] satisfies readonly SurveyChoice[],
};

const missing = {
  type: 'comment',
  name: 'missing',
  visibleIf: "{why} = 'not-found'",
  title: {
    default: 'What were you looking for?',
    de: 'Was haben Sie gesucht?',
    fr: 'Que cherchiez-vous ?',
    es: '¿Qué buscaba?',
    ar: 'عمّ كنت تبحث؟',
    ja: '何をお探しでしたか？',
  } satisfies SurveyText,
};

/**
 * What the demo store asks: after a sale whether one would recommend it (NPS), how easy it was (CES) and what follows
 * from that; and why somebody leaves a bag behind.
 */
export const demoSurveys: readonly DemoSurvey[] = [
  {
    id: 'after-purchase',
    asking: { moment: 'purchase' },
    definition: { elements: [recommend, easy, better, again, words] },
  },
  {
    id: 'on-leaving',
    asking: { moment: 'exit' },
    definition: { elements: [why, missing] },
  },
];
