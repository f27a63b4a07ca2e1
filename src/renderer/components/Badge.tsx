import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'good' | 'notice' | 'danger';

const tones: Readonly<Record<Tone, string>> = {
  neutral: 'bg-sunk text-soft',
  good: 'bg-accent-wash text-accent-deep',
  notice: 'bg-notice-wash text-notice',
  danger: 'bg-danger-wash text-danger',
};

interface BadgeProps {
  readonly tone: Tone;
  readonly icon: LucideIcon;
  readonly children: ReactNode;
}

/** A state in a word, a sign and a color. */
export function Badge({ tone, icon: Icon, children }: BadgeProps) {
  return (
    <span
      className={`inline-flex items-center gap-2 whitespace-nowrap rounded-full px-4 py-2 font-semibold text-sm leading-none ${tones[tone]}`}
    >
      <Icon aria-hidden size="1.2em" strokeWidth={2.1} className="shrink-0" />
      {children}
    </span>
  );
}
