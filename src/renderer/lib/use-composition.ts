import { type CompositionEvent, useState } from 'react';

type Composed = CompositionEvent<HTMLInputElement>;

/**
 * For a field that changes what is typed: while an input method composes, its text stays as it is, and is read when it is
 * done. Changed before, an input method would write it once more. UIX-76
 */
export function useComposition(value: string, onChange: (typed: string) => void) {
  const [composed, setComposed] = useState<string | null>(null);
  return {
    field: { value: composed ?? value, onChange: composed === null ? onChange : setComposed },
    input: {
      onCompositionStart: ({ currentTarget }: Composed) => setComposed(currentTarget.value),
      onCompositionEnd: ({ currentTarget }: Composed) => {
        setComposed(null);
        onChange(currentTarget.value);
      },
    },
  };
}
