import { computeAccessibleDescription, computeAccessibleName } from 'dom-accessibility-api';
import { create } from 'zustand';
import type { Voice } from '../lib/speech.ts';
import { useComfort } from './comfort.ts';

interface ReadAloud {
  /** What is being said, for those who read it; empty while nothing is read out. */
  readonly caption: string;
}

export const useReadAloud = create<ReadAloud>(() => ({ caption: '' }));

const liveRegions = '[role="status"], [role="alert"], [aria-live]';
let voice: Voice | null = null;
let news: MutationObserver | null = null;

/** Reads out what has the focus and what changes by itself, for as long as the shopper wants it. UIX-57 */
export function followReadAloud(ofThisHost: Voice | null): void {
  voice = ofThisHost;
  useComfort.subscribe(({ readAloud }, before) => {
    if (readAloud === before.readAloud) return;
    if (readAloud) begin();
    else end();
  });
}

function begin(): void {
  document.addEventListener('focusin', readFocus);
  news = new MutationObserver(readNews);
  news.observe(document.body, { subtree: true, childList: true, characterData: true });
  const heading = document.querySelector('h1');
  if (heading !== null) say(wordsOf(heading));
}

function end(): void {
  document.removeEventListener('focusin', readFocus);
  news?.disconnect();
  news = null;
  voice?.hush();
  useReadAloud.setState({ caption: '' });
}

function readFocus({ target }: FocusEvent): void {
  if (target instanceof Element) say(wordsOf(target));
}

/** What was said over by a region that tells of changes, as a screen reader would. */
function readNews(changes: readonly MutationRecord[]): void {
  const regions = new Set<Element>();
  for (const { target } of changes) {
    const element = target instanceof Element ? target : target.parentElement;
    const region = element?.closest(liveRegions);
    if (region != null && region.closest('[data-captions]') === null) regions.add(region);
  }
  const texts = [...regions].map(textOf).filter((text) => text !== '');
  if (texts.length > 0) say(texts.join(' '));
}

/** Name and description of a control; the text of anything else. */
function wordsOf(element: Element): string {
  const words = [computeAccessibleName(element), computeAccessibleDescription(element)];
  const said = words.filter((text) => text !== '').join('. ');
  return said === '' ? textOf(element) : said;
}

function textOf(element: Element): string {
  return (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** Says what no focus tells, such as a key that was touched; again when it is touched again. */
export function sayAloud(text: string): void {
  if (!useComfort.getState().readAloud) return;
  useReadAloud.setState({ caption: '' });
  say(text);
}

function say(text: string): void {
  if (text === '' || text === useReadAloud.getState().caption) return;
  useReadAloud.setState({ caption: text });
  voice?.say(text, useComfort.getState().language);
}
