import { useEffect, useState } from 'react';

/** The time, looked at again every `everyMs`: for words that get old. */
export function useNow(everyMs: number): number {
  const [, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((turn) => turn + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return Date.now();
}
