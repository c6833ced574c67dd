import { execFileSync } from 'node:child_process';
import { availableParallelism, totalmem } from 'node:os';

/** What was measured on, in words that say nothing of where it stands. */
export interface Machine {
  readonly cores: number;
  readonly memoryGib: number;
  readonly system: string;
  /** Of everything that was running, by name. */
  readonly versions: Readonly<Record<string, string>>;
}

export function thisMachine(versions: Readonly<Record<string, string>>): Machine {
  return {
    cores: availableParallelism(),
    memoryGib: Math.round(totalmem() / 2 ** 30),
    system: process.platform,
    versions: { Node: process.versions.node, ...versions },
  };
}

/** The version of Redis, or `undefined` where there is no `redis-server` to run. */
export function redisVersion(): string | undefined {
  try {
    const said = execFileSync('redis-server', ['--version'], { encoding: 'utf8' });
    return /v=([\d.]+)/.exec(said)?.[1];
  } catch {
    return undefined;
  }
}
