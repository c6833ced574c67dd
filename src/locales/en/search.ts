/** Finding an institution. */
export const search = {
  'search.heading': 'Find your bank',
  'search.label': 'Name of the bank',
  'search.popular': 'Popular institutions',
  'search.count.one': '{count} institution found',
  'search.count.other': '{count} institutions found',
  'search.loading': 'Searching …',
  'search.more': 'Show more',
  'search.loading-more': 'Loading more …',
  'search.nothing': 'Nothing found for “{query}”',
  'search.nothing-hint': 'Check the spelling, or try a shorter part of the name.',
  'search.clear': 'Clear the search',
  'search.cannot-find': 'I cannot find my institution',
} as const;
