/** One page of a list. */
export interface Page<T> {
  readonly shown: readonly T[];
  /** From 0; the last one where there are fewer than was wanted. */
  readonly page: number;
  /** At least 1. */
  readonly pages: number;
  /** How many of the list stand before this page. */
  readonly before: number;
}

// Three digits go into a button's custom id.
const mostPages = 999;

/** The page of a list that is wanted, or its last one: a re-index may have left fewer. */
export function pageOf<T>(list: readonly T[], wanted: number, perPage: number): Page<T> {
  const pages = Math.min(mostPages, Math.max(1, Math.ceil(list.length / perPage)));
  const page = Math.min(wanted, pages - 1);
  const before = page * perPage;
  return { shown: list.slice(before, before + perPage), page, pages, before };
}
