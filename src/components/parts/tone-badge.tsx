import type { ReactNode } from 'react';
import type { Tone } from '../../domain/status.ts';
import { Icon, TONE_PATHS } from './icons.tsx';

/** The mood of a step at a glance. The heading beside it says the same. Renders a `<span>`. */
export function ToneBadge({ tone }: { readonly tone: Tone }): ReactNode {
  return (
    <span className="atrium-badge" data-tone={tone}>
      <Icon path={TONE_PATHS[tone]} />
    </span>
  );
}
