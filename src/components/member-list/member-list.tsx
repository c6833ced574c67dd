'use client';

import { forwardRef, type ReactNode } from 'react';
import type { AtriumError } from '../../domain/errors.ts';
import { connectionCount, MEMBER_LIMIT } from '../../domain/member.ts';
import type { Resource } from '../../domain/step.ts';
import { limit as limitWords } from '../../locales/en/limit.ts';
import { members as words } from '../../locales/en/members.ts';
import { Button } from '../parts/button.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { BANK, Icon } from '../parts/icons.tsx';
import { Notice } from '../parts/notice.tsx';
import { Step, type StepComponent, type StepProps } from '../parts/step.tsx';
import { usePlurals, useWords } from '../words.tsx';

interface OwnProps {
  /** @selector [data-members] */
  readonly members: Resource<readonly unknown[]>;
  /** Why the last read failed, while the members are shown as they were before. */
  readonly error?: AtriumError | null | undefined;
  /** How many there can be. Reached, it is explained in place of the way to one more. @default 25 */
  readonly limit?: number | undefined;
  readonly onRetry?: (() => void) | undefined;
  /** Leads to where an institution is connected. Without it, that is not offered. */
  readonly onAdd?: (() => void) | undefined;
  /** Takes the place of the title. */
  readonly heading?: string | undefined;
  /** A `MemberRow` for each member. */
  readonly children?: ReactNode;
}

/** Props of {@link MemberList}. */
export type MemberListProps = StepProps<OwnProps>;

/** All members of a person, and the way to one more. Renders a `<section>` with a `<ul>`. */
export const MemberList: StepComponent<OwnProps> = forwardRef(function MemberList(
  { members, error, limit = MEMBER_LIMIT, onRetry, onAdd, heading, children, ...rest },
  ref,
) {
  const t = useWords(words);
  const full = useWords(limitWords);
  const atMost = usePlurals(limitWords);
  const count = members.kind === 'ready' ? connectionCount(members.value) : 0;
  return (
    <Step
      name="member-list"
      data-members={members.kind}
      aria-busy={members.kind === 'loading' || undefined}
      {...rest}
      ref={ref}
      heading={heading ?? t('members.heading')}
    >
      {error && <FailureNotice error={error} onRetry={onRetry} />}
      <Content members={members} onRetry={onRetry}>
        {children}
      </Content>
      {count >= limit ? (
        <Notice tone="neutral">
          <p className="atrium-notice-title">{full('limit.heading')}</p>
          <p>{atMost('limit.message', { count: limit })}</p>
        </Notice>
      ) : (
        onAdd &&
        members.kind === 'ready' && (
          <Button kind={count === 0 ? 'primary' : 'secondary'} onClick={onAdd}>
            {t('members.add')}
          </Button>
        )
      )}
    </Step>
  );
});

function Content({
  members,
  onRetry,
  children,
}: Pick<OwnProps, 'members' | 'onRetry' | 'children'>): ReactNode {
  const t = useWords(words);
  switch (members.kind) {
    case 'loading':
      return <Skeletons />;
    case 'failed':
      return <FailureNotice error={members.error} onRetry={onRetry} />;
    case 'ready':
      return members.value.length > 0 ? (
        <ul className="atrium-members">{children}</ul>
      ) : (
        <div className="atrium-no-members">
          <span className="atrium-badge" data-tone="neutral">
            <Icon path={BANK} />
          </span>
          <p className="atrium-label">{t('members.empty')}</p>
          <p className="atrium-hint">{t('members.empty-hint')}</p>
        </div>
      );
    default:
      return members satisfies never;
  }
}

const SKELETONS = ['a', 'b', 'c'];

/** Takes the room of a few members while they load. Renders a `<div>` and a sentence not seen. */
function Skeletons(): ReactNode {
  const t = useWords(words);
  return (
    <>
      <p className="atrium-sr-only">{t('members.loading')}</p>
      <div className="atrium-members" aria-hidden="true">
        {SKELETONS.map((key) => (
          <div key={key} className="atrium-member">
            <div className="atrium-member-header">
              <span className="atrium-mark atrium-skeleton" />
              <div className="atrium-member-text">
                <span className="atrium-skeleton atrium-skeleton-line" />
                <span className="atrium-skeleton atrium-skeleton-line" />
                <span className="atrium-skeleton atrium-skeleton-line" />
              </div>
            </div>
            <span className="atrium-skeleton atrium-skeleton-control" />
          </div>
        ))}
      </div>
    </>
  );
}
