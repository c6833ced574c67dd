import { spawn, type ChildProcess } from 'node:child_process';
import { delimiter, join } from 'node:path';

export interface Command {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly command: string;
  readonly args: readonly string[];
}

/** A build may take long on a busy machine; what hangs must end all the same. */
const MOST_MS = 300_000;

const windows = process.platform === 'win32';

/** Runs a command to its end. @throws Error with all that it said, when it fails. */
export async function runCommand(command: Command): Promise<void> {
  const child = start(command);
  const said = listen(child);
  const hangs = setTimeout(() => stop(child), MOST_MS);
  const code = await ending(child);
  clearTimeout(hangs);
  if (code !== 0) throw failure(command, `ended with ${code ?? 'a signal'}`, said());
}

/** Starts a server, and waits until it says where it listens. */
export async function startServer(
  command: Command,
): Promise<{ readonly origin: string; readonly stop: () => void }> {
  const child = start(command);
  const said = listen(child);
  const hangs = setTimeout(() => stop(child), MOST_MS);
  const origin = await new Promise<string>((listening, fail) => {
    child.stdout?.on('data', () => {
      const [address] = /http:\/\/(localhost|127\.0\.0\.1):\d+/.exec(said()) ?? [];
      if (address !== undefined) listening(address);
    });
    void ending(child).then(() => fail(failure(command, 'does not listen', said())), fail);
  });
  clearTimeout(hangs);
  return { origin, stop: () => stop(child) };
}

const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach(stop));

function start({ folder, env, command, args }: Command): ChildProcess {
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...hostEnvironment(folder), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: windows,
    // A group of its own: to stop it stops what it has started, too.
    detached: !windows,
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** Nothing of it is kept, so nothing has to end well. */
function stop(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (windows) {
    child.kill();
  } else {
    process.kill(-child.pid, 'SIGKILL');
  }
}

/** Without what `npm run` sets for this repository: its commands would stand in for missing ones. */
function hostEnvironment(folder: string): Record<string, string | undefined> {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(package|lifecycle|config_local_prefix)|NODE_ENV|CI$)/.test(name),
  );
  const path = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((each) => !/node_modules[\\/]\.bin[\\/]?$/.test(each));
  return {
    ...Object.fromEntries(own),
    PATH: [join(folder, 'node_modules', '.bin'), ...path].join(delimiter),
    NO_COLOR: '1',
    CI: 'true',
  };
}

function listen(child: ChildProcess): () => string {
  let said = '';
  const hear = (words: Buffer): void => {
    said += words.toString();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return () => said;
}

const ending = (child: ChildProcess): Promise<number | null> =>
  new Promise((ended, fail) => {
    child.once('error', fail).once('close', ended);
  });

const failure = ({ command, args }: Command, what: string, said: string): Error =>
  new Error(`\`${[command, ...args].join(' ')}\` ${what}:\n${said.slice(-4_000)}`);
