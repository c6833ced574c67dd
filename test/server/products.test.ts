import { describe, expect, it } from 'vitest';
import { create, credentials, exchange, NEW, of, OLD } from './exchange.ts';
import { MEMBER } from './support.ts';

describe('the products of v20250224', () => {
  it('stand for `skip_aggregation` when a member is made', async () => {
    const orders = await Promise.all([
      create(NEW, { credentials }),
      create(NEW, { credentials, skip_aggregation: false }),
      create(NEW, { credentials, skip_aggregation: true }),
    ]);
    expect(orders.flatMap(({ sent }) => sent)).toMatchObject([
      { data_request: { products: ['transactions'] } },
      { data_request: { products: ['transactions'] } },
      { data_request: { products: [] } },
    ]);
    expect(JSON.stringify(orders)).not.toContain('skip_aggregation');
  });

  it('were not there before: v20111101 goes by the flag', async () => {
    const { sent } = await create(OLD, { credentials, skip_aggregation: true });
    expect(sent).toEqual([
      { member: { institution_code: 'mxbank', credentials, skip_aggregation: true } },
    ]);
  });

  it('cannot be chosen by a change, which so says nothing of aggregation', async () => {
    const request: [string, string, unknown] = [
      'PUT',
      `/members/${MEMBER}`,
      { member: { credentials, skip_aggregation: true } },
    ];
    expect((await exchange(NEW, request)).sent).toEqual([{ member: { credentials } }]);
    expect((await exchange(OLD, request)).sent).toEqual([request[2]]);
  });

  it('are what institutions are asked for by', async () => {
    const path =
      '/institutions?name=mx&supports_account_statement=false&supports_account_verification=true&supports_transaction_history=true';
    const answer = { institutions: [] };
    expect((await exchange(NEW, ['GET', path], answer)).asked).toEqual([
      'GET /institutions?name=mx&supported_products=account_verification&supported_products=transaction_history',
    ]);
    expect((await exchange(OLD, ['GET', path], answer)).asked).toEqual([`GET ${path}`]);
  });

  it('are told to the browser as the flags of institutions', async () => {
    const sent = { code: 'mxbank', supported_products: ['account_verification', 'rewards', 7] };
    const worded = {
      code: 'mxbank',
      supports_account_identification: false,
      supports_account_statement: false,
      supports_account_verification: true,
      supports_transaction_history: false,
    };
    const one = await exchange(NEW, ['GET', '/institutions/mxbank'], { institution: sent });
    expect(one.got).toEqual({ institution: worded });
    const list = await exchange(NEW, ['GET', '/institutions'], { institutions: [sent, sent] });
    expect(list.got).toEqual({ institutions: [worded, worded] });
  });

  it.each([undefined, null, 'account_verification', { 0: 'account_verification' }])(
    'are no flags when they are %j: nothing is known',
    async (products) => {
      const sent = { code: 'mxbank', supported_products: products };
      const { got } = await exchange(NEW, ['GET', '/institutions/mxbank'], { institution: sent });
      expect(got).toEqual({ institution: { code: 'mxbank' } });
    },
  );

  it('leave alone the page of a bank: it has a flag of its own', async () => {
    const { asked } = await exchange(NEW, [
      'GET',
      `/members/${MEMBER}/oauth_window_uri?skip_aggregation=true&referral_source=BROWSER`,
    ]);
    expect(asked).toEqual([
      `GET ${of}/${MEMBER}/oauth_window_uri?referral_source=BROWSER&skip_aggregation=true`,
    ]);
  });
});
