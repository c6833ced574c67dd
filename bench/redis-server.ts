import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface RedisServer {
  /** Ends it at once, as a crash would. */
  readonly stop: () => Promise<void>;
}

/** Starts a Redis that keeps nothing on disk. */
export async function startRedis(port: number): Promise<RedisServer> {
  const child = spawn('redis-server', ['--port', `${port}`, '--save', '', '--appendonly', 'no'], {
    stdio: 'ignore',
  });
  while (!(await answers(port))) await wait(50);
  return {
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** How often each command was done since the server has started, by its name in lower case. */
export type CommandCounts = Readonly<Record<string, number>>;

export async function commandCounts(port: number): Promise<CommandCounts> {
  const { stdout } = await run('redis-cli', ['-p', `${port}`, 'INFO', 'commandstats']);
  const lines = stdout.matchAll(/^cmdstat_([\w|]+):calls=(\d+)/gm);
  return Object.fromEntries([...lines].map(([, name = '', count]) => [name, Number(count)]));
}

/** What it takes from 50 connections, one GET at a time. */
export async function commandsPerSecond(port: number): Promise<number> {
  const args = ['-p', `${port}`, '-t', 'get', '-n', '200000', '-c', '50', '--csv'];
  const { stdout } = await run('redis-benchmark', args);
  return Number(/^"GET","([\d.]+)"/m.exec(stdout)?.[1]);
}
