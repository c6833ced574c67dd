import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { Connect } from './connect.tsx';
import type { ConnectProps } from './connect.tsx';
import { recallMember } from './member-in-progress.ts';

export type ConnectCardProps = Pick<
  ConnectProps,
  'oauth' | 'mode' | 'asksByHand' | 'onSave' | 'onNotice'
>;

/** The widget without a dialog, as a part of the page. It brings its own headings. */
export function ConnectCard(props: ConnectCardProps): ReactElement {
  const [visit, setVisit] = useState(() => ({ number: 0, memberGuid: recallMember('page') }));
  const section = useRef<HTMLElement>(null);
  const startAgain = (): void => {
    setVisit(({ number }) => ({ number: number + 1, memberGuid: undefined }));
    // The button that was pressed leaves with the visit.
    section.current?.focus();
  };
  return (
    <section
      ref={section}
      className="card connect-card"
      aria-label="Connect in the page"
      tabIndex={-1}
    >
      <Connect
        {...props}
        key={visit.number}
        place="page"
        memberGuid={visit.memberGuid}
        onLeave={startAgain}
      />
    </section>
  );
}
