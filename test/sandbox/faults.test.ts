import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fault } from '../../src/sandbox.ts';
import { connect, KEYS, mxBank, newUser, start } from './start.ts';

const users = (fault: Fault, method = 'GET') => start({ faults: [fault] }).call(method, '/users');

describe('a fault', () => {
  it('answers with any status, body and Retry-After', async () => {
    const answer = await users({ kind: 'status', status: 429, retryAfter: 30 });
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '30']);
    expect(answer.body.error.message).toContain('429');
    const own = await users({ kind: 'status', status: 500, body: { message: 'mine' } });
    expect(JSON.parse(own.text)).toEqual({ message: 'mine' });
    expect((await users({ kind: 'status', status: 204 })).text).toBe('');
  });

  it('drops the connection as fetch does, before anything is done', async () => {
    const { call } = start({ faults: [{ kind: 'drop', times: 1 }] });
    await expect(call('POST', '/users', { user: { metadata: 'x' } })).rejects.toThrow(TypeError);
    expect((await call('GET', '/users')).body.users).toEqual([]);
  });

  it('loses the answer to a request that was carried out', async () => {
    const { call } = start({ faults: [{ kind: 'lost-answer', times: 1 }] });
    await expect(call('POST', '/users', { user: { metadata: 'x' } })).rejects.toThrow(TypeError);
    expect((await call('GET', '/users')).body.users).toHaveLength(1);
  });

  it('cuts JSON off, sends HTML, or sends nothing', async () => {
    const cut = await users({ kind: 'malformed' });
    expect(cut.status).toBe(200);
    expect(() => JSON.parse(cut.text)).toThrow(SyntaxError);
    const html = await users({ kind: 'html' });
    expect([html.status, html.headers.get('Content-Type')]).toEqual([
      502,
      'text/html; charset=utf-8',
    ]);
    const empty = await users({ kind: 'empty' });
    expect([empty.status, empty.text]).toEqual([200, '']);
  });

  it('tells a status that no client knows', async () => {
    const { sandbox, settled, call, path } = await connect(mxBank('challenge'));
    sandbox.faults.add({ kind: 'unknown-status' });
    expect(await settled()).toMatchObject({
      connection_status: 'QUARANTINED',
      status: 'CHALLENGED',
    });
    expect((await call('GET', path)).body.member.connection_status).toBe('QUARANTINED');
  });

  it('flaps: fails and works by turns', async () => {
    const { call } = start({ faults: [{ kind: 'flap' }] });
    const statuses = [];
    for (let turn = 0; turn < 4; turn++) {
      statuses.push((await call('GET', '/users')).status);
    }
    expect(statuses).toEqual([503, 200, 503, 200]);
  });
});

describe('which requests', () => {
  it('are those of the method and the path, as often as it says', async () => {
    const started = start();
    const user = await newUser(started);
    started.sandbox.faults.add({
      kind: 'status',
      status: 503,
      times: 1,
      match: { method: 'get', path: '/users/*' },
    });
    const get = (path: string) => started.call('GET', path);
    expect((await get('/users')).status).toBe(200);
    expect((await get(`/users/${user}/members`)).status).toBe(200);
    expect((await started.call('DELETE', '/users/USR-0')).status).toBe(404);
    expect((await get(`/users/${user}`)).status).toBe(503);
    expect((await get(`/users/${user}`)).status).toBe(200);
  });

  it('can be told by a regular expression, each time anew', async () => {
    const { call, sandbox } = start();
    sandbox.faults.add({ kind: 'status', status: 500, match: { path: /institutions$/g } });
    expect((await call('GET', '/institutions')).status).toBe(500);
    expect((await call('GET', '/institutions')).status).toBe(500);
    expect((await call('GET', '/institutions/mxbank')).status).toBe(200);
  });

  it('are none any more once the rule is taken away, or all are', async () => {
    const { call, sandbox } = start();
    const remove = sandbox.faults.add({ kind: 'status', status: 500 });
    sandbox.faults.add({ kind: 'status', status: 501 });
    expect((await call('GET', '/users')).status).toBe(500);
    remove();
    expect((await call('GET', '/users')).status).toBe(501);
    sandbox.faults.clear();
    expect((await call('GET', '/users')).status).toBe(200);
  });
});

describe('latency', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('keeps an answer back for as long as it says', async () => {
    const { call } = start({ faults: [{ kind: 'latency', latencyMs: 5_000 }] });
    const answered = vi.fn<(status: number) => void>();
    const answer = call('GET', '/users').then(({ status }) => answered(status));
    await vi.advanceTimersByTimeAsync(4_999);
    expect(answered).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await answer;
    expect(answered).toHaveBeenCalledWith(200);
  });

  it('ends when the caller gives up', async () => {
    const { sandbox } = start({ faults: [{ kind: 'drop', latencyMs: 60_000 }] });
    const controller = new AbortController();
    const { signal } = controller;
    const answer = sandbox.fetch(
      new Request('http://sandbox.test/users', { headers: KEYS, signal }),
    );
    controller.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    expect(vi.getTimerCount()).toBe(0);
  });
});
