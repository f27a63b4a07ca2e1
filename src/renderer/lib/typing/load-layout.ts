import { katakana } from './kana.ts';
import { type Layout, layoutOf } from './layout.ts';

/** The fifty sounds, as every Japanese kiosk has them: one column a consonant. */
const kana = [
  'あかさたなはまやらわ',
  'いきしちにひみ・りを',
  'うくすつぬふむゆるん',
  'えけせてねへめ！れー',
  'おこそとのほもよろ。',
].map((row) => [...row]);

const japanese: Layout = {
  letters: kana,
  shifted: kana.map((row) => row.map(katakana)),
  beside: ['、'],
  signs: ['「', '」', '、', '。', '・', '〜', '！', '？', '¥', '…'],
  kana: true,
};

const latinBeside = "' -";

/** By language, each loaded when it is first typed in. Accents and signs are the exemplars of Unicode CLDR. */
const layouts: Readonly<Record<string, () => Promise<Layout>>> = {
  en: async () => {
    const source = await import('simple-keyboard-layouts/build/layouts/english');
    return layoutOf(source.default, { beside: latinBeside, signs: '£ $ € “ ” ‘ ’ – … °' });
  },
  de: async () => {
    const source = await import('simple-keyboard-layouts/build/layouts/german');
    return layoutOf(source.default, { beside: latinBeside, signs: '€ „ “ ‚ ‘ – … § ° »' });
  },
  fr: async () => {
    const source = await import('simple-keyboard-layouts/build/layouts/french');
    return layoutOf(source.default, {
      accents: 'é è ê ë à â ç î ï ô û œ',
      beside: latinBeside,
      signs: '€ « » ’ – … § ° £ $',
    });
  },
  es: async () => {
    const source = await import('simple-keyboard-layouts/build/layouts/spanish');
    return layoutOf(source.default, {
      accents: 'á é í ó ú ü',
      beside: latinBeside,
      signs: '¿ ¡ € « » ª º – … $',
    });
  },
  ar: async () => {
    const source = await import('simple-keyboard-layouts/build/layouts/arabic');
    return layoutOf(source.default, { beside: '، -', signs: '، ؛ ؟ « » ٪ ـ … € $' });
  },
  ja: async () => japanese,
};

/** Whether the language is written in letters that codes and e-mail addresses lack. */
export function hasOwnScript(language: string): boolean {
  return language === 'ar' || language === 'ja';
}

/** The keys of the language, or the Latin ones; English for whatever has none of its own. */
export async function loadLayout(language: string, latin: boolean): Promise<Layout> {
  const [tag = 'en'] = latin && hasOwnScript(language) ? ['en'] : language.split('-', 1);
  const load = layouts[tag] ?? layouts.en;
  if (load === undefined) throw new RangeError(`There is no keyboard for ${language}`);
  return load();
}
