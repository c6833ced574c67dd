export { createSandbox } from './sandbox/create-sandbox.ts';
export { createClock } from './sandbox/clock.ts';
export { magicAnswers, magicPasswords, testUsernames } from './sandbox/magic-passwords.ts';
export type { Sandbox, SandboxOptions } from './sandbox/create-sandbox.ts';
export type { SandboxKeys } from './sandbox/dialects/dialect.ts';
export type { Clock, SteppableClock } from './sandbox/clock.ts';
export type { Fault, FaultKind, FaultMatch, Faults } from './sandbox/faults.ts';
export type { JobKind } from './sandbox/facts.ts';
export type { MagicAnswer, MagicPassword, Outcome } from './sandbox/magic-passwords.ts';
