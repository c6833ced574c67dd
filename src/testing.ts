export { createScenario } from './testing/create-scenario.ts';

export type {
  BankDecision,
  MemberToAdd,
  Scenario,
  ScenarioOptions,
} from './testing/create-scenario.ts';
export type { PageRequest, ServerInstead } from './testing/page-fetch.ts';
