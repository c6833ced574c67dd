'use client';

import { forwardRef, type ForwardRefExoticComponent, type RefAttributes } from 'react';
import { ConnectionFlow, type ConnectWidgetProps } from './connect-widget.tsx';

export interface MemberConnectionProps extends Omit<
  ConnectWidgetProps,
  'institutionCode' | 'memberGuid'
> {
  /** The member, wherever it stands. */
  memberGuid: string;
}

/**
 * Carries on with one member, exactly where it stands, and leads nowhere else: the ways out lead
 * to `onExit`, and none is shown without it. Renders a `<div>`, as {@link ConnectWidget} does.
 *
 * @selector [data-step] the name of the step
 */
export const MemberConnection: ForwardRefExoticComponent<
  MemberConnectionProps & RefAttributes<HTMLDivElement>
> = forwardRef(function MemberConnection(props, ref) {
  return <ConnectionFlow {...props} hasSearch={false} forwardedRef={ref} />;
});
