import {
  MemberList,
  MemberRow,
  useMembers,
  useRefreshMember,
  useRelativeTime,
} from 'react-atrium-connect';
import type { Member } from 'react-atrium-connect';
import { memo } from 'react';

export function OwnList({ onRepair }: { onRepair: (memberGuid: string) => void }) {
  const members = useMembers();
  return (
    <MemberList members={members} heading="Your banks">
      {members.kind === 'ready' &&
        members.value.map((member) => (
          <Row key={member.guid} member={member} onRepair={onRepair} />
        ))}
    </MemberList>
  );
}

interface RowProps {
  member: Member;
  onRepair: (memberGuid: string) => void;
}

const Row = memo(function Row({ member, onRepair }: RowProps) {
  const refresh = useRefreshMember(member.guid);
  const updated = useRelativeTime(member.successfullyAggregatedAt);
  const repair = () => onRepair(member.guid);
  return (
    <MemberRow
      member={member}
      updated={updated}
      refresh={refresh.action}
      onRefresh={refresh.start}
      remedies={{ 'enter-credentials': repair, answer: repair, authorize: repair }}
    />
  );
});
