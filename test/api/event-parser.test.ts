import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventParser, type ServerEvent } from '../../src/api/event-parser.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What a parser makes of these pieces, one after the other. */
function parse(...pieces: readonly (string | Uint8Array)[]) {
  const parser = createEventParser();
  const events = pieces.flatMap((piece) =>
    parser.read(typeof piece === 'string' ? bytesOf(piece) : piece),
  );
  return { events, ...parser.resumption() };
}

const named = (text: string) => parse(text).events.map(({ name, data }) => ({ name, data }));

describe('a stream of events', () => {
  it('is read as the proxy writes it', () => {
    const stream =
      'retry: 3000\n\nid: 17326-0\nevent: member\ndata: {"a":1}\n\n: heartbeat\n\nevent: missed\ndata: {}\n\n';
    expect(parse(stream)).toEqual({
      events: [
        { name: 'member', data: '{"a":1}', lastEventId: '17326-0' },
        { name: 'missed', data: '{}', lastEventId: '17326-0' },
      ],
      lastEventId: '17326-0',
      retryMs: 3_000,
    });
  });

  it.each([
    ['a line feed', '\n'],
    ['a carriage return', '\r'],
    ['both', '\r\n'],
  ])('may end its lines with %s', (_name, end) => {
    const lines = ['event: a', 'data: 1', '', 'event: b', 'data: 2', '', ''];
    expect(named(lines.join(end))).toEqual([
      { name: 'a', data: '1' },
      { name: 'b', data: '2' },
    ]);
  });

  it.each<[string, string, object[]]>([
    ['joins several lines of data', 'data: 1\ndata: 2\ndata\n\n', [{ name: '', data: '1\n2\n' }]],
    ['takes one space after a colon away', 'data:1\n\ndata:  2\n\n', [
      { name: '', data: '1' },
      { name: '', data: ' 2' },
    ]],
    ['keeps colons in data', 'data: a:b: c\n\n', [{ name: '', data: 'a:b: c' }]],
    ['has no event without data', 'event: a\n\nevent: b\nid: 7\n\n', []],
    ['has no event before the line that ends it', 'event: a\ndata: 1\n', []],
    ['lets a name go for the one event only', 'event: a\ndata: 1\n\ndata: 2\n\n', [
      { name: 'a', data: '1' },
      { name: '', data: '2' },
    ]],
    ['passes over comments and unknown fields', ':x\ndata: 1\nfoo: 2\n:data: 3\nbar\n\n', [
      { name: '', data: '1' },
    ]],
    ['may begin with a byte order mark', '\uFEFFdata: 1\n\n', [{ name: '', data: '1' }]],
  ])('%s', (_title, stream, expected) => {
    expect(named(stream)).toEqual(expected);
  }); // prettier-ignore

  it('tells how to go on even where nothing has happened', () => {
    expect(parse('id: 5\n\nretry: 10000\n')).toMatchObject({ lastEventId: '5', retryMs: 10_000 });
  });

  it('goes on after the last event that was whole', () => {
    expect(parse('id: 5\ndata: 1\n\nid: 6\ndata: 2\n').lastEventId).toBe('5');
  });

  it.each(['é', 'a\u0000b', 'a b', '', 'x'.repeat(257)])(
    'does not take an id that no header takes: %j',
    (id) => {
      expect(parse(`id: 5\n\nid: ${id}\ndata: 1\n\n`).lastEventId).toBe('5');
    },
  );

  it.each(['1e9', '-1', '3s', '', '9'.repeat(12)])('does not take %j for a time', (retry) => {
    expect(parse(`retry: 10\n\nretry: ${retry}\n\n`).retryMs).toBe(10);
  });

  it('does not take what is no time for one', () => {
    expect(parse('retry: 10\n\nfoo: 20\n:30\n\n').retryMs).toBe(10);
  });

  it('is whole though nothing at all comes in the middle of an end of a line', () => {
    const pieces = ['event: a\r', new Uint8Array(0), '\ndata: 1\r', '\n\r', '\n'];
    expect(parse(...pieces).events).toMatchObject([{ name: 'a', data: '1' }]);
  });

  it('takes an event as long as may be, and none that is longer', () => {
    const field = 'data: ';
    const longest = 'x'.repeat(4_096 - field.length);
    expect(named(`${field}${longest}\n\n`)).toHaveLength(1);
    expect(named(`${field}${longest}x\n\n`)).toEqual([]);
  });

  it('puts up with bytes that are no text', () => {
    expect(named('data: 1\n\n')).toHaveLength(1);
    const broken = new Uint8Array([
      ...bytesOf('data: '),
      0xff,
      0xc3,
      ...bytesOf('\n\ndata: 2\n\n'),
    ]);
    expect(parse(broken).events.map(({ data }) => data)).toEqual(['\uFFFD\uFFFD', '2']);
  });

  it('lets an event go by that is too long, and is there for the next', () => {
    const long = 'x'.repeat(5_000);
    const after = 'id: 9\ndata: 2\n\n';
    const expected = [{ name: '', data: '2', lastEventId: '9' }];
    expect(parse(`data: ${long}\n\n${after}`).events).toEqual(expected);
    expect(parse(`data: 1\n${long}\n\n${after}`).events).toEqual(expected);
    expect(parse(`${'data: 1\n'.repeat(3_000)}\n${after}`).events).toEqual(expected);
    expect(parse(`:${long}\n\n${after}`).events).toEqual(expected);
  });

  it('does not count comments, however many come', () => {
    expect(named(`${': heartbeat\n'.repeat(3_000)}data: 1\n\n`)).toHaveLength(1);
  });

  it('keeps no more of a line without an end than of an event', () => {
    const parser = createEventParser();
    const piece = bytesOf('x'.repeat(60_000));
    const before = process.memoryUsage().heapUsed;
    for (let count = 0; count < 1_000; count += 1) {
      parser.read(piece);
    }
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(30_000_000);
  });
});

