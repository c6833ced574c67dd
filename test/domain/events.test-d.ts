import { expectTypeOf, it } from 'vitest';
import type { ConnectEvent, ConnectEventType, StableConnectEvent } from '../../src/core.ts';
import type { ConnectSuccess } from '../../src/index.ts';

it('marks as stable what can be acted on, and nothing that is for looking', () => {
  expectTypeOf<StableConnectEvent>().toExtend<ConnectEvent>();
  expectTypeOf<Exclude<ConnectEventType, StableConnectEvent['type']>>().toEqualTypeOf<
    'step-changed' | 'institution-searched' | 'refresh-requested' | 'back-to-search'
  >();
});

it('gives numbers and owners in their own mode alone', () => {
  expectTypeOf<Extract<ConnectSuccess, { mode: 'verification' }>>().toHaveProperty(
    'accountNumbers',
  );
  expectTypeOf<Extract<ConnectSuccess, { mode: 'aggregation' }>>().not.toHaveProperty(
    'accountNumbers',
  );
  expectTypeOf<Extract<ConnectSuccess, { mode: 'aggregation' }>>().not.toHaveProperty(
    'accountOwners',
  );
});
