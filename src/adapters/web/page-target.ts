import { type AllowedHost, isAllowedHost, portOf } from '../../domain/allowed-host.js';
import { FetchRefusal } from './fetch-refusal.js';

/** All IP addresses of a host; rejects with the resolver's error. */
export type LookUp = (host: string) => Promise<readonly string[]>;

/** Who may be asked. */
export interface TargetRules {
  readonly allowedHosts: readonly AllowedHost[];
  readonly lookUp: LookUp;
  /** Whether a connection to this IP address may be opened. */
  readonly mayConnect: (address: string) => boolean;
}

/** An address that has been checked, and the one IP address to ask for it. */
export interface PageTarget {
  readonly url: URL;
  readonly ip: string;
}

// Longer ones are kept by no article either.
const longestAddress = 2_000;

/**
 * Reads an address, or a redirect seen from the page that gives it.
 * @throws FetchRefusal for anything but http and https without user name and password, and for leaving https.
 */
export function parsePageAddress(written: string, from?: URL): URL {
  if (written.length > longestAddress) throw new FetchRefusal('The address is too long.');
  if (!URL.canParse(written, from?.href)) throw new FetchRefusal('That is not a web address.');
  const url = new URL(written, from?.href);
  const as = from === undefined ? 'The address' : 'The page redirects to an address that';
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchRefusal(`${as} is neither http nor https.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new FetchRefusal(`${as} ${from === undefined ? 'has' : 'contains'} a user name or password.`);
  }
  if (from?.protocol === 'https:' && url.protocol === 'http:') {
    throw new FetchRefusal('The page redirects from https to http.');
  }
  url.hash = '';
  return url;
}

/**
 * Checks the host of an address and every IP address it has at this moment. The connection is then opened to the one that
 * comes back: a second look-up could give another.
 * @throws FetchRefusal where the host is not allowed or one of its addresses is not public.
 */
export async function resolveTarget(url: URL, rules: TargetRules): Promise<PageTarget> {
  if (rules.allowedHosts.length === 0) {
    throw new FetchRefusal('No page can be fetched: ALLOWED_HOSTS names no host.');
  }
  if (!isAllowedHost(url, rules.allowedHosts)) {
    throw new FetchRefusal(`"${url.hostname}" with port ${portOf(url)} is not among ALLOWED_HOSTS.`);
  }
  const found = await rules.lookUp(url.hostname.replace(/^\[|\]$/g, ''));
  const [ip] = found;
  if (ip === undefined) throw new FetchRefusal('There is no host of that name.');
  // One bad address among good ones is how a name is made to lead inside.
  if (!found.every(rules.mayConnect))
    throw new FetchRefusal(`"${url.hostname}" leads to an address that is not public.`);
  return { url, ip };
}
