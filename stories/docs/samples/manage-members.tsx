import { MemberManager, namesInMetadata } from 'react-atrium-connect';

export function BanksPage({ onAdd }: { onAdd: () => void }) {
  return <MemberManager onAdd={onAdd} names={namesInMetadata} />;
}
