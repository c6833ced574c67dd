import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { EventReader } from '../event-reader.ts';
import { USER } from '../support.ts';
import { RedisServer } from './redis-server.ts';

const CHILD = join(import.meta.dirname, 'proxy-process.ts');

/** What all processes ask. Each status that it tells says which read it was. */
export class Upstream {
  /** Holds answers back until it settles. */
  gate: Promise<unknown> = Promise.resolve();
  readonly #reads = new Map<string, number>();
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const path = request.url ?? '';
      const isRead = request.method === 'GET';
      if (isRead) this.#reads.set(path, (this.#reads.get(path) ?? 0) + 1);
      const connection_status = isRead ? `READ-${this.#reads.get(path)}` : 'WRITTEN';
      void this.gate.then(() => response.end(JSON.stringify({ member: { connection_status } })));
    });
  }

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  readsOf(member: string): number {
    return this.#reads.get(`/users/${USER}/members/${member}/status`) ?? 0;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** One process, as its pages and MX see it. */
export class ProxyProcess {
  errors = '';
  readonly #child: ChildProcess;
  readonly #origin: string;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.#origin = `http://127.0.0.1:${port}`;
  }

  static async start(socket: string, upstream: string): Promise<ProxyProcess> {
    const child = fork(CHILD, [socket, upstream, USER], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    });
    let errors = '';
    child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const port = await new Promise<number>((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', () => reject(new Error(`The process ended at once:\n${errors}`)));
    });
    const started = new ProxyProcess(child, port);
    child.stderr?.on('data', (chunk: Buffer) => (started.errors += chunk.toString()));
    return started;
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  async read(member: string): Promise<string> {
    const { member: said } = await this.#json(`/api/atrium/members/${member}/status`);
    return String(said?.['connection_status']);
  }

  async write(member: string): Promise<void> {
    const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
    await this.#json(`/api/atrium/members/${member}/aggregate`, { method: 'POST', headers });
  }

  async health(): Promise<unknown> {
    return (await this.#json('/api/atrium/health'))['health']?.['store'];
  }

  async webhook(member: string): Promise<void> {
    const body = JSON.stringify({
      type: 'CONNECTION_STATUS',
      member_guid: member,
      user_guid: USER,
    });
    const { status } = await fetch(`${this.#origin}/webhooks`, { method: 'POST', body });
    if (status !== 204) throw new Error(`The webhook was answered ${status}.`);
  }

  /** Resolves once the stream is open. */
  async open(lastEventId?: string): Promise<EventReader> {
    const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
    return new EventReader(await fetch(`${this.#origin}/api/atrium/events`, { headers }));
  }

  async kill(): Promise<void> {
    if (!this.isAlive) return;
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exited;
  }

  async #json(path: string, init: RequestInit = {}): Promise<Record<string, Answer | undefined>> {
    const response = await fetch(this.#origin + path, init);
    if (!response.ok) throw new Error(`${path} was answered ${response.status}.`);
    return (await response.json()) as Record<string, Answer | undefined>;
  }
}

type Answer = Readonly<Record<string, unknown>>;

/** Two processes of one app on one Redis. */
export interface Fleet {
  readonly redis: RedisServer;
  readonly upstream: Upstream;
  readonly first: ProxyProcess;
  readonly second: ProxyProcess;
  readonly startProcess: () => Promise<ProxyProcess>;
  readonly stop: () => Promise<void>;
}

export async function startFleet(): Promise<Fleet> {
  const upstream = new Upstream();
  const [redis, url] = await Promise.all([RedisServer.start(), upstream.listen()]);
  const startProcess = (): Promise<ProxyProcess> => ProxyProcess.start(redis.socket, url);
  const [first, second] = await Promise.all([startProcess(), startProcess()]);
  return {
    redis,
    upstream,
    first,
    second,
    startProcess,
    stop: async () => {
      await Promise.all([first.kill(), second.kill()]);
      upstream.close();
      await redis.stop();
    },
  };
}

let members = 0;

/** A member that no other test has heard of. */
export const newMember = (): string =>
  `MBR-00000000-0000-0000-0000-${String((members += 1)).padStart(12, '0')}`;
