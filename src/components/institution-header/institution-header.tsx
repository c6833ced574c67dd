'use client';

import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react';
import { institutionHost, type Institution } from '../../domain/institution.ts';
import { classNames } from '../parts/class-names.ts';
import { InstitutionLabel } from '../parts/institution-mark.tsx';

/** Props of {@link InstitutionHeader}. */
export type InstitutionHeaderProps = ComponentPropsWithoutRef<'div'> & {
  readonly institution: Pick<Institution, 'name' | 'url'>;
  /** Asked for only if given; initials otherwise. */
  readonly logoUrl?: string | null | undefined;
};

/** Says whom one is talking to: logo or initials, name, address of the site. Renders a `<div>`. */
export const InstitutionHeader: ForwardRefExoticComponent<
  InstitutionHeaderProps & RefAttributes<HTMLDivElement>
> = forwardRef(function InstitutionHeader({ institution, logoUrl, className, ...rest }, ref) {
  return (
    <div
      {...rest}
      ref={ref}
      className={classNames('atrium-root atrium-institution-header', className)}
    >
      <InstitutionLabel
        name={institution.name}
        host={institutionHost(institution)}
        logoUrl={logoUrl}
      />
    </div>
  );
});
