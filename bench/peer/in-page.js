/*
 * Runs in every page that is measured, before anything of its own. No TypeScript: what compiles it
 * would call for help that a page has not got.
 */
const longTasks = [];
new PerformanceObserver((list) =>
  longTasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration }))),
).observe({ type: 'longtask', buffered: true });

const isThere = ({ selector, count = 1, words = '' }) =>
  [...document.querySelectorAll(selector)].filter(({ textContent }) => textContent.includes(words))
    .length >= count;

/** What comes after the next frame comes after it has been painted. */
const afterPaint = (act) =>
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', (event) => {
      port1.close();
      act(event);
    });
    port1.start();
    port2.postMessage(null);
  });

/** Resolves with the time at which so many elements with these words in them have been painted. */
const painted = (what) =>
  new Promise((resolve, reject) => {
    const limit = setTimeout(
      () => reject(new Error(`${what.selector} was waited for in vain.`)),
      60_000,
    );
    const settle = () => {
      clearTimeout(limit);
      afterPaint(() => resolve(performance.now()));
    };
    if (isThere(what)) {
      settle();
      return;
    }
    new MutationObserver((_, observer) => {
      if (!isThere(what)) return;
      observer.disconnect();
      settle();
    }).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['disabled'],
    });
  });

/** When the last answer from an address like this one was there. */
const answeredAt = (address) =>
  performance
    .getEntriesByType('resource')
    .findLast(({ name }) => decodeURIComponent(name.replaceAll('+', ' ')).includes(address))
    ?.responseEnd;

/** Takes everything away and brings it back, again and again. */
const remount = async (times, until) => {
  for (let time = 0; time < times; time += 1) {
    globalThis.shown.unmount();
    await new Promise((resolve) => afterPaint(resolve));
    globalThis.shown.mount();
    await painted(until);
  }
};

globalThis.bench = { longTasks, painted, answeredAt, remount };
