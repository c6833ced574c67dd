import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AtriumError, ATRIUM_ERROR_KINDS } from '../../src/domain/errors.ts';
import { isHopeless, nextPollDelay } from '../../src/domain/polling.ts';
import { CONNECTION_STATUSES } from '../../src/domain/status.ts';
import { createAtriumClient } from '../../src/api/fetch-client.ts';
import { deriveStep } from '../../src/domain/step.ts';
import {
  expectJob,
  isSettled,
  observe,
  observeFailure,
  restartWatch,
  startWatch,
} from '../../src/domain/watch.ts';
import type { MemberWatch } from '../../src/domain/watch.ts';
import { facts, GUID, question, reading, T0 } from './support.ts';

type Event = (watch: MemberWatch, now: number) => MemberWatch;

const status = fc.constantFrom(...CONNECTION_STATUSES, 'UNKNOWN' as const, null);
const challenges = fc.array(fc.constantFrom('CRD-1', 'CRD-2').map(question), { maxLength: 2 });

const answer = fc
  .tuple(
    status,
    challenges,
    fc.record({
      isBeingAggregated: fc.constantFrom(true, false, null),
      isAuthenticated: fc.boolean(),
      hasProcessedAccounts: fc.boolean(),
      aggregatedAt: fc.constantFrom(null, '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'),
    }),
  )
  .map(([connectionStatus, asked, flags]) =>
    reading(connectionStatus, {
      ...flags,
      challenges: connectionStatus === 'CHALLENGED' ? asked : [],
    }),
  );

const event: fc.Arbitrary<Event> = fc.oneof(
  answer.map(
    (one): Event =>
      (watch, now) =>
        observe(watch, one, now),
  ),
  fc
    .tuple(fc.constantFrom(...ATRIUM_ERROR_KINDS), fc.option(fc.nat(600_000), { nil: undefined }))
    .map(
      ([kind, retryAfterMs]): Event =>
        (watch, now) =>
          observeFailure(watch, new AtriumError(kind, kind, { retryAfterMs }), now),
    ),
  fc
    .tuple(
      fc.constantFrom([], [question('CRD-1')], [question('CRD-1'), question('CRD-2')]),
      fc.option(answer, { nil: undefined }),
    )
    .map(
      ([answered, one]): Event =>
        (watch, now) =>
          expectJob(watch, now, { answered, ...(one && { reading: one }) }),
    ),
  fc.constant<Event>(restartWatch),
);

const history = fc
  .array(fc.tuple(event, fc.nat(120_000)), { maxLength: 25 })
  .map((events) =>
    events.reduce((watch, [happens, gap]) => happens(watch, watch.at + gap), startWatch(GUID, T0)),
  );

const stepOf = (watch: MemberWatch) =>
  deriveStep(
    facts({ target: { kind: 'member', guid: GUID }, watch, credentials: { kind: 'loading' } }),
  );

const check = (rule: (watch: MemberWatch) => void) =>
  fc.assert(fc.property(history, rule), { numRuns: 2_000 });

describe('whatever happens to a member', () => {
  it('there is a step, and a delay of 3 seconds or more or none at all', () => {
    check((watch) => {
      const delay = nextPollDelay(watch, facts().policy);
      expect(stepOf(watch).kind).toBeTypeOf('string');
      expect(delay === false || (Number.isInteger(delay) && delay >= 3_000)).toBe(true);
    });
  });

  it('it is connected by the word CONNECTED alone', () => {
    check((watch) => {
      if (stepOf(watch).kind === 'connected') {
        expect(watch.reading?.connectionStatus).toBe('CONNECTED');
      }
    });
  });

  it('it is never connected by what is doubted, unless a job is seen to run', () => {
    check((watch) => {
      if (stepOf(watch).kind === 'connected') {
        expect(watch.job === null || watch.reading?.isBeingAggregated).toBe(true);
      }
    });
  });

  it('a question is asked with something to answer', () => {
    check((watch) => {
      const step = stepOf(watch);
      if (step.kind === 'challenge') {
        expect(step.challenges.length).toBeGreaterThan(0);
      }
    });
  });

  it('the person is never left waiting for a read that will not come', () => {
    check((watch) => {
      const step = stepOf(watch);
      if (step.kind === 'connecting' && nextPollDelay(watch, facts().policy) === false) {
        expect(['stalled', 'unreachable']).toContain(step.pace);
      }
    });
  });

  it('what is believed is not asked for again, except whether a question still stands', () => {
    check((watch) => {
      if (isSettled(watch) && watch.misses === 0) {
        const isAsked = watch.reading?.connectionStatus === 'CHALLENGED' && !isHopeless(watch);
        expect(nextPollDelay(watch, facts().policy)).toBe(isAsked && 60_000);
        expect(stepOf(watch).kind).not.toBe('connecting');
      }
    });
  });
});

/** Every status of the wire with every flag, in which nothing is certain about this member. */
const uncertain = fc.record({
  guid: fc.constant(GUID),
  connection_status: fc.oneof(status, fc.constant('CONNECTED')),
  is_being_aggregated: fc.constantFrom('true', 'false', 1, 0, null, undefined),
  is_authenticated: fc.boolean(),
  has_processed_accounts: fc.boolean(),
  aggregated_at: fc.constantFrom(null, '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'),
});
const ofAnother = fc.record({
  guid: fc.constantFrom('MBR-2', GUID.toLowerCase(), '', null),
  connection_status: fc.constant('CONNECTED'),
  is_being_aggregated: fc.boolean(),
  is_authenticated: fc.constant(true),
  has_processed_accounts: fc.constant(true),
  aggregated_at: fc.constantFrom(null, '2026-01-02T00:00:00Z'),
});

describe('readings with an unknown is_being_aggregated or the guid of another member', () => {
  it('never lead to the step connected', async () => {
    let member = {};
    const client = createAtriumClient({
      baseUrl: '/api/atrium',
      fetch: async () => Response.json({ member }),
    });
    const bodies = fc.array(fc.tuple(fc.oneof(uncertain, ofAnother), fc.nat(120_000)), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(bodies, fc.boolean(), async (readings, isRepair) => {
        const repaired = expectJob(startWatch(GUID, T0), T0, { reading: reading('DENIED') });
        let watch = isRepair ? repaired : startWatch(GUID, T0);
        for (const [body, gap] of readings) {
          member = body;
          const now = watch.at + gap;
          watch = await client.readMemberStatus(GUID).then(
            (read) => observe(watch, read, now),
            (error: unknown) => observeFailure(watch, AtriumError.from(error), now),
          );
          expect(stepOf(watch).kind).not.toBe('connected');
        }
      }),
      { numRuns: 500 },
    );
  });
});
