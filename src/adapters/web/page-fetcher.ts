import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { AllowedHost } from '../../domain/allowed-host.js';
import type { FetchedPage, PageFetcher } from '../../ports/page-fetcher.js';
import { askHost } from './ask-host.js';
import { explainNetworkError, FetchRefusal } from './fetch-refusal.js';
import { type LookUp, parsePageAddress, resolveTarget, type TargetRules } from './page-target.js';
import { isPublicAddress } from './public-address.js';
import { readPage } from './read-page.js';

/** How far a fetcher goes. Everything but the hosts has a default. */
export interface PageFetcherOptions extends Partial<TargetRules> {
  readonly allowedHosts: readonly AllowedHost[];
  /** For the whole of it, redirects included. 20 s: who confirms a page is waiting. */
  readonly totalMs?: number;
  /** Without a byte. */
  readonly idleMs?: number;
  /** Of a page, unpacked. */
  readonly maxBytes?: number;
  /** Certificates to trust instead of the usual ones, in PEM. */
  readonly ca?: string;
}

const defaults = {
  totalMs: 20_000,
  idleMs: 8_000,
  // As much as the readers of a corpus take for a page.
  maxBytes: 4_000_000,
};
// http to https, bare host to www, old path to new: three are common, five are patience.
const maxRedirects = 5;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

const systemLookUp: LookUp = async (host) =>
  isIP(host) === 0 ? (await lookup(host, { all: true })).map(({ address }) => address) : [host];

type Reach = TargetRules & Required<Pick<PageFetcherOptions, 'totalMs' | 'idleMs' | 'maxBytes'>> & { ca?: string };

/** Fetches over http and https. Proxies named in the environment are not used: they would make the look-up themselves. */
export function createPageFetcher(options: PageFetcherOptions): PageFetcher {
  const reach: Reach = { ...defaults, lookUp: systemLookUp, mayConnect: isPublicAddress, ...options };
  return {
    async fetch(address, signal) {
      signal?.throwIfAborted();
      const deadline = new AbortController();
      const timer = setTimeout(() => deadline.abort(), reach.totalMs);
      const either = signal === undefined ? deadline.signal : AbortSignal.any([signal, deadline.signal]);
      try {
        return await follow(address, reach, either);
      } catch (error) {
        signal?.throwIfAborted();
        const late = `It took longer than ${reach.totalMs / 1_000} seconds.`;
        const reason = deadline.signal.aborted ? late : explainNetworkError(error);
        if (reason === undefined) throw error;
        return { kind: 'refused', reason };
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** Asks, and asks again where it is sent; each address is checked like the first. */
async function follow(address: string, reach: Reach, signal: AbortSignal): Promise<FetchedPage> {
  const { idleMs, maxBytes, ca } = reach;
  let url = parsePageAddress(address);
  for (let asked = 0; asked <= maxRedirects; asked++) {
    const target = await unlessAborted(resolveTarget(url, reach), signal);
    const response = await askHost(target, { idleMs, signal, ca });
    const { location } = response.headers;
    if (!redirects.has(response.statusCode ?? 0) || location === undefined) {
      return readPage(url, response, { maxBytes, signal });
    }
    response.destroy();
    url = parsePageAddress(location, url);
  }
  throw new FetchRefusal(`The page redirects more than ${maxRedirects} times.`);
}

/** Looking a name up can't be stopped; nobody has to wait for it. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
