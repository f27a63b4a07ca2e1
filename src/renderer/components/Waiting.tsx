import { Logo } from './Logo.tsx';

interface WaitingProps {
  readonly label: string;
}

/** Nothing to show yet: the mark on paper, and a word for those who hear the screen. */
export function Waiting({ label }: WaitingProps) {
  return (
    <div role="status" className="flex flex-1 flex-col items-center justify-center gap-6 p-gutter">
      <Logo className="h-28 w-28 animate-pulse" />
      <p className="text-soft">{label}</p>
    </div>
  );
}

/** A screen that is being filled. */
export function WaitingScreen({ label }: WaitingProps) {
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <Waiting label={label} />
    </main>
  );
}
