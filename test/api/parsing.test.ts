import { describe, expect, it } from 'vitest';
import { legacyStatuses } from '../../src/domain/legacy-statuses.ts';
import { GUID, harness, json, status } from './support.ts';
import type { ReportedStatus } from '../../src/domain/status.ts';
import type { Script } from './support.ts';

type Wire = Record<string, unknown>;

const clientOf = (script: Script) => harness(script).client;
const readMember = (wire: Wire) =>
  clientOf(() => json({ member: { guid: GUID, ...wire } })).readMember(GUID);
const readStatus = (wire: Wire) =>
  clientOf(() => json({ member: { guid: GUID, ...wire } })).readMemberStatus(GUID);
const readInstitution = (wire: Wire) =>
  clientOf(() => json({ institution: { code: 'mxbank', ...wire } })).readInstitution('mxbank');
const listCredentials = (credentials: unknown[]) =>
  clientOf(() => json({ credentials })).listMemberCredentials(GUID);
const listChallenges = (challenges: unknown[]) =>
  clientOf(() => json({ challenges })).listChallenges(GUID);
const listAccounts = (accounts: unknown[]) =>
  clientOf(() => json({ accounts })).listMemberAccounts(GUID);

describe('a member', () => {
  it('is read whole', async () => {
    const member = await readMember({
      aggregated_at: '2016-10-13T12:07:57-06:00',
      connection_status: 'CREATED',
      identifier: 'mine',
      institution_code: 'mxbank',
      is_being_aggregated: true,
      is_oauth: true,
      is_manual: true,
      connection_status_message: 'Connecting to MX Bank ...',
      error: { error_code: 1001, user_message: 'We found nothing.', locale: 'en', guid: 'JOB-1' },
      metadata: '{"a":1}',
      name: 'MX Bank',
      oauth_window_uri: 'https://mxbank.mx.com/oauth/authorize?state=1',
      status: 'INITIATED',
      successfully_aggregated_at: '2016-10-13T17:57:38+00:00',
      user_guid: 'USR-1',
      something_new: { nested: true },
    });
    expect(member).toEqual({
      guid: GUID,
      identifier: 'mine',
      institutionCode: 'mxbank',
      name: 'MX Bank',
      metadata: '{"a":1}',
      connectionStatus: 'CREATED',
      status: 'INITIATED',
      isBeingAggregated: true,
      isOauth: true,
      isManual: true,
      oauthWindowUri: 'https://mxbank.mx.com/oauth/authorize?state=1',
      aggregatedAt: '2016-10-13T18:07:57.000Z',
      successfullyAggregatedAt: '2016-10-13T17:57:38.000Z',
      error: { code: 1001, message: 'We found nothing.', locale: 'en' },
      connectionStatusMessage: 'Connecting to MX Bank ...',
    });
  });

  it('is read from its guid alone', async () => {
    expect(await readMember({})).toEqual({
      guid: GUID,
      identifier: null,
      institutionCode: '',
      name: '',
      metadata: null,
      connectionStatus: 'UNKNOWN',
      status: null,
      isBeingAggregated: null,
      isOauth: false,
      isManual: false,
      oauthWindowUri: null,
      aggregatedAt: null,
      successfullyAggregatedAt: null,
      error: null,
      connectionStatusMessage: null,
    });
  });

  it.each<[Wire, ReportedStatus]>([
    [{ connection_status: 'CONNECTED' }, 'CONNECTED'],
    [{ connection_status: 6 }, 'CONNECTED'],
    [{ connection_status: null }, null],
    [{ connection_status: null, status: 'COMPLETED' }, null],
    [{ connection_status: 'TELEPORTED', status: 'COMPLETED' }, 'UNKNOWN'],
    [{ connection_status: 'connected' }, 'UNKNOWN'],
    [{ connection_status: {} }, 'UNKNOWN'],
    [{ status: 'TELEPORTED' }, 'UNKNOWN'],
    ...Object.entries(legacyStatuses).map(([legacy, { standsFor }]): [Wire, ReportedStatus] => [
      { status: legacy },
      standsFor,
    ]),
  ])('that reports %j is %s', async (wire, expected) => {
    expect((await readMember(wire)).connectionStatus).toBe(expected);
    expect((await readStatus(wire)).connectionStatus).toBe(expected);
  });

  it.each([
    [true, true],
    [false, false],
    [1, null],
    [0, null],
    ['true', null],
    ['false', null],
    [{}, null],
    [null, null],
    [undefined, null],
  ])('with is_being_aggregated %j has isBeingAggregated %j', async (raw, expected) => {
    expect(await readMember({ is_being_aggregated: raw })).toMatchObject({
      isBeingAggregated: expected,
    });
    expect(await readStatus({ is_being_aggregated: raw })).toMatchObject({
      isBeingAggregated: expected,
    });
  });
});

