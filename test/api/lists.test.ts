import { describe, expect, it } from 'vitest';
import { GUID, harness, json, rejection, status } from './support.ts';

const pageOf = (url: string) =>
  Number(new URL(url, 'https://app.example').searchParams.get('page') ?? 1);

const account = (number: number) => ({ guid: `ACT-${number}`, name: `${number}` });

/** A server with `total` accounts, `perPage` at a time whatever it is asked for. */
const accounts = (total: number, perPage: number) =>
  harness(({ url }) => {
    const page = pageOf(url);
    const first = (page - 1) * perPage;
    const length = Math.max(0, Math.min(perPage, total - first));
    return json({
      accounts: Array.from({ length }, (_, index) => account(first + index)),
      pagination: {
        current_page: page,
        per_page: perPage,
        total_entries: total,
        total_pages: Math.max(1, Math.ceil(total / perPage)),
      },
    });
  });

describe('a list is read to the end of its pages', () => {
  it.each([
    [0, 1],
    [1, 1],
    [25, 1],
    [26, 2],
    [75, 3],
  ])('%i accounts come in %i requests', async (total, requests) => {
    const { client, sent } = accounts(total, 25);
    const found = await client.listMemberAccounts(GUID);
    expect(found.map(({ name }) => name)).toEqual(Array.from({ length: total }, (_, i) => `${i}`));
    expect(sent.map(({ url }) => pageOf(url))).toEqual(
      Array.from({ length: requests }, (_, index) => index + 1),
    );
  });

  it('so are credentials and challenges, where the API has pages of them', async () => {
    const { client, sent } = harness(({ url }) => {
      const pagination = { current_page: pageOf(url), total_pages: 2 };
      const items = [{ guid: `CRD-${pageOf(url)}`, label: 'City?', type: 'TEXT' }];
      return json({ credentials: items, challenges: items, pagination });
    });
    const lists = [
      await client.listInstitutionCredentials('mxbank'),
      await client.listMemberCredentials(GUID),
      await client.listChallenges(GUID),
    ];
    expect(lists.map((list) => list.map(({ guid }) => guid))).toEqual([
      ['CRD-1', 'CRD-2'],
      ['CRD-1', 'CRD-2'],
      ['CRD-1', 'CRD-2'],
    ]);
    expect(sent).toHaveLength(6);
  });

  it('but not for ever', async () => {
    const { client, sent } = harness(() =>
      json({ members: [{ guid: GUID }], pagination: { total_pages: 1_000 } }),
    );
    expect(await client.listMembers()).toHaveLength(1);
    expect(sent).toHaveLength(20);
  });

  it('is one page when nothing is said about pages', async () => {
    const { client, sent } = harness(() => json({ members: [{ guid: GUID }] }));
    expect(await client.listMembers()).toHaveLength(1);
    expect(sent).toHaveLength(1);
  });

  it('names nothing twice that moved to the next page meanwhile', async () => {
    const { client } = harness(({ url }) =>
      json({
        accounts: pageOf(url) === 1 ? [account(1), account(2)] : [account(2), account(3)],
        pagination: { total_pages: 2 },
      }),
    );
    const found = await client.listMemberAccounts(GUID);
    expect(found.map(({ name }) => name)).toEqual(['1', '2', '3']);
  });

  it('is not half a list when a page fails', async () => {
    const { client } = harness((_, index) =>
      index === 0
        ? json({ members: [{ guid: GUID }], pagination: { total_pages: 2 } })
        : status(500),
    );
    await expect(client.listMembers()).rejects.toMatchObject({ kind: 'server' });
  });

  it('stops when the caller does', async () => {
    const controller = new AbortController();
    const { client, sent } = harness(() => {
      controller.abort('enough');
      return json({ members: [], pagination: { total_pages: 5 } });
    });
    expect(await rejection(client.listMembers({ signal: controller.signal }))).toBe('enough');
    expect(sent).toHaveLength(1);
  });
});

describe('institutions come page by page', () => {
  it('with what is left to read', async () => {
    const { client } = harness(() =>
      json({
        institutions: [{ code: 'a', guid: 'INS-1' }, { name: 'no code' }, { code: 'b' }],
        pagination: { current_page: 2, per_page: 25, total_entries: 51, total_pages: 3 },
      }),
    );
    const page = await client.listInstitutions({ page: 2 });
    expect(page).toMatchObject({ page: 2, totalPages: 3, totalItems: 51 });
    expect(page.items.map(({ code }) => code)).toEqual(['a', 'b']);
  });

  it.each([undefined, null, {}, { current_page: '2', total_pages: null }])(
    'which is all there is when the pagination is %j',
    async (pagination) => {
      const { client } = harness(() => json({ institutions: [{ code: 'a' }], pagination }));
      const page = await client.listInstitutions({});
      expect(page).toMatchObject({ page: 1, totalPages: 1, totalItems: 1 });
    },
  );
});

describe('starting a job', () => {
  it.each([200, 202])('is told by the member that comes with a %i', async (code) => {
    const { client, sent } = harness(() =>
      json({ member: { guid: GUID, is_being_aggregated: true } }, { status: code }),
    );
    expect(await client.aggregateMember(GUID)).toMatchObject({ isBeingAggregated: true });
    expect(sent).toHaveLength(1);
  });

  it('is no failure when a job is running: the member is read instead', async () => {
    const { client, sent } = harness(({ method }) =>
      method === 'POST' ? status(409) : json({ member: { guid: GUID, is_being_aggregated: true } }),
    );
    expect(await client.aggregateMember(GUID)).toMatchObject({ isBeingAggregated: true });
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });

  it.each([405, 404, 429])('is a failure when it is refused with %i', async (code) => {
    const { client, sent } = harness(() => status(code));
    await expect(client.aggregateMember(GUID)).rejects.toMatchObject({ status: code });
    expect(sent).toHaveLength(1);
  });

  it.each(['aggregateMember', 'resumeMember', 'updateMember'] as const)(
    '%s reads the member when it is answered without content',
    async (verb) => {
      const { client, sent } = harness(({ method }) =>
        method === 'GET' ? json({ member: { guid: GUID, name: 'MX' } }) : status(204),
      );
      const call = {
        aggregateMember: () => client.aggregateMember(GUID),
        resumeMember: () => client.resumeMember(GUID, []),
        updateMember: () => client.updateMember(GUID, {}),
      }[verb];
      expect(await call()).toMatchObject({ name: 'MX' });
      expect(sent).toHaveLength(2);
    },
  );

  it.each([404, 409, 401])('does not take a %i from resume for a success', async (code) => {
    const { client } = harness(() => status(code));
    await expect(client.resumeMember(GUID, [])).rejects.toMatchObject({ status: code });
  });

  it.each([200, 204])('deletes with a %i', async (code) => {
    const { client } = harness(() => status(code));
    expect(await client.deleteMember(GUID)).toBe(undefined);
  });
});
