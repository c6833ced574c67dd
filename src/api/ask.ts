import type { Reader } from './answers.ts';
import type { Page, RequestOptions } from './client.ts';
import { failure } from './failure.ts';
import { guidOf, uniqueBy } from './read.ts';
import { createSend, type Call, type TransportOptions } from './request.ts';

/** Requests whose answers are read into the domain, or refused as unreadable. */
export interface Ask {
  one<T>(call: Call, read: Reader<T>, options: RequestOptions | undefined): Promise<T>;
  /** A list to the end of its pages. */
  all<T extends { readonly guid: string }>(
    call: Call,
    read: Reader<Page<T>>,
    options: RequestOptions | undefined,
  ): Promise<readonly T[]>;
}

const PER_PAGE = 100;
/** A list that claims to have more pages than this is not read further. */
const MOST_PAGES = 20;

export function createAsk(transport: TransportOptions): Ask {
  const send = createSend(transport);

  const one: Ask['one'] = async (call, read, options) => {
    const answer = read(await send(call, options?.signal));
    if (answer === null) {
      throw failure('unreadable', call.verb);
    }
    return answer;
  };

  const pagesFrom = async <T>(
    page: number,
    call: Call,
    read: Reader<Page<T>>,
    options: RequestOptions | undefined,
  ): Promise<readonly T[]> => {
    const query = { page, records_per_page: PER_PAGE };
    const { items, totalPages } = await one({ ...call, query }, read, options);
    return page < Math.min(totalPages, MOST_PAGES)
      ? [...items, ...(await pagesFrom(page + 1, call, read, options))]
      : items;
  };

  return {
    one,
    all: async (call, read, options) => uniqueBy(await pagesFrom(1, call, read, options), guidOf),
  };
}
