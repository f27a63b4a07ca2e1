import { useCallback, useState } from 'react';

/** Whether something that was started here is under way, and how to start it: once at a time. */
export function useBusy(): readonly [boolean, (work: Promise<unknown>) => void] {
  const [busy, setBusy] = useState(false);
  const run = useCallback((work: Promise<unknown>) => {
    setBusy(true);
    void work.finally(() => setBusy(false));
  }, []);
  return [busy, run];
}
