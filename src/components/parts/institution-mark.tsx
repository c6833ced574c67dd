'use client';

import { useState, type ReactNode } from 'react';
import { institutionInitials } from '../../domain/institution.ts';
import { BANK, Icon } from './icons.tsx';

interface InstitutionMarkProps {
  readonly name: string;
  /** Asked for only if given. A picture that does not load gives way to the initials. */
  readonly logoUrl?: string | null | undefined;
}

/** The logo of an institution, or its initials. The name must stand beside it. Renders a `<span>`. */
export function InstitutionMark({ name, logoUrl }: InstitutionMarkProps): ReactNode {
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null);
  return (
    <span className="atrium-mark" aria-hidden="true">
      {logoUrl && logoUrl !== brokenUrl ? (
        <img
          src={logoUrl}
          alt=""
          width={40}
          height={40}
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => setBrokenUrl(logoUrl)}
        />
      ) : (
        institutionInitials(name) || <Icon path={BANK} />
      )}
    </span>
  );
}

/** The host of an institution's site, left to right in every language. Renders a `<span>`. */
export const InstitutionHost = ({ host }: { readonly host: string | null }): ReactNode => (
  <span className="atrium-institution-host">
    <bdi dir="ltr">{host}</bdi>
  </span>
);

/** An institution as people know it: logo or initials, name, address of its site. Renders `<span>`s. */
export function InstitutionLabel({
  name,
  host,
  logoUrl,
}: InstitutionMarkProps & { readonly host: string | null }): ReactNode {
  return (
    <>
      <InstitutionMark name={name} logoUrl={logoUrl} />
      <span className="atrium-institution-text">
        <span className="atrium-institution-name">
          <bdi>{name}</bdi>
        </span>
        {host && <InstitutionHost host={host} />}
      </span>
    </>
  );
}
