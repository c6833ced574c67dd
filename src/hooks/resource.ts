import type { AtriumError } from '../domain/errors.ts';
import type { Resource } from '../domain/step.ts';

/** What a query knows, as one of three cases. Data once read stays when a later read fails. */
export function toResource<T>({
  data,
  error,
}: {
  data: T | undefined;
  error: AtriumError | null;
}): Resource<T> {
  if (data !== undefined) {
    return { kind: 'ready', value: data };
  }
  return error === null ? { kind: 'loading' } : { kind: 'failed', error };
}
