/** A host pages may be fetched from. */
export interface AllowedHost {
  /** Lower case, in ASCII, without a dot at its end. */
  readonly host: string;
  /** Whether the hosts below it are meant (`*.example.org`) instead of itself. */
  readonly subdomains: boolean;
  /** The one port that is meant; `undefined` stands for 80 and 443. */
  readonly port: number | undefined;
}

const usualPorts: ReadonlySet<number> = new Set([80, 443]);

/** Reads `example.org`, `*.example.org` or `example.org:8443`; `undefined` for anything else. */
export function parseAllowedHost(written: string): AllowedHost | undefined {
  const parts = /^(\*\.)?([^\s*/\\@?#:[\]]+\.[^\s*/\\@?#:[\].]+)(?::(\d{1,5}))?$/.exec(written.trim());
  const [, star, name, digits] = parts ?? [];
  const port = digits === undefined ? undefined : Number(digits);
  if (name === undefined || !URL.canParse(`http://${name}`)) return undefined;
  if (port !== undefined && (port < 1 || port > 65_535)) return undefined;
  return { host: new URL(`http://${name}`).hostname, subdomains: star !== undefined, port };
}

/** The port an http or https address leads to. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/** Whether the list has the host of an address with its port. */
export function isAllowedHost(url: URL, allowed: readonly AllowedHost[]): boolean {
  const port = portOf(url);
  return allowed.some((entry) => {
    const samePort = entry.port === undefined ? usualPorts.has(port) : entry.port === port;
    return samePort && (entry.subdomains ? url.hostname.endsWith(`.${entry.host}`) : url.hostname === entry.host);
  });
}
