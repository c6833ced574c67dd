import { useSyncExternalStore, type ReactElement } from 'react';

const emulations = {
  'forced-colors': { title: 'Forced colours', query: '(forced-colors: active)' },
  'reduced-motion': { title: 'Reduced motion', query: '(prefers-reduced-motion: reduce)' },
} as const;

/** Says how to have the browser do what no style sheet can, and whether it does. */
export function EmulationNote({ of }: { readonly of: unknown }): ReactElement | null {
  return of === 'forced-colors' || of === 'reduced-motion' ? <Note {...emulations[of]} /> : null;
}

function Note({ title, query }: { readonly title: string; readonly query: string }): ReactElement {
  const isOn = useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
  return (
    <aside style={{ marginBlockEnd: '1.5rem', maxInlineSize: '40rem' }}>
      <strong>
        {title}: {isOn ? 'on' : 'off'}.
      </strong>{' '}
      A page cannot turn this on for itself. In Chrome or Edge: developer tools, <i>Rendering</i>,{' '}
      <code>{query}</code>; in Windows, macOS and iOS: the accessibility settings.
    </aside>
  );
}
