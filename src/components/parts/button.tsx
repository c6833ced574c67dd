'use client';

import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type MouseEvent,
  type ReactNode,
  type RefAttributes,
} from 'react';
import { common } from '../../locales/en/common.ts';
import { useWords } from '../words.tsx';
import { classNames } from './class-names.ts';
import { EXTERNAL, Icon } from './icons.tsx';

/**
 * `primary` is for the one thing to do next, `quiet` for a way out, `danger` for what cannot be
 * undone.
 */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface OwnProps {
  /** @selector [data-kind] */
  readonly kind?: ButtonKind | undefined;
  /**
   * Does nothing when clicked, but keeps the focus, which `disabled` would lose.
   *
   * @selector [aria-disabled]
   */
  readonly isBusy?: boolean | undefined;
  /** Said instead of the label while busy, with a sign of movement. */
  readonly busyLabel?: string | undefined;
}

type ButtonProps = OwnProps & ComponentPropsWithoutRef<'button'>;

/** Renders a `<button type="button">`. */
export const Button: ForwardRefExoticComponent<ButtonProps & RefAttributes<HTMLButtonElement>> =
  forwardRef(function Button(
    { kind = 'secondary', isBusy = false, busyLabel, className, children, onClick, ...rest },
    ref,
  ) {
    const click = (event: MouseEvent<HTMLButtonElement>) => {
      if (isBusy) {
        event.preventDefault();
        return;
      }
      onClick?.(event);
    };
    const isMoving = isBusy && busyLabel !== undefined;
    return (
      <button
        type="button"
        aria-disabled={isBusy || undefined}
        data-kind={kind}
        {...rest}
        ref={ref}
        className={classNames('atrium-button', className)}
        onClick={click}
      >
        {isMoving ? (
          <>
            <span className="atrium-spinner" aria-hidden="true" />
            <span>{busyLabel}</span>
          </>
        ) : (
          children
        )}
      </button>
    );
  });

type ExternalLinkProps = Pick<OwnProps, 'kind'> & ComponentPropsWithoutRef<'a'>;

/** A real link to another site, in a tab of its own and looking like a button. Renders an `<a>`. */
export const ExternalLink: ForwardRefExoticComponent<
  ExternalLinkProps & RefAttributes<HTMLAnchorElement>
> = forwardRef(function ExternalLink({ kind, className, children, ...rest }, ref) {
  const t = useWords(common);
  return (
    <a
      data-kind={kind}
      {...rest}
      ref={ref}
      className={classNames(kind === undefined ? 'atrium-link' : 'atrium-button', className)}
      target="_blank"
      rel="noopener noreferrer"
    >
      <span>{children}</span>
      <span className="atrium-external">
        <Icon path={EXTERNAL} />
        <span className="atrium-sr-only">{` ${t('link.new-tab')}`}</span>
      </span>
    </a>
  );
});

/** Puts buttons in a row, or one below the other where there is no room. Renders a `<div>`. */
export function Actions({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className="atrium-actions">{children}</div>;
}
