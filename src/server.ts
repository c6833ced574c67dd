export { toNodeListener } from './server/node-listener.ts';
export { createAtriumProxy } from './server/proxy.ts';
export { ensureUser } from './server/users.ts';

export type { PlatformVersion } from './server/dialects/platform.ts';
export type { NodeListener } from './server/node-listener.ts';
export type { ObserveProxy, ProxyEvent } from './server/observe.ts';
export type {
  AtriumAccess,
  AtriumApi,
  AtriumEnvironment,
  AtriumHost,
  AtriumProxyOptions,
  ProxyAllow,
  ProxyUser,
} from './server/options.ts';
export type { ProxyErrorKind } from './server/problem.ts';
export type { AtriumProxy } from './server/proxy.ts';
export type { EnsureUserOptions } from './server/users.ts';
