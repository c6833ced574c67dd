import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';

export interface CardProps {
  readonly title: string;
  /** Beside the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the dashboard. Renders a `<section>` named by its title. */
export function Card({ title, aside, children }: CardProps): ReactElement {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <header className="head">
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
