/**
 * Carries something secret through the mutation cache without the cache ever holding it: what is
 * kept there is this object, which shows nothing, and is empty once it has been opened.
 */
export interface Sealed<T> {
  /** Gives what was sealed, once. Throws the second time. */
  readonly open: () => T;
}

export function seal<T>(secret: T): Sealed<T> {
  let content: { value: T } | null = { value: secret };
  return {
    open: () => {
      if (content === null) {
        throw new Error('This was already sent. Sending it again could connect or answer twice.');
      }
      const { value } = content;
      content = null;
      return value;
    },
  };
}
