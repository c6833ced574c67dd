import { describe, expect, it } from 'vitest';
import { toMxPostMessage } from '../../src/api/mx-post-message.ts';
import { callbacks, config, messages, props } from '../../stories/docs/mx-connect-widget.ts';
import { everyEvent } from '../every-event.ts';

const theirs = (rows: readonly { readonly theirs: string }[]) => rows.map((row) => row.theirs);

describe('the page for those who come from MX’s widget', () => {
  it.each([
    ['props', props],
    ['fields', config],
    ['functions', callbacks],
    ['messages', messages],
  ])('names each of the %s once', (_, rows) => {
    expect(theirs(rows)).toEqual([...new Set(theirs(rows))]);
  });

  it('says of every message from which event it comes', () => {
    const inTable = Object.fromEntries(messages.map((row) => [row.theirs, row.ours]));
    const given = Object.values(everyEvent).flatMap((event) => {
      const message = toMxPostMessage(event);
      return message === null ? [] : [[message.type, event.type] as const];
    });
    expect(given.length).toBeGreaterThan(15);
    for (const [message, event] of given) {
      expect(inTable[message], message).toContain(`event ${event}`);
    }
  });

  it('says why, wherever there is nothing in its place', () => {
    const silent = [...props, ...config, ...callbacks, ...messages].filter(
      ({ ours, note }) => ours.length === 0 && note === '',
    );
    expect(silent).toEqual([]);
  });
});
