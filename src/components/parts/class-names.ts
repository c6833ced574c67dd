/** Our class, then the caller's, which so has the last word. */
export function classNames(own: string, theirs: string | undefined): string {
  return theirs ? `${own} ${theirs}` : own;
}
