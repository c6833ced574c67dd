import { useId, useLayoutEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import './modal.css';

export interface ModalProps {
  readonly title: string;
  /** The person wants to leave: by the button, by Esc, or by the browser's own means. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A modal `<dialog>`, open for as long as it is rendered. Focus goes back where it came from. */
export function Modal({ title, onClose, children }: ModalProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();

  // Only the browser can make the rest of the page inert, and it knows where the focus was.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    heading.current?.focus();
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby={id}
      onClose={({ currentTarget: { isConnected, open } }) => {
        // The event comes late: by then, StrictMode has opened the dialog again.
        if (isConnected && !open) onClose();
      }}
    >
      <header className="head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="m3.5 3.5 9 9m0-9-9 9" />
          </svg>
        </button>
      </header>
      {children}
    </dialog>
  );
}
