import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSandbox, type SandboxOptions } from '../../src/sandbox.ts';
import { atrium, connect, follow, HOUR_MS, mxBank, newUser, serve, start } from './start.ts';
import type { Started } from './start.ts';

const NO_KEYS = {};
const url = 'https://host.test/webhooks/mx';

interface Delivery {
  readonly type: string | null;
  readonly action: string;
  readonly state: string;
  readonly attempts: readonly { readonly at: number; readonly status: number | null }[];
  readonly next_attempt_at: number | null;
}

interface Report {
  readonly webhooks: { readonly url: string; readonly username: string | null } | null;
  readonly deliveries: readonly Delivery[];
}

async function report({ call }: Pick<Started, 'call'>): Promise<Report> {
  return JSON.parse((await call('GET', '/_sandbox/webhooks', undefined, NO_KEYS)).text);
}

/** A receiver that answers with these statuses, one after another, and with the last for ever. */
function answering(...statuses: (number | null)[]): SandboxOptions {
  let count = 0;
  return {
    webhooks: { url },
    deliver: async () => {
      const status = statuses[Math.min(count, statuses.length - 1)] ?? null;
      count += 1;
      if (status === null) throw new TypeError('fetch failed');
      return new Response(null, { status });
    },
  };
}

afterEach(() => void vi.useRealTimers());

describe('a delivery', () => {
  it.each([200, 201, 202, 204, 299])('is done with %i', async (status) => {
    const connection = await connect(mxBank('password'), answering(status));
    expect((await report(connection)).deliveries).toMatchObject([
      { action: 'created', state: 'delivered', attempts: [{ status }], next_attempt_at: null },
    ]);
  });

  it.each([302, 400, 401, 404, 500, 503, null])('is tried again after %s', async (status) => {
    const connection = await connect(mxBank('password'), answering(status));
    const { deliveries } = await report(connection);
    expect(deliveries).toMatchObject([{ state: 'waiting', attempts: [{ status }] }]);
    expect(deliveries[0]?.next_attempt_at).toBeGreaterThan(connection.clock.now());
  });

  it('is tried again twelve times, at growing gaps, over about a day', async () => {
    const connection = await connect(mxBank('status:CREATED'), answering(500));
    connection.clock.advance(23 * HOUR_MS);
    expect((await report(connection)).deliveries).toMatchObject([{ state: 'waiting' }]);
    connection.clock.advance(HOUR_MS);
    const [delivery] = (await report(connection)).deliveries;
    expect([delivery?.state, delivery?.next_attempt_at]).toEqual(['given up', null]);
    const times = delivery?.attempts.map(({ at }) => at) ?? [];
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(gaps).toHaveLength(12);
    expect(gaps).toEqual(gaps.toSorted((one, other) => one - other));
    expect(new Set(gaps).size).toBe(12);
    const hours = gaps.reduce((sum, gap) => sum + gap, 0) / HOUR_MS;
    expect(hours).toBeGreaterThan(23);
    expect(hours).toBeLessThan(25);
    connection.clock.advance(24 * HOUR_MS);
    expect((await report(connection)).deliveries[0]?.attempts).toHaveLength(13);
  });

  it('is not tried again once it has been taken', async () => {
    const connection = await connect(mxBank('status:CREATED'), answering(503, null, 204));
    connection.clock.advance(24 * HOUR_MS);
    const [delivery] = (await report(connection)).deliveries;
    expect([delivery?.state, delivery?.attempts.map(({ status }) => status)]).toEqual([
      'delivered',
      [503, null, 204],
    ]);
  });

  it('that fails does not hold up the next', async () => {
    const connection = await connect(mxBank('INVALID'), answering(500, 204));
    await connection.settled();
    expect((await report(connection)).deliveries).toMatchObject([
      { action: 'created', state: 'waiting' },
      { type: 'CONNECTION_STATUS', state: 'delivered' },
    ]);
  });

  it('never holds up an answer, and the next waits for it', async () => {
    const bodies: string[] = [];
    let takeIt: (response: Response) => void = () => {};
    const connection = await connect(mxBank('INVALID'), {
      webhooks: { url },
      deliver: async (request) => {
        bodies.push(JSON.parse(await request.text()).action);
        return bodies.length > 1
          ? new Response(null, { status: 204 })
          : new Promise((resolve) => (takeIt = resolve));
      },
    });
    expect((await connection.settled()).connection_status).toBe('DENIED');
    expect((await connection.aggregate()).status).toBe(202);
    expect(bodies).toEqual(['created']);
    takeIt(new Response(null, { status: 204 }));
    await report(connection);
    expect(bodies).toEqual(['created', 'CHANGED']);
  });
});

