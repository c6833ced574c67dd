import {
  ManualAccountAdded,
  ManualAccountForm,
  useCreateManualAccount,
} from 'react-atrium-connect';

export function AddByHand({ onDone }: { onDone: () => void }) {
  const { mutate, data, isPending, error } = useCreateManualAccount();
  return data === undefined ? (
    <ManualAccountForm
      institutionName={null}
      onSubmit={mutate}
      isSubmitting={isPending}
      error={error}
    />
  ) : (
    <ManualAccountAdded name={data.name} onDone={onDone} />
  );
}
