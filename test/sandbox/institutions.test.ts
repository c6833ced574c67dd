import { describe, expect, it } from 'vitest';
import { LOGIN, PASSWORD, start } from './start.ts';

const search = async (query: string) => (await start().call('GET', `/institutions?${query}`)).body;

describe('MX’s test institutions', () => {
  it('MX Bank is as recorded', async () => {
    const { body } = await start().call('GET', '/institutions/mxbank');
    const logos = 'https://content.moneydesktop.com/storage/MD_Assets/Ipad%20Logos';
    const guid = 'INS-1572a04c-912b-59bf-5841-332c7dfafaef';
    expect(body.institution).toEqual({
      code: 'mxbank',
      name: 'MX Bank',
      url: 'https://www.mx.com',
      medium_logo_url: `${logos}/100x100/${guid}_100x100.png`,
      small_logo_url: `${logos}/50x50/${guid}_50x50.png`,
      supports_account_identification: false,
      supports_account_statement: false,
      supports_account_verification: true,
      supports_transaction_history: false,
      supports_oauth: false,
    });
  });

  it('MX Bank asks for the credentials that were recorded, without a pagination', async () => {
    const { text } = await start().call('GET', '/institutions/mxbank/credentials');
    expect(JSON.parse(text)).toEqual({
      credentials: [
        { display_order: 1, field_name: 'LOGIN', guid: LOGIN, label: 'Username', type: 'LOGIN' },
        {
          display_order: 2,
          field_name: 'PASSWORD',
          guid: PASSWORD,
          label: 'Password',
          type: 'PASSWORD',
        },
      ],
    });
  });

  it('MX Bank (OAuth) supports OAuth and asks for no credentials', async () => {
    const { call } = start();
    const { institution } = (await call('GET', '/institutions/mx_bank_oauth')).body;
    expect(institution).toMatchObject({ name: 'MX Bank (OAuth)', supports_oauth: true });
    const { credentials } = (await call('GET', '/institutions/mx_bank_oauth/credentials')).body;
    expect(credentials).toEqual([]);
  });

  it('come first when searching for mx', async () => {
    const { institutions } = await search('name=mx');
    expect(institutions.map(({ name }) => name)).toEqual(['MX Bank', 'MX Bank (OAuth)', 'MXCU']);
  });
});

describe('search', () => {
  it('finds a part of a name, whatever its case and accents', async () => {
    expect((await search('name=credit+saint')).institutions[0]?.name).toBe('Crédit Saint-Elme');
    expect((await search('name=LANTERN')).institutions[0]?.name).toBe(
      'First Lantern National Bank',
    );
    expect((await search('name=%D7%91%D7%A0%D7%A7')).institutions[0]?.name).toBe('בנק המגדל');
  });

  it('finds nothing without failing', async () => {
    expect(await search('name=zzz')).toEqual({
      institutions: [],
      pagination: { current_page: 1, per_page: 25, total_entries: 0, total_pages: 1 },
    });
  });

  it.each([
    'supports_account_identification',
    'supports_account_statement',
    'supports_account_verification',
    'supports_transaction_history',
  ])('filters by %s', async (flag) => {
    const { institutions } = await search(`${flag}=true&records_per_page=100`);
    expect(institutions.length).toBeGreaterThan(0);
    expect(institutions.every((institution) => institution[flag] === true)).toBe(true);
    const all = (await search('records_per_page=100')).institutions;
    const without = (await search(`${flag}=false&records_per_page=100`)).institutions;
    expect(without.length + institutions.length).toBe(all.length);
  });

  it('refuses a filter that is no boolean', async () => {
    const { status } = await start().call('GET', '/institutions?supports_account_statement=1');
    expect(status).toBe(400);
  });

  it.each([
    ['', 25],
    ['records_per_page=10', 10],
    ['records_per_page=100', 100],
    ['records_per_page=9', 25],
    ['records_per_page=101', 25],
    ['records_per_page=many', 25],
  ])('with "%s" has %i to a page', async (query, perPage) => {
    expect((await search(query)).pagination['per_page']).toBe(perPage);
  });

  it('turns pages without losing or repeating anybody', async () => {
    const { pagination } = await search('records_per_page=10');
    expect(pagination['total_entries']).toBeGreaterThan(55);
    const pages = Array.from({ length: pagination['total_pages'] ?? 0 }, (_, index) =>
      search(`records_per_page=10&page=${index + 1}`),
    );
    const names = (await Promise.all(pages)).flatMap(({ institutions }) =>
      institutions.map(({ name }) => name),
    );
    expect(new Set(names).size).toBe(pagination['total_entries']);
    expect((await search('page=99')).institutions).toEqual([]);
  });
});

describe('the imaginary institutions', () => {
  it('have every shape of form that a client must cope with', async () => {
    const { call } = start();
    const fields = async (code: string) =>
      (await call('GET', `/institutions/${code}/credentials`)).body.credentials;

    expect((await fields('anchor_rock')).map(({ display_order }) => display_order)).toEqual([0, 1]);
    expect((await fields('blue_heron')).map(({ display_order }) => display_order)).toEqual([
      2, 3, 1,
    ]);
    expect((await fields('marigold'))[0]).toMatchObject({
      type: 'OPTIONS',
      options: [{ label: 'Northern counties', value: 'region_01' }, {}, {}],
    });
    expect((await fields('foxglove')).map(({ type }) => type)).toContain('SIGIL');
  });

  it('have old records without the supports_ keys, and records without logos', async () => {
    const { call } = start();
    const { institution: old } = (await call('GET', '/institutions/bayberry')).body;
    expect(Object.keys(old)).toEqual(['code', 'name', 'url', 'medium_logo_url', 'small_logo_url']);
    const { institution: bare } = (await call('GET', '/institutions/kestrel')).body;
    expect(bare).toMatchObject({ url: null, medium_logo_url: null, small_logo_url: null });
  });
});

it.each(['/institutions/nowhere', '/institutions/nowhere/credentials'])(
  '%s is 404',
  async (path) => {
    expect((await start().call('GET', path)).status).toBe(404);
  },
);
