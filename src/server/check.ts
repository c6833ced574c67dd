import { isJsonObject } from './json.ts';
import type { AtriumStore } from './store.ts';

/** Timers fire at once beyond it. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What a missing variable or a lost value becomes as text. */
const LOST_VALUE = /^(?:undefined|null|NaN|\[object Object\])$/;

/** Every option's name, so that one which is added later cannot be left out. */
export type Names<Options> = Readonly<Record<keyof Options, true>>;

/**
 * Refuses an option that does not exist, since a typo would leave the real one at its default.
 *
 * @throws TypeError naming it.
 */
export function checkNames(
  owner: string,
  options: unknown,
  known: Readonly<Record<string, true>>,
): void {
  if (!isJsonObject(options)) throw new TypeError(`${owner} must be an object of options.`);
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(known, name));
  if (unknown === undefined) return;
  throw new TypeError(
    `${owner} has no option \`${unknown}\`. It has ${Object.keys(known).join(', ')}.`,
  );
}

/** @throws TypeError naming the option that is neither a function nor left out. */
export function checkFunctions(options: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && typeof value !== 'function') {
      throw new TypeError(`\`${name}\` must be a function. Leave it out for the default.`);
    }
  }
}

/** @throws TypeError naming the option that is neither `true`, `false` nor left out. */
export function checkFlags(options: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && typeof value !== 'boolean') {
      throw new TypeError(
        `\`${name}\` must be \`true\` or \`false\`. Text such as 'false' would count as true.`,
      );
    }
  }
}

/** @throws TypeError naming the option that is no length of time. */
export function checkDuration(option: string, value: number): number {
  if (Number.isFinite(value) && value > 0 && value <= LONGEST_TIMER_MS) return value;
  throw new TypeError(
    `\`${option}\` must be a number of milliseconds above 0, and 2,147,483,647 at most.`,
  );
}

/** @throws TypeError naming the option that is not a list of origins. */
export function checkOrigins(option: string, origins: readonly string[]): readonly string[] {
  const isList: boolean = Array.isArray(origins);
  if (isList && origins.every(isOrigin)) return origins;
  throw new TypeError(
    `\`${option}\` must be a list of origins such as 'https://app.example.com', in lower case, without a path or a slash at the end.`,
  );
}

function isOrigin(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value) && new URL(value).origin === value;
}

const STORE_METHODS: readonly (keyof AtriumStore)[] = [
  'health',
  'readStatus',
  'forgetStatus',
  'countAttempt',
  'publish',
  'subscribe',
  'endStreams',
  'close',
];

/** @throws TypeError when it is not a store. */
export function checkStore(store: AtriumStore): AtriumStore {
  if (STORE_METHODS.every((method) => typeof store?.[method] === 'function')) return store;
  throw new TypeError(
    '`store` must be what `createMemoryStore` or `createRedisStore` returns. The proxy and the webhook receiver share one.',
  );
}

/** Whether a setting is text with something in it, and not what a missing variable leaves. */
export function isSet(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && !LOST_VALUE.test(value);
}
