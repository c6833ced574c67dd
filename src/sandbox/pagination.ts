/** The `pagination` object that goes with a list. */
export interface Pagination {
  readonly current_page: number;
  readonly per_page: number;
  readonly total_entries: number;
  readonly total_pages: number;
}

const DEFAULT_PER_PAGE = 25;
const LEAST_PER_PAGE = 10;

/** One page of `entries`, of at most `most`, under `root`, as a response body. */
export function paginate(
  root: string,
  entries: readonly unknown[],
  query: Readonly<Record<string, string>>,
  most: number,
): Record<string, unknown> {
  const page = pageOf(query['page']);
  const perPage = perPageOf(query['records_per_page'], most);
  const pagination: Pagination = {
    current_page: page,
    per_page: perPage,
    total_entries: entries.length,
    // An empty list still has one page.
    total_pages: Math.max(1, Math.ceil(entries.length / perPage)),
  };
  return { [root]: entries.slice((page - 1) * perPage, page * perPage), pagination };
}

function pageOf(raw: string | undefined): number {
  const page = Number(raw);
  return Number.isInteger(page) && page >= 1 ? page : 1;
}

/** Out of range is no error: the API silently takes the default. */
function perPageOf(raw: string | undefined, most: number): number {
  const count = Number(raw);
  return Number.isInteger(count) && count >= LEAST_PER_PAGE && count <= most
    ? count
    : DEFAULT_PER_PAGE;
}
