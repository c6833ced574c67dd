export { createMemoryStore } from './server/memory-store.ts';
export { toNodeListener } from './server/node-listener.ts';
export { createAtriumProxy } from './server/proxy.ts';
export { createRedisStore } from './server/redis/redis-store.ts';
export { ensureUser } from './server/users.ts';
export { createWebhookReceiver } from './server/webhooks/receiver.ts';

export type { PlatformVersion } from './server/dialects/platform.ts';
export type { AtriumProxy, ShutdownOptions } from './server/atrium-proxy.ts';
export type { AuditAction, AuditEvent, AuditProxy } from './server/audit.ts';
export type { AttemptLimit, AttemptRate, ConcurrencyLimit, LimitOptions } from './server/limits.ts';
export type { MemoryStoreOptions } from './server/memory-store.ts';
export type { NodeListener } from './server/node-listener.ts';
export type { ObserveProxy, ProxyEvent } from './server/observe.ts';
export type {
  AtriumAccess,
  AtriumApi,
  AtriumEnvironment,
  AtriumHost,
  AtriumKey,
  AtriumProxyOptions,
  ProxyAllow,
  RefusedUser,
} from './server/options.ts';
export type { ProxyErrorKind } from './server/problem.ts';
export type { ProxyUser } from './server/proxy-user.ts';
export type { RedisClient, RedisConnection } from './server/redis/client.ts';
export type { RedisStoreOptions } from './server/redis/redis-store.ts';
export type {
  AtriumStore,
  LoadStatus,
  MemberChange,
  MemberNotice,
  StatusRead,
  StoreHealth,
  StoreListener,
  StoreNews,
} from './server/store.ts';
export type { StreamEnd } from './server/streams/event-stream.ts';
export type { StreamOptions } from './server/streams/options.ts';
export type { UpstreamAnswer } from './server/upstream.ts';
export type { EnsureUserOptions } from './server/users.ts';
export type { WebhookCredentials } from './server/webhooks/credentials.ts';
export type { WebhookType } from './server/webhooks/notices.ts';
export type {
  WebhookContext,
  WebhookEvent,
  WebhookOutcome,
  WebhookReceiver,
  WebhookReceiverOptions,
} from './server/webhooks/receiver.ts';
