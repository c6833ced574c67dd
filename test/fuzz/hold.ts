/** Throws, which is what tells fast-check that this went wrong. */
export function hold(isHeld: boolean, rule: string): void {
  if (!isHeld) throw new Error(rule);
}
