/** Texts as i18next takes them: words by area and name. */
export interface Texts {
  readonly [name: string]: string | Texts;
}
