import type { TypingKind } from '../../lib/typing/keys.ts';

/** What makes an input one that the keyboard on the screen types into; the system's own one stays away. */
export function typingField(kind: TypingKind = 'words', allowed?: string) {
  return {
    inputMode: 'none',
    'data-typing': kind,
    ...(allowed === undefined ? {} : { 'data-allowed': allowed }),
  } as const;
}
