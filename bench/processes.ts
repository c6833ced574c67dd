import { fork } from 'node:child_process';
import { join } from 'node:path';

/** What a process can be asked: by name, what it is told and what it answers. */
type Questions = Readonly<Record<string, { readonly told?: unknown; readonly answer: unknown }>>;

/** A process of this folder, which answers what it is asked. */
export interface Helper<Q extends Questions> {
  ask<Name extends keyof Q & string>(
    name: Name,
    told?: Q[Name]['told'],
  ): Promise<Q[Name]['answer']>;
  readonly stop: () => void;
}

interface Message {
  readonly name: string;
  readonly value: unknown;
}

/** Runs a file in a process of its own, and waits until it has said that it is ready. */
export async function startHelper<Q extends Questions>(
  file: string,
  env: Readonly<Record<string, string | number>> = {},
): Promise<Helper<Q>> {
  const words = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, `${value}`]));
  const child = fork(join(import.meta.dirname, file), {
    execArgv: ['--import', 'tsx', '--expose-gc'],
    env: { ...process.env, ...words },
  });
  const said = (name: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const listen = (message: Message): void => {
        if (message.name !== name) return;
        child.off('message', listen).off('exit', fail);
        resolve(message.value);
      };
      const fail = (): void => reject(new Error(`${file} ended before it said “${name}”.`));
      child.on('message', listen).once('exit', fail);
    });
  await said('ready');
  return {
    ask: async (name, told) => {
      const answer = said(name);
      child.send({ name, value: told } satisfies Message);
      return answer;
    },
    stop: () => void child.kill(),
  };
}

/** The other side: says that the process is ready, and answers from then on. */
export function serveHelper<Q extends Questions>(answers: {
  readonly [Name in keyof Q]: (
    told: Q[Name]['told'],
  ) => Q[Name]['answer'] | Promise<Q[Name]['answer']>;
}): void {
  const byName: Readonly<Record<string, (told: never) => unknown>> = answers;
  process.on('message', ({ name, value }: Message) => {
    // Whoever asks is held to the same questions by their type.
    const answer = async (): Promise<unknown> => byName[name]?.(value as never);
    void answer().then((said) => process.send?.({ name, value: said } satisfies Message));
  });
  // Nobody would be left to end it.
  process.on('disconnect', () => process.exit());
  process.send?.({ name: 'ready', value: null } satisfies Message);
}
