import type { TFunction } from 'i18next';
import type { Key } from './keys.ts';

/** Signs that a voice leaves out, by the name of their text in `keyboard.sign`. */
const signNames: Readonly<Record<string, string>> = {
  '.': 'dot',
  ',': 'comma',
  '،': 'comma',
  '、': 'comma',
  '。': 'stop',
  ':': 'colon',
  ';': 'semicolon',
  '؛': 'semicolon',
  '!': 'exclamation',
  '！': 'exclamation',
  '?': 'question',
  '？': 'question',
  '؟': 'question',
  "'": 'apostrophe',
  '’': 'apostrophe',
  '"': 'quote',
  '(': 'open',
  ')': 'close',
  '@': 'at',
  '#': 'hash',
  '&': 'and',
  '+': 'plus',
  '-': 'hyphen',
  '–': 'dash',
  '*': 'star',
  '/': 'slash',
  '=': 'equals',
  _: 'underscore',
  '…': 'ellipsis',
  '・': 'middleDot',
  ー: 'longVowel',
};

/** The letters on a key that leads to other keys; `latin` while those of the Latin script are shown. */
export function keyFace(t: TFunction, does: Key['does'], latin: boolean): string {
  if (does === 'script') return t(latin ? 'keyboard.face.own' : 'keyboard.face.latin');
  return t(`keyboard.face.${does}`);
}

/** What a key is called, for those who hear it. */
export function keyName(t: TFunction, key: Key, latin: boolean): string {
  switch (key.does) {
    case 'type': {
      const name = signNames[key.text];
      return name === undefined ? key.text : t(`keyboard.sign.${name}`);
    }
    case 'mark':
      return t(`keyboard.mark.${key.mark}`);
    case 'nothing':
      return '';
    case 'letters':
    case 'signs':
    case 'accents':
    case 'script':
      return t(`keyboard.key.${key.does}`, { face: keyFace(t, key.does, latin) });
    default:
      return t(`keyboard.key.${key.does}`);
  }
}
