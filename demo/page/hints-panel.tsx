import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Hint, Hints } from '../hints.ts';
import './hints-panel.css';

/** What to type at the test banks, each with a button that copies it. Renders a `<details>`. */
export function HintsPanel({ hints }: { readonly hints: Hints }): ReactElement {
  return (
    <details className="hints">
      <summary>What to type at the test banks</summary>
      <HintList title="Banks" hints={hints.institutions} />
      <HintList
        title="Username"
        hints={hints.usernames.map((text) => ({ text, effect: 'Any name but these is refused.' }))}
      />
      <HintList title="Passwords" hints={hints.passwords} />
      {hints.errors.length > 0 && (
        <HintList title="Passwords that end in an error" hints={hints.errors} />
      )}
      <HintList title="Answers" hints={hints.answers} />
    </details>
  );
}

interface HintListProps {
  readonly title: string;
  readonly hints: readonly Hint[];
}

function HintList({ title, hints }: HintListProps): ReactElement {
  const [copied, setCopied] = useState<string | null>(null);
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {hints.map(({ text, effect }) => (
          <li key={text}>
            <code>{text}</code>
            <span className="quiet">{effect}</span>
            <button
              type="button"
              className="button small"
              aria-label={`Copy ${text}`}
              onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(text))}
            >
              {copied === text ? 'Copied' : 'Copy'}
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="unseen">
        {copied === null ? '' : `Copied ${copied}`}
      </p>
    </>
  );
}
