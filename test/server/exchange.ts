import { browser, CREDENTIAL, harness, json, USER } from './support.ts';
import type { AtriumApi, PlatformVersion } from '../../src/server.ts';

export const VERSIONS: PlatformVersion[] = ['v20111101', 'v20250224'];
export const OLD: AtriumApi = { api: 'platform', apiVersion: 'v20111101' };
export const NEW: AtriumApi = { api: 'platform', apiVersion: 'v20250224' };

export const of = `/users/${USER}/members`;
export const credentials = [{ guid: CREDENTIAL, value: 'hunter2' }];

/** What arrives at MX when a browser asks for this, and what the browser gets for `answer`. */
export async function exchange(
  api: AtriumApi,
  [method, path, body]: [method: string, path: string, body?: unknown],
  answer: unknown = { member: {} },
  status = 200,
) {
  const { proxy, calls } = harness(() => json(answer, { status }), {
    ...api,
    allow: { verification: true, identification: true, accountOwners: true, manualAccounts: true },
  });
  const response = await proxy(browser(method, path, { body }));
  const text = await response.text();
  return {
    status: response.status,
    text,
    got: text === '' ? null : (JSON.parse(text) as Record<string, unknown>),
    sent: calls.map((call) => call.body),
    asked: calls.map((call) => `${call.method} ${call.path}`),
  };
}

export const create = (api: AtriumApi, member: object) =>
  exchange(api, ['POST', '/members', { member: { institution_code: 'mxbank', ...member } }]);
