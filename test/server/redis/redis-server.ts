import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@redis/client';

/** A Redis of its own, in a directory of its own, which no port can be taken from. */
export class RedisServer {
  readonly folder: string;
  readonly socket: string;
  #process: ChildProcess | undefined;

  private constructor(folder: string) {
    this.folder = folder;
    this.socket = join(folder, 'redis.sock');
  }

  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await mkdtemp(join(tmpdir(), 'redis-')));
    await server.restart();
    return server;
  }

  /** Starts it again, with all that it had when it was killed. */
  async restart(): Promise<void> {
    const data = ['--dir', this.folder, '--save', '', '--appendonly', 'yes'];
    const args = ['--port', '0', '--unixsocket', this.socket, ...data, '--appendfsync', 'always'];
    const started = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#process = started;
    await new Promise<void>((resolve, reject) => {
      let log = '';
      started.once('error', () =>
        reject(
          new Error('There is no `redis-server` to test with: install the package redis-server.'),
        ),
      );
      started.once('exit', () => reject(new Error(`redis-server did not start:\n${log}`)));
      started.stdout.on('data', (chunk: Buffer) => {
        log += chunk.toString();
        if (log.includes('ready to accept connections')) resolve();
      });
    });
  }

  async kill(): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const exited = once(running, 'exit');
    running.kill('SIGKILL');
    await exited;
  }

  /** Kills it with all that it had. */
  async lose(): Promise<void> {
    await this.kill();
    await rm(join(this.folder, 'appendonlydir'), { recursive: true, force: true });
  }

  /** Lets it go on accepting, and answer nothing. */
  freeze(): void {
    this.#process?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#process?.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}

export const redisClient = (socket: string) =>
  createClient({ socket: { path: socket, tls: false } });
