import { describe, expect, it } from 'vitest';
import { parsePageAddress, resolveTarget } from '../../../src/adapters/web/page-target.js';
import { isPublicAddress } from '../../../src/adapters/web/public-address.js';
import { parseAllowedHost } from '../../../src/domain/allowed-host.js';

const hosts = (...written: string[]) => written.flatMap((one) => parseAllowedHost(one) ?? []);
const rules = (allowed: string[], addresses: string[] = ['8.8.8.8']) => ({
  allowedHosts: hosts(...allowed),
  lookUp: async (host: string) => (/^[\d.]+$|:/.test(host) ? [host] : addresses),
  mayConnect: isPublicAddress,
});

describe('the address of a page', () => {
  it.each([
    ['file:///etc/passwd', /neither http nor https/],
    ['ftp://news.example/a', /neither http nor https/],
    ['javascript:alert(1)', /neither http nor https/],
    ['data:text/html,hello', /neither http nor https/],
    ['gopher://news.example/', /neither http nor https/],
    ['https://bbc.co.uk@evil.example/', /user name or password/],
    ['https://:secret@news.example/', /user name or password/],
    ['news.example/a', /not a web address/],
    ['//news.example/a', /not a web address/],
    ['http://[::1', /not a web address/],
    ['http://news.example:99999/', /not a web address/],
    ['', /not a web address/],
    [`https://news.example/${'x'.repeat(2_000)}`, /too long/],
  ])('is refused: %s', (address, reason) => {
    expect(() => parsePageAddress(address)).toThrow(reason);
  });

  it('loses its fragment, and a redirect may be relative', () => {
    expect(parsePageAddress('https://news.example/a/b?c=1#d').href).toBe('https://news.example/a/b?c=1');
    expect(parsePageAddress('../e', new URL('https://news.example/a/b')).href).toBe('https://news.example/e');
  });

  it('may not go from https to http by a redirect', () => {
    expect(() => parsePageAddress('http://news.example/', new URL('https://news.example/'))).toThrow(/https to http/);
  });
});

describe('resolving the address of a page', () => {
  it('gives the first of its public IP addresses', async () => {
    const target = await resolveTarget(
      new URL('https://news.example/'),
      rules(['news.example'], ['8.8.8.8', '8.8.4.4']),
    );
    expect(target.ip).toBe('8.8.8.8');
  });

  // However a number is written, it is one address; and an allowed host is no leave to go inside.
  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://①②⑦.0.0.1/',
  ])('refuses %s, also where its host is allowed', async (address) => {
    const url = new URL(address);
    await expect(resolveTarget(url, rules(['news.example']))).rejects.toThrow(/not among ALLOWED_HOSTS/);
    await expect(resolveTarget(url, rules([url.hostname]))).rejects.toThrow(/not public/);
  });

  it.each(['http://[::1]/', 'http://[::ffff:127.0.0.1]/', 'http://[fd00:ec2::254]/', 'http://[::ffff:7f00:1]/'])(
    'refuses %s, also where its host is allowed',
    async (address) => {
      const url = new URL(address);
      const allowedHosts = [{ host: url.hostname, subdomains: false, port: undefined }];
      await expect(resolveTarget(url, { ...rules([]), allowedHosts })).rejects.toThrow(/not public/);
    },
  );

  it('refuses a name with one inner address among its addresses', async () => {
    const mixed = rules(['news.example'], ['8.8.8.8', '10.0.0.7']);
    await expect(resolveTarget(new URL('http://news.example/'), mixed)).rejects.toThrow(/not public/);
  });

  it('refuses a name without an address', async () => {
    const none = rules(['news.example'], []);
    await expect(resolveTarget(new URL('http://news.example/'), none)).rejects.toThrow('There is no host of that name');
  });

  it('refuses everything where no host is allowed, and names the setting', async () => {
    await expect(resolveTarget(new URL('http://news.example/'), rules([]))).rejects.toThrow('ALLOWED_HOSTS');
  });
});
