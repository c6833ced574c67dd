import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react';
import { classNames } from '../parts/class-names.ts';

/** Props of {@link LiveRegion}. */
export type LiveRegionProps = Omit<ComponentPropsWithoutRef<'div'>, 'children'> & {
  /** What to say. Empty for nothing: the region must be there before it speaks. */
  readonly children: string;
};

/** Says a change to a screen reader, politely and unseen. Renders a `<div role="status">`. */
export const LiveRegion: ForwardRefExoticComponent<
  LiveRegionProps & RefAttributes<HTMLDivElement>
> = forwardRef(function LiveRegion({ className, children, ...rest }, ref) {
  return (
    <div role="status" {...rest} ref={ref} className={classNames('atrium-sr-only', className)}>
      {children}
    </div>
  );
});
