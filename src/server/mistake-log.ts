/** Prints a mistake of the host. Each is printed once, however many requests run into it. */
export type LogMistake = (reason: string) => void;

export const OBSERVE_FAILED = '`observe` failed. Catch its errors inside it: they are ignored.';

const MAX_PRINTED = 20;

/** For what a host without `observe` would otherwise never see. Holds no value that anyone sent. */
export function createMistakeLog(): LogMistake {
  const printed = new Set<string>();
  return (reason) => {
    if (printed.has(reason) || printed.size >= MAX_PRINTED) return;
    printed.add(reason);
    // oxlint-disable-next-line no-console -- the host has no other way to see it
    console.error(`react-atrium-connect/server: ${reason} (Printed once.)`);
  };
}
