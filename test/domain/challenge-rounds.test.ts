import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersNow, type Challenge, type ChallengeRound } from '../../src/domain/challenge.ts';
import type { MemberStatus } from '../../src/domain/member.ts';
import { deriveStep } from '../../src/domain/step.ts';
import { expectJob, type MemberWatch } from '../../src/domain/watch.ts';
import { after, facts, failing, GUID, quiet, reading, watched } from './support.ts';

const asks = (...challenges: Challenge[]): MemberStatus => reading('CHALLENGED', { challenges });

/** The person answers everything that is asked. */
const answer = (watch: MemberWatch): MemberWatch =>
  expectJob(watch, watch.at, {
    answered: watch.reading?.challenges,
    reading: reading('RESUMED'),
  });

function roundOf(watch: MemberWatch): ChallengeRound {
  const step = deriveStep(facts({ target: { kind: 'member', guid: GUID }, watch }));
  if (step.kind !== 'challenge') throw new Error(step.kind);
  return step.round;
}

const city: Challenge = { guid: 'CRD-1', type: 'TEXT', label: 'What city were you born in?' };
const pet: Challenge = { guid: 'CRD-2', type: 'TEXT', label: 'Your first pet?' };
const code: Challenge = { guid: 'CRD-3', type: 'TOKEN', label: 'What city were you born in?' };
const way = (guid: string, ...labels: string[]): Challenge => ({
  guid,
  type: 'OPTIONS',
  label: 'Pick one of the following',
  options: labels.map((label) => ({ label, value: `${guid} ${label}` })),
});
const picture = (guid: string, imageData: string): Challenge => ({
  guid,
  type: 'IMAGE_DATA',
  label: 'Who is this guy?',
  imageData,
});
const anew = (challenge: Challenge, guid: string): Challenge => ({ ...challenge, guid });

describe('a question', () => {
  it('is no reproach when nothing was answered before it', () => {
    expect(roundOf(watched(reading('CREATED'), asks(city)))).toBe('new');
  });

  it.each<[string, Challenge[], Challenge[], ChallengeRound]>([
    ['the one just answered', [city], [anew(city, 'CRD-9')], 'repeated'],
    ['another', [city], [pet], 'new'],
    ['of the same words but of another kind', [city], [code], 'new'],
    ['of the same words but with other choices', [way('1', 'a', 'b')], [way('2', 'c')], 'new'],
    ['with as many choices that are others', [way('1', 'a', 'b')], [way('2', 'c', 'd')], 'new'],
    [
      'of the same choices in another order',
      [way('1', 'a', 'b')],
      [way('2', 'b', 'a')],
      'repeated',
    ],
    ['the same with a fresh picture', [picture('1', 'a')], [picture('2', 'b')], 'repeated'],
    ['one of the several just answered', [city, pet], [anew(pet, 'CRD-9')], 'repeated'],
    ['the one just answered and another', [city], [anew(city, 'CRD-9'), pet], 'new'],
  ])('that is %s', (_which, answered, asked, round) => {
    expect(roundOf(after(answer(watched(asks(...answered))), asks(...asked)))).toBe(round);
  });

  it('is known to follow a wrong answer only when a read has said so', () => {
    const answered = answer(watched(asks(city)));
    expect(roundOf(after(answered, reading('REJECTED'), asks(anew(city, '9'))))).toBe('rejected');
    expect(roundOf(after(answered, reading('REJECTED'), asks(pet)))).toBe('rejected');
  });

  it('is asked again in each round that repeats the one before, and in no other', () => {
    const second = answer(after(answer(watched(asks(city))), asks(pet)));
    expect(roundOf(after(second, asks(anew(pet, 'CRD-9'))))).toBe('repeated');
    expect(roundOf(after(second, asks(anew(city, 'CRD-9'))))).toBe('new');
  });

  it.each(['CONNECTED', 'EXPIRED', 'FAILED'] as const)(
    'is a new one once the job of the last answer has come to %s',
    (end) => {
      const ended = after(answer(watched(asks(city))), reading('RESUMED'), quiet(end));
      expect(roundOf(after(ended, asks(anew(city, 'CRD-9'))))).toBe('new');
    },
  );

  it.each([
    ['after the answer', after(answer(watched(asks(city))), reading('RESUMED'))],
    ['instead of answering', watched(asks(city))],
  ])('is a new one when the person has started another job %s', (_when, watch) => {
    const started = expectJob(watch, watch.at);
    expect(roundOf(after(started, asks(anew(city, 'CRD-9'))))).toBe('new');
  });

  it('is asked again whatever was read in between, if it was the job going on or nothing', () => {
    const between = constantFrom<(watch: MemberWatch) => MemberWatch>(
      (watch) => after(watch, reading('RESUMED')),
      (watch) => after(watch, reading('CREATED')),
      (watch) => after(watch, quiet('RESUMED')),
      (watch) => after(watch, asks(city, pet)),
      (watch) => failing(watch, 'server'),
    );
    assert(
      property(array(between, { maxLength: 3 }), (reads) => {
        const waiting = reads.reduce(
          (watch, read) => read(watch),
          answer(watched(asks(city, pet))),
        );
        const again = [anew(city, 'CRD-8'), anew(pet, 'CRD-9')];
        const asked = after(waiting, asks(...again));
        expect(roundOf(asked)).toBe('repeated');
      }),
    );
  });
});

describe('questions that change before they are answered', () => {
  const ask = (...rounds: Challenge[][]) => watched(...rounds.map((round) => asks(...round)));

  it.each<[string, Challenge[], ChallengeRound]>([
    ['to other words under the same guid', [{ ...pet, guid: 'CRD-1' }], 'replaced'],
    ['to another type', [code], 'replaced'],
    ['to one more', [city, pet], 'replaced'],
    ['to one that is asked before it', [pet, city], 'replaced'],
    ['to another picture', [picture('CRD-1', 'b')], 'replaced'],
    ['in their guid alone', [anew(city, 'CRD-9')], 'new'],
  ])('%s make the round that says so', (_how, then, round) => {
    const first = then[0]?.type === 'IMAGE_DATA' ? [picture('CRD-1', 'a')] : [city];
    expect(roundOf(ask(first, then))).toBe(round);
    expect(roundOf(ask(first, then, then))).toBe(round);
  });

  it('are new again after an answer', () => {
    expect(roundOf(after(answer(ask([city], [pet])), asks(code)))).toBe('new');
  });
});

describe('answersNow', () => {
  const answers = [
    { guid: 'CRD-1', value: 'Rome' },
    { guid: 'CRD-2', value: 'Rex' },
  ];

  it('gives each answer the guid that its question has by now', () => {
    const now = [anew(city, 'CRD-9'), anew(pet, 'CRD-8')];
    expect(answersNow(answers, [city, pet], now)).toEqual([
      { guid: 'CRD-9', value: 'Rome' },
      { guid: 'CRD-8', value: 'Rex' },
    ]);
  });

  it('returns null if one question is another by now', () => {
    expect(answersNow(answers, [city, pet], [city, { ...pet, label: 'Your pet?' }])).toBe(null);
    expect(answersNow(answers, [city, pet], [anew(pet, 'CRD-1'), anew(city, 'CRD-2')])).toBe(null);
    expect(answersNow(answers, [city, pet], [])).toBe(null);
  });
});
