import { useEffect, useState } from 'react';
import type { Hints } from '../hints.ts';

/** What the host tells about its test banks; `null` where the banks are real. */
export function useHints(): Hints | null {
  const [hints, setHints] = useState<Hints | null>(null);

  useEffect(() => {
    const controller = new AbortController();
    fetchHints(controller.signal).then(setHints, () => undefined);
    return () => controller.abort();
  }, []);

  return hints;
}

async function fetchHints(signal: AbortSignal): Promise<Hints | null> {
  const response = await fetch('/demo/hints', { signal });
  // The host is this very demo, so that what it says need not be checked.
  return response.status === 200 ? ((await response.json()) as Hints) : null;
}
