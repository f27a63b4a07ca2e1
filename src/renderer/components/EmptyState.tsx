import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly drawing: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
  /** `h1` where the empty state is all that the screen has to say. */
  readonly level?: 1 | 2;
}

/** Where there is nothing, what to do next. */
export function EmptyState({ drawing, title, text, children, level = 2 }: EmptyStateProps) {
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-6 p-gutter text-center reach:landscape:gap-3 reach:landscape:p-4">
      <div className="mb-4 reach:landscape:mb-0">{drawing}</div>
      {level === 1 ? (
        <h1 tabIndex={-1} className="text-3xl">
          {title}
        </h1>
      ) : (
        <h2 className="text-3xl">{title}</h2>
      )}
      <p className="max-w-[25.6em] text-lg text-soft">{text}</p>
      <div className="mt-6 reach:landscape:mt-2 flex flex-wrap justify-center gap-4">
        {children}
      </div>
    </div>
  );
}
