/**
 * Counted up whenever the same bytes of a file give another article, so that articles read before are read anew. By itself, as
 * it is asked for where nothing is read.
 */
export const readerVersion = 2;
