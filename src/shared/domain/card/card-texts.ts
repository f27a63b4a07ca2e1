/** The fixed words of a formula card on paper. `{name}` marks where a value goes. */
export interface CardTexts {
  readonly title: string;
  /** `{group}`, `{value}`: one choice of the design. */
  readonly choice: string;
  /** `{groups}` */
  readonly toType: string;
  /** `{allergies}` */
  readonly allergies: string;
  readonly howTo: string;
}

const en: CardTexts = {
  title: 'Your formula card',
  choice: '{group}: {value}',
  toType: 'To be typed again: {groups}. We keep no texts.',
  allergies: 'Allergies, on this paper alone: {allergies}',
  howTo: 'Scan it or type its code at any Blendbar to have it made again.',
};

const textsByLanguage: ReadonlyMap<string, CardTexts> = new Map([
  ['en', en],
  [
    'de',
    {
      title: 'Ihre Rezeptkarte',
      choice: '{group}: {value}',
      toType: 'Neu einzugeben: {groups}. Texte bewahren wir nicht auf.',
      allergies: 'Allergien, nur auf diesem Papier: {allergies}',
      howTo: 'An jeder Blendbar scannen oder den Code eintippen, und es wird wieder gemacht.',
    },
  ],
  [
    'fr',
    {
      title: 'Votre carte de formule',
      choice: '{group} : {value}',
      toType: 'À saisir de nouveau : {groups}. Nous ne gardons aucun texte.',
      allergies: 'Allergies, sur ce papier seulement : {allergies}',
      howTo: 'Scannez-la ou tapez son code à n’importe quelle Blendbar pour la refaire.',
    },
  ],
  [
    'es',
    {
      title: 'Su tarjeta de fórmula',
      choice: '{group}: {value}',
      toType: 'Hay que volver a escribir: {groups}. No guardamos textos.',
      allergies: 'Alergias, solo en este papel: {allergies}',
      howTo: 'Escanéela o escriba su código en cualquier Blendbar para repetirla.',
    },
  ],
  [
    'ar',
    {
      title: 'بطاقة تركيبتك',
      choice: '{group}: {value}',
      toType: 'يُكتب من جديد: {groups}. لا نحتفظ بأي نص.',
      allergies: 'الحساسيات، على هذه الورقة وحدها: {allergies}',
      howTo: 'امسحها أو اكتب رمزها في أي Blendbar لتُصنع من جديد.',
    },
  ],
  [
    'ja',
    {
      title: '処方カード',
      choice: '{group}：{value}',
      toType: '入力し直すもの：{groups}。文字は保存していません。',
      allergies: 'アレルギー（この紙にのみ記載）：{allergies}',
      howTo: 'どのBlendbarでも、読み取るかコードを入力すれば、もう一度お作りします。',
    },
  ],
]);

/** The words of a card in the language of a BCP 47 tag, else in English. */
export function cardTextsIn(language: string): CardTexts {
  const [base = ''] = language.split('-', 1);
  return textsByLanguage.get(base) ?? en;
}
