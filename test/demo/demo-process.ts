import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { TestContext } from 'vitest';

export const ROOT: string = resolve(import.meta.dirname, '../..');

type Environment = Readonly<Record<string, string>>;

interface Ended {
  readonly code: number | null;
  /** Everything it wrote. */
  readonly output: string;
}

export interface DemoProcess {
  readonly ended: Promise<Ended>;
  /** The addresses it prints, its own first, once it does; rejects if it ends before that. */
  addresses(): Promise<readonly string[]>;
  /** Without effect once it has ended. */
  signal(name: NodeJS.Signals): void;
}

/** Runs what `npm start` runs, with no more of an environment than this, and not past the test. */
export function startDemo(
  { onTestFinished }: TestContext,
  env: Environment,
  root: string = ROOT,
): DemoProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/start.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const ended = once(child, 'close').then(([code]: (number | null)[]): Ended => ({
    code: code ?? null,
    output,
  }));
  return {
    ended,
    addresses: () => addressesOf(child, ended, () => output),
    signal: (name) => void child.kill(name),
  };
}

async function addressesOf(
  child: ChildProcess,
  ended: Promise<Ended>,
  output: () => string,
): Promise<readonly string[]> {
  const printed = new Promise<readonly string[]>((done) => {
    const look = (): void => {
      // It prints all its lines at once, and a line may come in pieces.
      const addresses = output().endsWith('\n') ? output().match(/http:\S+/g) : null;
      if (addresses) done(addresses);
    };
    child.stdout?.on('data', look);
    look();
  });
  const failed = ended.then(({ code }) => {
    throw new Error(`The demo ended with ${code}, and wrote: ${output()}`);
  });
  return Promise.race([printed, failed]);
}
