import { useState, type ReactElement, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

interface HostDocumentProps {
  /** The stylesheets of the page, in their order. */
  readonly styles: readonly string[];
  readonly children: ReactNode;
}

/** A page of its own, so that what a host does to all of its elements stays there. */
export const HostDocument = ({ styles, children }: HostDocumentProps): ReactElement => {
  const [page, setPage] = useState<Document | null>(null);
  return (
    <iframe
      ref={(frame) => setPage(frame?.contentDocument ?? null)}
      title="The page of the host"
      sandbox="allow-same-origin"
      style={{ border: 0, inlineSize: '100%', blockSize: '46rem' }}
    >
      {page &&
        createPortal(
          styles.map((css, index) => <style key={index}>{css}</style>),
          page.head,
        )}
      {page && createPortal(children, page.body)}
    </iframe>
  );
};
