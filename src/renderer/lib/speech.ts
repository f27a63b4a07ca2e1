/** What reads texts out, wherever the voice comes from. */
export interface Voice {
  /** Says it now; what was being said ends. `language` is a BCP 47 tag. */
  say(text: string, language: string): void;
  hush(): void;
}

/** The voice of the browser; `null` where it has none. https://wicg.github.io/speech-api/ */
export function browserVoice(): Voice | null {
  if (!('speechSynthesis' in window)) return null;
  const { speechSynthesis } = window;
  return {
    say(text, language) {
      speechSynthesis.cancel();
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.lang = language;
      speechSynthesis.speak(utterance);
    },
    hush: () => speechSynthesis.cancel(),
  };
}
