import { cpSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import type { World } from './consumer.ts';
import { runCommand, startServer } from './processes.ts';

export type Installer = 'npm' | 'pnpm';

/** A host's project, outside of this repository. */
export interface Project {
  readonly folder: string;
  readonly install: (installer: Installer) => Promise<void>;
  /** Runs a command of the project's packages. @throws Error with what it said, when it fails. */
  readonly run: (command: string, ...args: readonly string[]) => Promise<void>;
  /** Starts the sandbox with the command that the package brings. */
  readonly startBank: () => Promise<void>;
  /** Starts a server of the project that asks the bank, and gives its address. */
  readonly serve: (command: string, ...args: readonly string[]) => Promise<string>;
  /** Stops what still runs, and removes the folder. */
  readonly remove: () => void;
}

const PROJECTS = resolve(import.meta.dirname, 'projects');

/** pnpm keeps packages apart: a project sees only what its own package.json names. */
const INSTALL: Readonly<Record<Installer, readonly string[]>> = {
  npm: ['npm', 'install', '--no-audit', '--no-fund', '--prefer-offline'],
  pnpm: ['npm', 'exec', '--yes', '--package=pnpm@10.34.8', '--', 'pnpm', 'install'],
};

const FIRST_PORT = Number(process.env['PORT'] ?? 42_000);
let ports = 0;

/** A port for each server, so that none has to wait until the last one has let go of its own. */
async function nextPort(): Promise<string> {
  const port = FIRST_PORT + ports++;
  return (await isFree(port)) ? String(port) : nextPort();
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const server = createServer().once('error', () => answer(false));
    server.listen(port, 'localhost', () => server.close(() => answer(true)));
  });

/** Copies a project of the folder `projects`, and puts the tarball where its package.json says. */
export function openProject(name: string, { folder: parent, tarball }: World): Project {
  const folder = join(parent, name);
  cpSync(join(PROJECTS, name), folder, { recursive: true });
  cpSync(tarball, join(folder, 'react-atrium-connect.tgz'));
  const environment: Record<string, string> = {
    ATRIUM_API_KEY: 'any',
    ATRIUM_CLIENT_ID: 'any',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const stops: (() => void)[] = [];

  async function start(port: string, command: string, args: readonly string[]): Promise<string> {
    const env = { ...environment, PORT: port };
    const { origin, stop } = await startServer({ folder, env, command, args });
    stops.push(stop);
    return origin;
  }

  return {
    folder,
    async install(installer) {
      const [command = '', ...args] = INSTALL[installer];
      await runCommand({ folder, env: environment, command, args });
    },
    run: (command, ...args) => runCommand({ folder, env: environment, command, args }),
    async startBank() {
      const port = await nextPort();
      environment['ATRIUM_BASE_URL'] = await start(port, 'atrium-sandbox', ['--port', port]);
    },
    async serve(command, ...args) {
      const port = await nextPort();
      return start(
        port,
        command,
        args.map((arg) => arg.replace('$PORT', port)),
      );
    },
    remove() {
      for (const stop of stops) stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
