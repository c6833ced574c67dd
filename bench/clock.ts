/** The time now, in milliseconds, by the clock that all processes and pages of a machine share. */
export const now = (): number => performance.timeOrigin + performance.now();