const lineEnd = fc.constantFrom('\n', '\r', '\r\n');
const word = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((text) => text.replace(/[\r\n]/g, ''));
const field = fc.oneof(
  fc
    .tuple(fc.constantFrom('event', 'data', 'id', 'retry', '', 'other'), word)
    .map(([name, value]) => `${name}: ${value}`),
  fc.constantFrom('data', 'data:', 'retry: 50', 'id: 3', ''),
  word,
);
const stream = fc
  .array(fc.tuple(field, lineEnd), { maxLength: 40 })
  .map((lines) => bytesOf(lines.flat().join('')));

function cut(bytes: Uint8Array, at: readonly number[]): Uint8Array[] {
  const places = [0, ...at.map((place) => place % (bytes.length + 1)).toSorted((a, b) => a - b)];
  return places.map((from, index) => bytes.slice(from, places[index + 1] ?? bytes.length));
}

describe('wherever the network cuts a stream', () => {
  it('it says the same', () => {
    fc.assert(
      fc.property(stream, fc.array(fc.nat(), { maxLength: 60 }), (bytes, at) => {
        expect(parse(...cut(bytes, at))).toEqual(parse(bytes));
      }),
      { numRuns: 1_000 },
    );
  });

  it('it says the same byte by byte', () => {
    fc.assert(
      fc.property(stream, (bytes) => {
        expect(parse(...Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(parse(bytes));
      }),
      { numRuns: 300 },
    );
  });

  it('what was written is what is read', () => {
    const event = fc.record({
      name: fc.constantFrom('member', 'missed'),
      data: word,
      id: fc.nat(),
    });
    const scene = fc.tuple(
      fc.array(fc.oneof(event, fc.constant(null))),
      lineEnd,
      fc.array(fc.nat()),
    );
    fc.assert(
      fc.property(scene, ([events, end, at]) => {
        const text = events.map((one) =>
          one === null
            ? `: heartbeat${end}${end}`
            : `id: ${one.id}${end}event: ${one.name}${end}data: ${one.data}${end}${end}`,
        );
        const expected = events.flatMap((one): ServerEvent[] =>
          one === null ? [] : [{ name: one.name, data: one.data, lastEventId: `${one.id}` }],
        );
        expect(parse(...cut(bytesOf(text.join('')), at)).events).toEqual(expected);
      }),
    );
  });
});
