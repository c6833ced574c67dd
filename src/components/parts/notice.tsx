import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react';
import type { Tone } from '../../domain/status.ts';
import { classNames } from './class-names.ts';
import { Icon, TONE_PATHS } from './icons.tsx';

type NoticeProps = ComponentPropsWithoutRef<'div'> & {
  /** @selector [data-tone] */
  readonly tone: Tone;
};

/** Something to take note of: an icon, words, and a tinted surface. Renders a `<div>`. */
export const Notice: ForwardRefExoticComponent<NoticeProps & RefAttributes<HTMLDivElement>> =
  forwardRef(function Notice({ tone, className, children, ...rest }, ref) {
    return (
      <div data-tone={tone} {...rest} ref={ref} className={classNames('atrium-notice', className)}>
        <Icon path={TONE_PATHS[tone]} />
        <div className="atrium-notice-text">{children}</div>
      </div>
    );
  });
