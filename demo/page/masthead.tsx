import type { ReactElement } from 'react';

/** The top of every page. Renders a `<header>`. */
export function Masthead(): ReactElement {
  return (
    <header className="masthead">
      <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" />
        <path d="M11 8h10M10 12h12v10a3 3 0 0 1-3 3h-6a3 3 0 0 1-3-3zM10 18h12" />
      </svg>
      <h1>Larder</h1>
      <p>Know what you have in.</p>
    </header>
  );
}
