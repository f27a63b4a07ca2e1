import type { ReactNode } from 'react';

/** What is known, term by term. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] larger:grid-cols-1 gap-x-8 gap-y-2 text-sm">
      {children}
    </dl>
  );
}

export function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">{term}</dt>
      <dd className="tabular font-medium [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}
