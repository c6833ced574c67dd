import { useId } from 'react';
import type { ReactElement, ReactNode, Ref } from 'react';

export interface CardProps {
  readonly title: string;
  /** Beside the title. */
  readonly aside?: ReactNode;
  /** The title, for focus to return to. */
  readonly titleRef?: Ref<HTMLHeadingElement>;
  readonly children: ReactNode;
}

/** A part of the dashboard. Renders a `<section>` named by its title. */
export function Card({ title, aside, titleRef, children }: CardProps): ReactElement {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <header className="head">
        <h2 id={id} ref={titleRef} tabIndex={-1}>
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
