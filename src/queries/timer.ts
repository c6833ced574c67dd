/** One thing to be done a while later, unless it is called off. */
export interface Timer {
  /** Does nothing while it runs already. */
  readonly start: (work: () => void) => void;
  readonly clear: () => void;
}

export function createTimer(ms: number): Timer {
  let running: ReturnType<typeof setTimeout> | undefined;
  const clear = () => {
    clearTimeout(running);
    running = undefined;
  };
  return {
    start(work) {
      running ??= setTimeout(() => {
        clear();
        work();
      }, ms);
    },
    clear,
  };
}