describe('the time of a delivery', () => {
  it('is when the state changes, though nobody reads it', async () => {
    vi.useFakeTimers();
    const actions: [string, number][] = [];
    const from = Date.now();
    const sandbox = createSandbox({
      webhooks: { url },
      deliver: async (request) => {
        const { type, action } = JSON.parse(await request.text());
        actions.push([type ?? action, Date.now() - from]);
        return new Response(null, { status: 500 });
      },
    });
    const call = async (path: string, body: object) => {
      const init = { method: 'POST', headers: atrium.headers, body: JSON.stringify(body) };
      return (await sandbox.fetch(new Request(`http://sandbox.test${path}`, init))).json();
    };
    const { user } = await call('/users', { user: { metadata: 'x' } });
    await call(`/users/${user.guid}/members`, { member: mxBank('LOCKED') });
    await vi.advanceTimersByTimeAsync(599);
    expect(actions).toEqual([['created', 0]]);
    await vi.advanceTimersByTimeAsync(1);
    expect(actions).toEqual([
      ['created', 0],
      ['CONNECTION_STATUS', 600],
    ]);
    await vi.advanceTimersByTimeAsync(21_000);
    expect(actions.slice(2)).toEqual([
      ['created', 21_000],
      ['CONNECTION_STATUS', 21_600],
    ]);
  });

  it('is when the clock is stepped, by whichever handle', async () => {
    vi.useFakeTimers();
    const seen: string[] = [];
    const connection = await connect(mxBank('INVALID'), {
      webhooks: { url },
      deliver: async (request) => {
        seen.push(JSON.parse(await request.text()).action);
        return new Response(null, { status: 204 });
      },
    });
    connection.sandbox.clock.advance(1_000);
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual(['created', 'CHANGED']);
    await connection.update('status:IMPEDED');
    await connection.call('POST', '/_sandbox/clock', { advanceMs: 1_000 }, NO_KEYS);
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual(['created', 'CHANGED', 'updated', 'CHANGED']);
  });

  it('keeps no process alive', async () => {
    const module = JSON.stringify(join(import.meta.dirname, '../../src/sandbox.ts'));
    const member = JSON.stringify({ member: mxBank('password') });
    const code = `
      const { createSandbox } = await import(${module});
      const deliver = async () => new Response(null, { status: 500 });
      const { fetch } = createSandbox({ webhooks: { url: 'https://host.test' }, deliver });
      const call = (path, body) => fetch(new Request('http://sandbox.test' + path, {
        method: 'POST', headers: ${JSON.stringify(atrium.headers)}, body,
      }));
      const { user } = await (await call('/users', '{"user":{"metadata":"x"}}')).json();
      const { status } = await call('/users/' + user.guid + '/members', ${JSON.stringify(member)});
      process.stdout.write(String(status));
    `;
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', code],
      { cwd: join(import.meta.dirname, '../..') },
    );
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    const exit = await new Promise((ended) => void child.on('close', ended));
    expect([exit, output]).toEqual([0, '200']);
  }, 30_000);
});

