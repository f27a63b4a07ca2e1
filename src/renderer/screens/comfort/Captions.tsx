import { Volume2 } from 'lucide-react';
import { useReadAloud } from '../../stores/read-aloud.ts';

/** What is read out, in large letters; a screen reader has it already. UIX-57 */
export function Captions() {
  const caption = useReadAloud((state) => state.caption);
  if (caption === '') return null;
  return (
    <div
      aria-hidden
      data-captions
      // Seen over a dialog too.
      data-react-aria-top-layer="true"
      className="pointer-events-none fixed inset-x-0 bottom-[calc(var(--bb-keyboard)+4.8rem)] z-50 flex justify-center px-gutter"
    >
      <p className="flex max-w-240 items-start gap-4 rounded-lg bg-ink px-8 py-4 text-on-accent text-xl shadow-high">
        <Volume2 className="mt-1 shrink-0" size="1.1em" />
        <span className="line-clamp-3">{caption}</span>
      </p>
    </div>
  );
}
