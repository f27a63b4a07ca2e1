import { create } from 'zustand';
import { speak } from '../i18n/i18n.ts';
import { languageFor } from '../i18n/languages.ts';
import { showFault } from './notices.ts';

/** Text at once, one and a half times and twice its size. */
export const textSizes = ['normal', 'large', 'largest'] as const;
type TextSize = (typeof textSizes)[number];
/** How long one switch has for each thing. */
export const scanSpeeds = ['slow', 'normal', 'fast'] as const;
/** Which keys are the switch: what is plugged in sends one of them. */
export const switchKeys = ['both', 'space', 'enter'] as const;

/** How a shopper likes the kiosk; it is theirs alone, and goes when they go. */
export interface Comfort {
  /** BCP 47 tag. */
  readonly language: string;
  readonly textSize: TextSize;
  readonly highContrast: boolean;
  /** Everything to touch in the lower half of the display. */
  readonly reach: boolean;
  /** Screens are read out, and shown as captions. */
  readonly readAloud: boolean;
  /** Everything is gone through by itself, and one key presses. */
  readonly oneSwitch: boolean;
  readonly scanSpeed: (typeof scanSpeeds)[number];
  readonly switchKey: (typeof switchKeys)[number];
  /** A touch anywhere is the switch too. */
  readonly switchTouch: boolean;
}

const defaults: Comfort = {
  language: 'en',
  textSize: 'normal',
  highContrast: false,
  reach: false,
  readAloud: false,
  oneSwitch: false,
  scanSpeed: 'normal',
  switchKey: 'both',
  switchTouch: false,
};

let storeLanguage = defaults.language;

export const useComfort = create<Comfort>(() => defaults);

/** The shop's own language, where we speak it, is what everybody is greeted in. */
export async function greetIn(storeLocale: string): Promise<void> {
  storeLanguage = languageFor(storeLocale);
  if (useComfort.getState() === defaults) await chooseLanguage(storeLanguage);
}

export async function chooseLanguage(language: string): Promise<void> {
  useComfort.setState({ language });
  try {
    await speak(language);
  } catch {
    // Its file could not be read: what is on the screen stays as it is.
    useComfort.setState({ language: document.documentElement.lang });
    showFault('internal.failure');
  }
}

/** Whether anything is otherwise than the next shopper should find it. */
export function hasWishes(): boolean {
  const { language, ...wishes } = useComfort.getState();
  const { language: _, ...usual } = defaults;
  return language !== storeLanguage || JSON.stringify(wishes) !== JSON.stringify(usual);
}

export function makeComfortable(wish: Partial<Omit<Comfort, 'language'>>): void {
  useComfort.setState(wish);
}

/** Back to how the next shopper finds it. */
export async function forgetComfort(): Promise<void> {
  const { language } = useComfort.getState();
  useComfort.setState({ ...defaults, language: storeLanguage });
  if (language !== storeLanguage) await chooseLanguage(storeLanguage);
}

/** What the style sheets need to know stands on the root element. */
export function followComfort(): void {
  const show = ({ textSize, highContrast, reach }: Comfort) => {
    const { dataset } = document.documentElement;
    dataset.text = textSize;
    dataset.contrast = highContrast ? 'high' : 'standard';
    dataset.reach = String(reach);
  };
  show(useComfort.getState());
  useComfort.subscribe(show);
}
