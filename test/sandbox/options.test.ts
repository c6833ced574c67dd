import { describe, expect, it } from 'vitest';
import { createSandbox } from '../../src/sandbox.ts';

describe('createSandbox options', () => {
  it.each<[names: string, options: Record<string, unknown>]>([
    ['webhook', { webhook: { url: 'https://host.test' } }],
    ['keys', { keys: { apiKey: undefined, clientId: undefined } }],
    ['keys', { keys: { apiKey: '', clientId: '' } }],
    ['keys', { keys: { apiKey: 'key' } }],
    ['challengeExpiryMs', { challengeExpiryMs: Number.NaN }],
    ['reportLateMs', { reportLateMs: -1 }],
    ['reportLateMs', { reportLateMs: '100' }],
    ['disabledFeatures', { disabledFeatures: 'verification' }],
    ['disabledFeatures', { disabledFeatures: ['verification'] }],
    ['allowedHosts', { allowedHosts: 'host.test' }],
    ['allowedHosts', { allowedHosts: [undefined] }],
  ])('throws a TypeError that names `%s` for %j', (names, options) => {
    const create = () => createSandbox(options);
    expect(create).toThrow(TypeError);
    expect(create).toThrow(`\`${names}\``);
  });
});