describe('the target', () => {
  const put = ({ call }: Started, body: unknown) =>
    call('PUT', '/_sandbox/webhooks', body, NO_KEYS);

  it('is told without its password, and there is none to begin with', async () => {
    expect(await report(start())).toEqual({ webhooks: null, deliveries: [] });
    const { call } = start({ webhooks: { url, username: 'mx', password: 'very secret' } });
    const { text } = await call('GET', '/_sandbox/webhooks', undefined, NO_KEYS);
    expect(JSON.parse(text).webhooks).toEqual({ url, username: 'mx' });
    expect(text).not.toContain('secret');
  });

  it('can be set and cleared, and hears of nothing that was before', async () => {
    const sent: string[] = [];
    const started = start({
      deliver: async (request) => {
        sent.push(JSON.parse(await request.text()).action);
        return new Response(null, { status: 204 });
      },
    });
    const connection = await follow(started, await newUser(started), mxBank('INVALID'));
    connection.clock.advance(2_000);
    const set = await put(started, { url, username: 'mx', password: 'p' });
    expect([set.status, JSON.parse(set.text)]).toEqual([
      200,
      { webhooks: { url, username: 'mx' }, deliveries: [] },
    ]);
    await connection.update('status:LOCKED');
    await connection.settled();
    await report(started);
    expect(sent).toEqual(['updated', 'CHANGED']);
    const cleared = await put(started, null);
    expect(JSON.parse(cleared.text)).toEqual({ webhooks: null, deliveries: [] });
    await connection.update('password');
    await report(started);
    expect(sent).toHaveLength(2);
  });

  it('that is cleared drops what was waiting', async () => {
    const connection = await connect(mxBank('status:CREATED'), answering(500, 204));
    await report(connection);
    await put(connection, null);
    connection.clock.advance(HOUR_MS);
    await put(connection, { url });
    expect((await report(connection)).deliveries).toEqual([]);
  });

  it('is as it was at the start after a reset, and the log is empty', async () => {
    const connection = await connect(mxBank('password'), answering(204));
    await put(connection, { url: 'https://other.test' });
    await connection.call('POST', '/_sandbox/reset', undefined, NO_KEYS);
    expect(await report(connection)).toEqual({ webhooks: { url, username: null }, deliveries: [] });
    await newUser(connection);
  });

  const wrong = [
    { url: 'ftp://host.test/secret' },
    { url: 'secret' },
    { url: 'https://mx:secret@host.test' },
    { url, username: 'secret' },
    { url, password: 'secret' },
    { url, username: 'se:cret', password: 'secret' },
  ];

  it.each(wrong)('%j is refused, and not repeated', async (target) => {
    expect(() => createSandbox({ webhooks: target })).toThrow(
      expect.objectContaining({ name: 'TypeError', message: expect.not.stringContaining('cret') }),
    );
    const answer = await put(start(), target);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain('cret');
  });

  it.each([[], 'https://host.test', {}, { url: 1 }])('%j is no target either', async (body) => {
    expect((await put(start(), body)).status).toBe(400);
  });
});

it('webhooks arrive over HTTP', async () => {
  const received: unknown[] = [];
  const host = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      received.push([request.method, request.url, request.headers.authorization, JSON.parse(text)]);
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((done) => void host.listen(0, '127.0.0.1', done));
  const address = host.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const served = await serve(atrium.headers, {
    webhooks: { url: `http://127.0.0.1:${port}/mx?x=1`, username: 'mx', password: 'secret' },
  });
  const { guid, settled } = await follow(served, await newUser(served), mxBank('INVALID'));
  await settled();
  await report(served);
  const authorization = `Basic ${btoa('mx:secret')}`;
  expect(received).toMatchObject([
    ['POST', '/mx?x=1', authorization, { action: 'created', member: { guid } }],
    ['POST', '/mx?x=1', authorization, { type: 'CONNECTION_STATUS', member_guid: guid }],
  ]);
  await served.close();
  await new Promise((done) => void host.close(done));
});
