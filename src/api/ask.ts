import type { Reader } from './answers.ts';
import type { Page, RequestOptions } from './client.ts';
import { failure, type Verb } from './failure.ts';
import { uniqueByGuid } from './read.ts';
import { createSend, type Call, type TransportOptions } from './request.ts';

/** Requests whose answers are read into the domain, or refused as unreadable. */
export interface Ask {
  readonly one: <T>(
    verb: Verb,
    path: Call['path'],
    read: Reader<T>,
    options: RequestOptions | undefined,
    request?: Omit<Call, 'verb' | 'path'>,
  ) => Promise<T>;
  /** A list to the end of its pages. */
  readonly all: <T extends object>(
    verb: Verb,
    path: Call['path'],
    read: Reader<Page<T>>,
    options: RequestOptions | undefined,
  ) => Promise<readonly T[]>;
}

const PER_PAGE = 100;
/** A list that claims to have more pages than this is not read further. */
const MOST_PAGES = 20;

export function createAsk(transport: TransportOptions): Ask {
  const send = createSend(transport);

  const one: Ask['one'] = async (verb, path, read, options, request) => {
    const answer = read(await send({ verb, path, ...request }, options?.signal));
    if (answer === null) {
      throw failure('unreadable', verb);
    }
    return answer;
  };

  const all: Ask['all'] = async (verb, path, read, options) => {
    const pages = [];
    let last = 1;
    for (let page = 1; page <= last; page += 1) {
      const query = { page, records_per_page: PER_PAGE };
      const { items, totalPages } = await one(verb, path, read, options, { query });
      pages.push(items);
      last = Math.min(totalPages, MOST_PAGES);
    }
    return uniqueByGuid(pages.flat());
  };

  return { one, all };
}