describe('a time, whatever its offset, is told in UTC', () => {
  it.each([
    ['2016-10-13T18:07:57Z', '2016-10-13T18:07:57.000Z'],
    ['2016-10-13T18:07:57+00:00', '2016-10-13T18:07:57.000Z'],
    ['2016-10-13T12:07:57-06:00', '2016-10-13T18:07:57.000Z'],
    ['2016-10-13T12:07:57-0600', '2016-10-13T18:07:57.000Z'],
    ['2016-10-13T18:07:57.123456Z', '2016-10-13T18:07:57.123Z'],
    ['2016-10-13T18:07:57', '2016-10-13T18:07:57.000Z'],
    ['2016-10-13T18:07Z', '2016-10-13T18:07:00.000Z'],
    ['2016-10-13', null],
    ['2016-13-45T99:99:99Z', null],
    ['yesterday', null],
    [1476382077, null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('%s is %s', async (raw, expected) => {
    expect((await readMember({ aggregated_at: raw })).aggregatedAt).toBe(expected);
  });
});

describe('the status of a member', () => {
  it('is read whole, with its open questions', async () => {
    const reading = await readStatus({
      aggregated_at: '2020-01-01T00:00:00+00:00',
      challenges: [{ guid: 'CRD-1', label: 'Which city?', type: 'TEXT' }],
      connection_status: 'CHALLENGED',
      has_processed_accounts: true,
      has_processed_transactions: false,
      is_authenticated: true,
      is_being_aggregated: true,
      status: 'CHALLENGED',
      successfully_aggregated_at: null,
    });
    expect(reading).toEqual({
      guid: GUID,
      connectionStatus: 'CHALLENGED',
      status: 'CHALLENGED',
      isBeingAggregated: true,
      isAuthenticated: true,
      hasProcessedAccounts: true,
      hasProcessedTransactions: false,
      aggregatedAt: '2020-01-01T00:00:00.000Z',
      successfullyAggregatedAt: null,
      error: null,
      connectionStatusMessage: null,
      challenges: [{ guid: 'CRD-1', label: 'Which city?', type: 'TEXT' }],
    });
  });

  it.each<[string, unknown, object | null]>([
    ['in the words of the API', { error_code: 2005, user_message: 'No.', locale: 'en' }, { code: 2005, message: 'No.', locale: 'en' }],
    ['without words', { error_code: 9999, user_message: null, locale: null }, { code: 9999, message: null, locale: null }],
    ['with words that are none', { error_code: 1, user_message: ['No.'], locale: {} }, { code: 1, message: null, locale: null }],
    ['without a code', { user_message: 'No.', locale: 'en' }, null],
    ['with a code that is none', { error_code: '2005', user_message: 'No.' }, null],
    ['that is text', '{"error_code":2005}', null],
    ['that is a list', [{ error_code: 2005 }], null],
    ['that is null', null, null],
    ['that is missing', undefined, null],
  ])('has an error %s', async (_what, raw, expected) => {
    expect((await readStatus({ connection_status: 'DENIED', error: raw })).error).toEqual(expected);
  }); // prettier-ignore

  it('has no questions but in CHALLENGED', async () => {
    const challenges = [{ guid: 'CRD-1', type: 'TEXT' }];
    const reading = await readStatus({ connection_status: 'REJECTED', challenges });
    expect(reading.challenges).toEqual([]);
  });
});

const PNG = 'iVBORw0KGgoAAAANSUhEUg==';

describe('a question', () => {
  const asked = { guid: 'CRD-1', label: 'Q', field_name: 'q' };
  const question = { guid: 'CRD-1', label: 'Q' };

  it.each([
    [{ type: 'TEXT' }, { type: 'TEXT' }],
    [{ type: 'TOKEN' }, { type: 'TOKEN' }],
    [{ type: 'text' }, { type: 'UNKNOWN' }],
    [{ type: 'RETINA_SCAN' }, { type: 'UNKNOWN' }],
    [{}, { type: 'UNKNOWN' }],
    [
      { type: 'OPTIONS', options: [{ label: 'Text me', value: 'sms' }] },
      { type: 'OPTIONS', options: [{ label: 'Text me', value: 'sms' }] },
    ],
    [{ type: 'OPTIONS', options: [] }, { type: 'UNKNOWN' }],
    [{ type: 'OPTIONS', options: null }, { type: 'UNKNOWN' }],
    [
      { type: 'IMAGE_DATA', image_data: PNG },
      { type: 'IMAGE_DATA', imageData: `data:image/png;base64,${PNG}` },
    ],
    [
      { type: 'IMAGE_DATA', image_data: `data:image/png;base64,${PNG}` },
      { type: 'IMAGE_DATA', imageData: `data:image/png;base64,${PNG}` },
    ],
    [
      { type: 'IMAGE_DATA', image_data: 'data:image/svg+xml;base64,PHN2Zz4=' },
      { type: 'IMAGE_DATA', imageData: null },
    ],
    [
      {
        type: 'IMAGE_OPTIONS',
        image_options: [
          { label: 'A cat', value: 'a', data_uri: PNG },
          { label: 'A dog', value: 'a', data_uri: 'javascript:alert(1)' },
        ],
      },
      {
        type: 'IMAGE_OPTIONS',
        imageOptions: [
          { label: 'A cat', value: 'a', dataUri: `data:image/png;base64,${PNG}` },
          { label: 'A dog', value: 'a', dataUri: null },
        ],
      },
    ],
    [{ type: 'IMAGE_OPTIONS', image_options: [{}] }, { type: 'UNKNOWN' }],
  ])('%j', async (wire, expected) => {
    expect(await listChallenges([{ ...asked, ...wire }])).toEqual([{ ...question, ...expected }]);
  });

  it('goes by its field name when it has no label', async () => {
    expect(await listChallenges([{ guid: 'CRD-1', field_name: 'City?', type: 'TEXT' }])).toEqual([
      { guid: 'CRD-1', label: 'City?', type: 'TEXT' },
    ]);
  });

  it('is not there when the answer has no content', async () => {
    expect(await clientOf(() => status(204)).listChallenges(GUID)).toEqual([]);
  });
});

describe('an option', () => {
  it.each([
    [
      { label: 'Blue', value: 'b' },
      { label: 'Blue', value: 'b' },
    ],
    [{ label: 'Blue' }, { label: 'Blue', value: 'Blue' }],
    [
      { value: 'b', label: null },
      { label: 'b', value: 'b' },
    ],
    [
      { value: 7, label: '' },
      { label: '7', value: '7' },
    ],
  ])('of which a half is missing stands for itself: %j', async (wire, expected) => {
    const options = [wire, {}, null, 'x', { label: { html: 1 } }];
    const [field] = await listCredentials([
      { guid: 'CRD-1', field_name: 'pin', type: 'OPTIONS', options },
    ]);
    expect(field).toMatchObject({ fieldName: 'pin', type: 'OPTIONS', options: [expected] });
  });
});

describe('a field of a form', () => {
  it.each([
    [{ type: 'LOGIN' }, 'LOGIN'],
    [{ type: 'PASSWORD' }, 'PASSWORD'],
    [{ type: 'TOKEN' }, 'TOKEN'],
    [{ type: 'USERKEY' }, 'UNKNOWN'],
    [{ type: 'OPTIONS', options: [] }, 'UNKNOWN'],
    [{}, 'UNKNOWN'],
  ])('%j is of the type %s', async (wire, expected) => {
    expect(await listCredentials([{ guid: 'CRD-1', label: 'L', ...wire }])).toEqual([
      { guid: 'CRD-1', fieldName: null, label: 'L', type: expected, options: [] },
    ]);
  });

  it.each([
    [[2, 1, 3], 'b a c'],
    [[0, 2, 1], 'a c b'],
    [[undefined, 1, 0], 'c b a'],
    [[null, undefined, '1'], 'a b c'],
    [[1, 1, 0], 'c a b'],
  ])('has its place by display_order %j: %s', async (orders, expected) => {
    const fields = orders.map((display_order, index) => ({
      guid: `CRD-${'abc'[index]}`,
      display_order,
    }));
    const guids = (await listCredentials(fields)).map(({ guid }) => guid.slice(-1));
    expect(guids.join(' ')).toBe(expected);
  });

  it('is left out when its guid was there before', async () => {
    const fields = ['1', '2'].map((label) => ({ guid: 'CRD-1', label }));
    expect((await listCredentials(fields)).map(({ label }) => label)).toEqual(['1']);
  });
});

describe('a guid that the proxy would not accept back', () => {
  const items = [
    {},
    null,
    ...[
      7,
      '',
      'nodeName',
      '__proto__',
      'challenge-1',
      'CRD-',
      'CRD-1/..',
      `CRD-${'a'.repeat(65)}`,
    ].map((guid) => ({ guid })),
  ].map((item) => [{ guid: 'CRD-1', label: 'Q', type: 'TEXT' }, item]);

  it.each(items)('makes a form unreadable that has a field with it: %j, %j', async (...fields) => {
    const reads = [
      listCredentials(fields),
      clientOf(() => json({ credentials: fields })).listInstitutionCredentials('mxbank'),
      listChallenges(fields),
      readStatus({ connection_status: 'CHALLENGED', challenges: fields }),
    ];
    for (const read of reads) await expect(read).rejects.toMatchObject({ kind: 'unreadable' });
  });

  it('leaves a member or an account out of its list', async () => {
    const wires = [{ guid: 'MBR-1' }, { guid: '../MBR-2' }, {}];
    const members = await clientOf(() => json({ members: wires })).listMembers();
    expect(members.map(({ guid }) => guid)).toEqual(['MBR-1']);
    const accounts = await listAccounts([{ guid: 'nodeName' }, { guid: 'ACT-1' }]);
    expect(accounts.map(({ guid }) => guid)).toEqual(['ACT-1']);
  });
});

describe('an institution', () => {
  it('is read whole', async () => {
    const institution = await readInstitution({
      name: 'MX Bank',
      url: 'https://www.mx.com',
      medium_logo_url: 'https://content.moneydesktop.com/100x100.png',
      small_logo_url: 'https://content.moneydesktop.com/50x50.png',
      supports_oauth: true,
      supports_account_identification: true,
      supports_account_statement: false,
      supports_account_verification: true,
      supports_transaction_history: null,
    });
    expect(institution).toEqual({
      code: 'mxbank',
      name: 'MX Bank',
      url: 'https://www.mx.com/',
      mediumLogoUrl: 'https://content.moneydesktop.com/100x100.png',
      smallLogoUrl: 'https://content.moneydesktop.com/50x50.png',
      supportsOauth: true,
      supportsAccountIdentification: true,
      supportsAccountStatement: false,
      supportsAccountVerification: true,
      supportsTransactionHistory: false,
    });
  });

  it('goes by its code when it has no name', async () => {
    expect((await readInstitution({ name: null })).name).toBe('mxbank');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'nonsense', '', 5, null])(
    'has no address in %j',
    async (raw) => {
      const wire = { url: raw, medium_logo_url: raw, small_logo_url: raw };
      const nothing = { url: null, mediumLogoUrl: null, smallLogoUrl: null };
      expect(await readInstitution(wire)).toMatchObject(nothing);
    },
  );

  it('shows no logo over an open line', async () => {
    const institution = await readInstitution({ medium_logo_url: 'http://example.com/logo.png' });
    expect(institution.mediumLogoUrl).toBe(null);
  });
});

describe('an account', () => {
  it('is read whole', async () => {
    const accounts = await listAccounts([
      {
        guid: 'ACT-1',
        member_guid: GUID,
        name: 'Checking',
        type: 'CHECKING',
        subtype: 'NONE',
        account_number: '12-3456-78X9',
        balance: 0,
        available_balance: -12.5,
        currency_code: 'USD',
        is_closed: true,
      },
    ]);
    expect(accounts).toEqual([
      {
        guid: 'ACT-1',
        memberGuid: GUID,
        name: 'Checking',
        type: 'CHECKING',
        subtype: 'NONE',
        lastFour: '78X9',
        balance: 0,
        availableBalance: -12.5,
        currencyCode: 'USD',
        isClosed: true,
      },
    ]);
  });

  it.each([
    ['****6789', '6789'],
    ['12', '12'],
    [123456789, '6789'],
    ['----', null],
    ['', null],
    [null, null],
    [{}, null],
  ])('with the number %j ends in %s', async (raw, expected) => {
    const [account] = await listAccounts([{ guid: 'ACT-1', account_number: raw }]);
    expect(account?.lastFour).toBe(expected);
  });

  it.each(['12.50', null, true, {}])('has no balance in %j', async (raw) => {
    const [account] = await listAccounts([{ guid: 'ACT-1', balance: raw }]);
    expect(account?.balance).toBe(null);
  });
});

describe('the address of the sign-in page', () => {
  const windowUri = (raw: unknown, schemes: readonly string[] = []) =>
    harness(() =>
      json({ member: { guid: GUID, oauth_window_uri: raw } }),
    ).client.readOauthWindowUri(GUID, { schemes });

  it.each([
    ['https://bank.example/a?state=1', [], 'https://bank.example/a?state=1'],
    ['int-widgets.moneydesktop.com/oauth/1', [], 'https://int-widgets.moneydesktop.com/oauth/1'],
    ['mybank:authorize', ['mybank:'], 'mybank:authorize'],
  ])('%s is passed on', async (raw, schemes, expected) => {
    expect(await windowUri(raw, schemes)).toBe(expected);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'http://bank.example/', 'mybank:authorize'])(
    '%j is refused as unsafe',
    async (raw) => {
      await expect(windowUri(raw)).rejects.toMatchObject({
        kind: 'unsafe',
        message: expect.stringMatching(/^readOauthWindowUri: .*See `oauth\.schemes`\.$/),
      });
    },
  );

  it('is refused as unsafe also where the host lists a scheme that runs code', async () => {
    const javascript = windowUri('javascript:alert(1)', ['javascript:']);
    await expect(javascript).rejects.toMatchObject({ kind: 'unsafe' });
  });

  it.each(['', null])('%j is none', async (raw) => {
    await expect(windowUri(raw)).rejects.toMatchObject({ kind: 'unreadable' });
  });
});
