import { useEffect, useState } from 'react';
import type { About } from '../about.ts';

/** What the host tells of itself; `null` until it has. */
export function useAbout(): About | null {
  const [about, setAbout] = useState<About | null>(null);

  useEffect(() => {
    const controller = new AbortController();
    fetchAbout(controller.signal).then(setAbout, () => undefined);
    return () => controller.abort();
  }, []);

  return about;
}

async function fetchAbout(signal: AbortSignal): Promise<About | null> {
  const response = await fetch('/demo/about', { signal });
  // The host is this very demo, so that what it says need not be checked.
  return response.ok ? ((await response.json()) as About) : null;
}
