import { describe, expect, it } from 'vitest';
import { GUID, harness, json, VERB_NAMES, VERBS } from './support.ts';

type Wire = Readonly<Record<string, unknown>>;

/** Each flag on the wire, what it is called here, and how it is read. */
const read = {
  institution: (wire: Wire) =>
    harness(() => json({ institution: { code: 'mxbank', ...wire } })).client.readInstitution('x'),
  status: (wire: Wire) =>
    harness(() => json({ member: { guid: GUID, ...wire } })).client.readMemberStatus(GUID),
  account: async (wire: Wire) => {
    const accounts = [{ guid: 'ACT-1', ...wire }];
    const [account] = await harness(() => json({ accounts })).client.listMemberAccounts(GUID);
    return account;
  },
  features: async (wire: Wire) =>
    harness(() => json({ features: wire })).client.readFeatures?.() ?? null,
};

describe.each<[keyof typeof read, string, string]>([
  ['institution', 'supports_oauth', 'supportsOauth'],
  ['institution', 'supports_account_identification', 'supportsAccountIdentification'],
  ['institution', 'supports_account_statement', 'supportsAccountStatement'],
  ['institution', 'supports_account_verification', 'supportsAccountVerification'],
  ['institution', 'supports_transaction_history', 'supportsTransactionHistory'],
  ['status', 'is_authenticated', 'isAuthenticated'],
  ['status', 'has_processed_accounts', 'hasProcessedAccounts'],
  ['status', 'has_processed_transactions', 'hasProcessedTransactions'],
  ['account', 'is_closed', 'isClosed'],
  ['features', 'manual_accounts', 'manualAccounts'],
  ['features', 'events', 'events'],
])('of an %s, %s', (what, wire, name) => {
  it('holds when it is true, and it alone', async () => {
    const found = await read[what]({ [wire]: true });
    const flags = Object.entries(found ?? {}).filter(([, value]) => value === true);
    expect(flags).toEqual([[name, true]]);
  });

  it.each([undefined, null, 'true', 1, {}])('does not hold for %j', async (raw) => {
    expect(await read[what]({ [wire]: raw })).toMatchObject({ [name]: false });
  });
});

describe('the result of a premium job', () => {
  const numbersOf = (account_numbers: readonly Wire[]) =>
    harness(() => json({ account_numbers })).client.listAccountNumbers(GUID);
  const ownersOf = (account_owners: readonly Wire[]) =>
    harness(() => json({ account_owners })).client.listAccountOwners(GUID);

  it('is the numbers of accounts, each under its own name', async () => {
    const numbers = {
      account_number: '1',
      routing_number: '2',
      institution_number: '3',
      transit_number: '4',
      user_guid: 'USR-1',
    };
    expect(await numbersOf([{ account_guid: 'ACT-1', ...numbers }, numbers])).toEqual([
      {
        accountGuid: 'ACT-1',
        accountNumber: '1',
        routingNumber: '2',
        institutionNumber: '3',
        transitNumber: '4',
      },
    ]);
    expect(await numbersOf([{ account_guid: 'ACT-1' }])).toEqual([
      {
        accountGuid: 'ACT-1',
        accountNumber: null,
        routingNumber: null,
        institutionNumber: null,
        transitNumber: null,
      },
    ]);
  });

  it('is the owners of accounts', async () => {
    const owner = {
      account_guid: 'ACT-1',
      owner_name: 'Ada',
      email: 'ada@example.com',
      address: '1 Way',
      city: 'Provo',
      state: 'UT',
      postal_code: '84604',
      country: 'US',
    };
    expect(await ownersOf([{ guid: 'ACO-1', ...owner }, owner])).toEqual([
      {
        guid: 'ACO-1',
        accountGuid: 'ACT-1',
        name: 'Ada',
        email: 'ada@example.com',
        address: '1 Way',
        city: 'Provo',
        state: 'UT',
        postalCode: '84604',
        country: 'US',
      },
    ]);
  });
});

describe('a failure', () => {
  it.each(VERB_NAMES)('names %s', async (verb) => {
    const { client } = harness(() => new Response(null, { status: 500 }));
    await expect(VERBS[verb](client)).rejects.toThrow(new RegExp(`^${verb}: .*HTTP 500`));
  });

  // A deletion has no answer to be read.
  it.each(VERB_NAMES.filter((verb) => verb !== 'deleteMember'))(
    'names %s also when the answer cannot be read',
    async (verb) => {
      const { client } = harness(() => new Response('<!doctype html>', { status: 200 }));
      await expect(VERBS[verb](client)).rejects.toMatchObject({
        kind: 'unreadable',
        status: 200,
        message: expect.stringContaining(`${verb}: `) as string,
      });
    },
  );
});
