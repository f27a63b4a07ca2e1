import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useId } from 'react';

interface DeviceHeadProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly headingId: string;
  /** How it is attached. */
  readonly text: string;
  readonly badge: ReactNode;
  /** 2 where it is a part of the screen by itself. */
  readonly level?: 2 | 3;
}

/** What it is and how it is. */
export function DeviceHead(props: DeviceHeadProps) {
  const { icon: Icon, name, headingId, text, badge, level = 3 } = props;
  const Heading = `h${level}` as const;
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
      <span className="flex h-16 w-16 shrink-0 items-center justify-center rounded-full bg-sunk">
        <Icon aria-hidden size="1.5em" strokeWidth={1.6} />
      </span>
      <div className="min-w-[6.8em] flex-1">
        <Heading id={headingId} className="font-sans font-semibold text-lg leading-tight">
          {name}
        </Heading>
        <p className="text-sm text-soft [overflow-wrap:anywhere]">{text}</p>
      </div>
      {badge}
    </div>
  );
}

interface DeviceCardProps extends Omit<DeviceHeadProps, 'headingId'> {
  readonly children?: ReactNode;
}

export function DeviceCard({ children, ...head }: DeviceCardProps) {
  const headingId = useId();
  return (
    <article
      aria-labelledby={headingId}
      className="flex flex-col gap-5 rounded-lg border border-line bg-raised p-6 shadow-low"
    >
      <DeviceHead {...head} headingId={headingId} />
      {children}
    </article>
  );
}
