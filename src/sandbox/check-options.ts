import type { SandboxOptions } from './create-sandbox.ts';
import { JOB_KINDS } from './facts.ts';
import { targetProblem } from './webhooks/target.ts';

const NAMES = {
  seed: true,
  clock: true,
  faults: true,
  keys: true,
  disabledFeatures: true,
  challengeExpiryMs: true,
  reportLateMs: true,
  hideJobWhileLate: true,
  webhooks: true,
  deliver: true,
  origin: true,
  allowedHosts: true,
} satisfies Readonly<Record<keyof SandboxOptions, true>>;

/** @throws TypeError naming the option that is wrong, and what it must be. */
export function checkSandboxOptions(options: SandboxOptions): void {
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(NAMES, name));
  if (unknown !== undefined) {
    throw new TypeError(`createSandbox has no option \`${unknown}\`.`);
  }
  const { keys, disabledFeatures = [], allowedHosts = [] } = options;
  const { challengeExpiryMs, reportLateMs, webhooks } = options;
  if (keys !== undefined && !(isText(keys.apiKey) && isText(keys.clientId))) {
    throw new TypeError(
      '`keys` must hold an `apiKey` and a `clientId`. With empty ones, requests without keys would be accepted.',
    );
  }
  for (const [name, value] of Object.entries({ challengeExpiryMs, reportLateMs })) {
    if (value !== undefined && !(Number.isFinite(value) && value >= 0)) {
      throw new TypeError(`\`${name}\` must be a number of milliseconds, 0 or more.`);
    }
  }
  if (!isListOf(disabledFeatures, (job) => JOB_KINDS.some((kind) => kind === job))) {
    throw new TypeError(`\`disabledFeatures\` must be a list of ${JOB_KINDS.join(', ')}.`);
  }
  if (!isListOf(allowedHosts, isText)) {
    throw new TypeError('`allowedHosts` must be a list of host names.');
  }
  const problem = webhooks === undefined ? null : targetProblem(webhooks);
  if (problem !== null) throw new TypeError(problem);
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

const isListOf = (value: unknown, isItem: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isItem);
