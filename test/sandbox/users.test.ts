import { expect, it } from 'vitest';
import { connect, mxBank, newUser, start } from './start.ts';

it('a user is created, read, changed and deleted', async () => {
  const { call } = start();
  const created = await call('POST', '/users', { user: { identifier: 'pat' } });
  const { guid } = created.body.user;
  const expected = { guid, identifier: 'pat', is_disabled: false, metadata: null };
  expect([created.status, created.body]).toEqual([200, { user: expected }]);
  expect((await call('GET', `/users/${guid}`)).body).toEqual({ user: expected });

  const changed = await call('PUT', `/users/${guid}`, { user: { is_disabled: true } });
  expect(changed.body).toEqual({ user: { ...expected, is_disabled: true } });

  const deleted = await call('DELETE', `/users/${guid}`);
  expect([deleted.status, deleted.text]).toEqual([204, '']);
  expect((await call('GET', `/users/${guid}`)).status).toBe(404);
});

it('an identifier belongs to one user', async () => {
  const { call } = start();
  await call('POST', '/users', { user: { identifier: 'pat' } });
  expect((await call('POST', '/users', { user: { identifier: 'pat' } })).status).toBe(409);
  const other = await call('POST', '/users', { user: { identifier: 'sam' } });
  const path = `/users/${other.body.user.guid}`;
  expect((await call('PUT', path, { user: { identifier: 'pat' } })).status).toBe(409);
  expect((await call('PUT', path, { user: { identifier: 'sam' } })).status).toBe(200);
});

it.each([undefined, {}, { user: {} }])(
  'a change that changes nothing (%j) is 400',
  async (body) => {
    const started = start();
    const user = await newUser(started);
    expect((await started.call('PUT', `/users/${user}`, body)).status).toBe(400);
  },
);

it('users are listed with a pagination that has one page even when there are none', async () => {
  const started = start();
  const empty = { current_page: 1, per_page: 25, total_entries: 0, total_pages: 1 };
  expect((await started.call('GET', '/users')).body).toEqual({ users: [], pagination: empty });
  await newUser(started);
  expect((await started.call('GET', '/users')).body.pagination).toEqual({
    ...empty,
    total_entries: 1,
  });
});

it('a deleted user takes the members along', async () => {
  const { call, user, path } = await connect(mxBank('password'));
  await call('DELETE', `/users/${user}`);
  expect((await call('GET', `${path}/status`)).status).toBe(404);
});

it('the hosted widget’s address comes in the answer’s user', async () => {
  const started = start();
  const user = await newUser(started);
  const options = { mode: 'verification', color_scheme: 'dark' };
  const { status, text } = await started.call('POST', `/users/${user}/connect_widget_url`, options);
  expect(status).toBe(200);
  expect(JSON.parse(text)).toEqual({
    user: { guid: user, connect_widget_url: expect.stringMatching(/\/md\/connect\/[0-9a-f]{32}$/) },
  });
});
