import { describe, expect, it } from 'vitest';
import { APIS, browser, harness, json, MEMBER, member } from './support.ts';

const TRACEPARENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe.each(APIS)('the trace headers of a request, with %s', (_name, api) => {
  it('are passed to MX with every call, the user look-up included', async () => {
    const { proxy, calls } = harness(
      ({ method }) => (method === 'POST' ? json({}, { status: 409 }) : json({ users: [] })),
      { ...api, resolveUser: () => ({ identifier: 'ann' }) },
    );
    const headers = { traceparent: TRACEPARENT, 'x-request-id': 'edge-1.a_B' };
    await proxy(browser('GET', '/members', { headers }));
    expect(calls.length).toBeGreaterThan(1);
    for (const { headers: sent } of calls) expect(Object.fromEntries(sent)).toMatchObject(headers);
  });

  it('are not made up when the request has none', async () => {
    const { proxy, calls } = harness(() => json({ members: [] }), api);
    await proxy(browser('GET', '/members'));
    expect(calls[0]?.headers.has('traceparent')).toBe(false);
    expect(calls[0]?.headers.has('x-request-id')).toBe(false);
  });

  it('reach MX with a shared status read too', async () => {
    const { proxy, calls } = harness(() => member(), api);
    const headers = { traceparent: TRACEPARENT };
    await proxy(browser('GET', `/members/${MEMBER}/status`, { headers }));
    expect(calls[0]?.headers.get('traceparent')).toBe(TRACEPARENT);
  });
});

describe('x-request-id', () => {
  it('of the request is the id of the response and of the event', async () => {
    const { proxy, events } = harness(() => json({ members: [] }));
    const headers = { 'x-request-id': 'edge-1.a_B' };
    const response = await proxy(browser('GET', '/members', { headers }));
    expect(response.headers.get('x-request-id')).toBe('edge-1.a_B');
    expect(events).toMatchObject([{ requestId: 'edge-1.a_B' }]);
  });

  it.each(['', 'two words', '<b>1</b>', 'a,b', 'é', 'x'.repeat(129)])(
    'is replaced by a new id if it is not fit for a log: %j',
    async (id) => {
      const { proxy, calls, events } = harness(() => json({ members: [] }));
      const headers = { 'x-request-id': id };
      const response = await proxy(browser('GET', '/members', { headers }));
      expect(response.headers.get('x-request-id')).toMatch(UUID);
      expect(events[0]?.requestId).toMatch(UUID);
      expect(calls[0]?.headers.has('x-request-id')).toBe(false);
    },
  );
});

describe('traceparent', () => {
  it.each([
    ['another version', TRACEPARENT.replace('00-', '01-')],
    ['the forbidden version', TRACEPARENT.replace('00-', 'ff-')],
    ['a trace id of zeros', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`],
    ['a parent id of zeros', `00-4bf92f3577b34da6a3ce929d0e0e4736-${'0'.repeat(16)}-01`],
    ['a short trace id', TRACEPARENT.replace('4bf9', '4bf')],
    ['a long parent id', TRACEPARENT.replace('00f0', '000f0')],
    ['capital letters', TRACEPARENT.toUpperCase()],
    ['no flags', TRACEPARENT.slice(0, -3)],
    ['more than version 00 has', `${TRACEPARENT}-00`],
    ['two values', `${TRACEPARENT}, ${TRACEPARENT}`],
  ])('is dropped if it has %s', async (_what, traceparent) => {
    const { proxy, calls } = harness(() => json({ members: [] }));
    const response = await proxy(browser('GET', '/members', { headers: { traceparent } }));
    expect(response.status).toBe(200);
    expect(calls[0]?.headers.has('traceparent')).toBe(false);
  });
});
