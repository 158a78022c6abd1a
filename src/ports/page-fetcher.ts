/** A page as a host gave it. */
export interface FetchedPage {
  readonly kind: 'page';
  /** Where it was found after all redirects; without a fragment. */
  readonly address: string;
  readonly format: 'html' | 'text' | 'markdown';
  /** Uncompressed; in UTF-8 where the host named another encoding that fits. */
  readonly bytes: Uint8Array;
}

/** A page, or one plain sentence why there is none. */
export type FetchOutcome = FetchedPage | { readonly kind: 'refused'; readonly reason: string };

/** Fetches pages from the hosts that are allowed, and from public addresses only. */
export interface PageFetcher {
  /** Rejects only with the signal's reason. Whatever the network does is an outcome. */
  fetch(address: string, signal?: AbortSignal): Promise<FetchOutcome>;
}
