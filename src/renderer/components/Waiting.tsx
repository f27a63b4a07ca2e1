import { Logo } from './Logo.tsx';

/** Nothing to show yet: the mark on paper, and a word for those who hear the screen. */
export function Waiting({ label }: { readonly label: string }) {
  return (
    <div role="status" className="flex flex-1 flex-col items-center justify-center gap-6 p-gutter">
      <Logo className="h-28 w-28 animate-pulse" />
      <p className="text-soft">{label}</p>
    </div>
  );
}
