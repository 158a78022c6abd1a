import { describe, expect, it } from 'vitest';
import { isAllowedHost, parseAllowedHost } from '../../src/domain/allowed-host.js';

const allowed = (list: string) =>
  list.split(',').map((written) => {
    const host = parseAllowedHost(written);
    if (host === undefined) throw new Error(`${written} is no host`);
    return host;
  });

describe('a host pages may be fetched from', () => {
  it.each([
    ['Example.ORG', { host: 'example.org', subdomains: false, port: undefined }],
    ['*.example.org', { host: 'example.org', subdomains: true, port: undefined }],
    ['example.org:8443', { host: 'example.org', subdomains: false, port: 8443 }],
    ['bücher.example', { host: 'xn--bcher-kva.example', subdomains: false, port: undefined }],
  ])('is read from %s', (written, host) => {
    expect(parseAllowedHost(written)).toEqual(host);
  });

  it.each([
    '',
    '*',
    '*.org',
    'localhost',
    'https://example.org',
    'example.org/news',
    'user@example.org',
    'exa*mple.org',
    '**.example.org',
    'example.org.',
    'example.org:0',
    'example.org:70000',
    '[::1]',
    'a b.example',
  ])('is not "%s"', (written) => {
    expect(parseAllowedHost(written)).toBeUndefined();
  });

  it.each([
    ['http://example.org/a', 'example.org'],
    ['https://EXAMPLE.org:443/a', 'example.org'],
    ['http://example.org:443/', 'example.org'],
    ['https://news.example.org/', '*.example.org'],
    ['https://a.b.example.org/', '*.example.org'],
    ['https://example.org:8443/', 'example.com,example.org:8443'],
  ])('lets %s through where %s is allowed', (address, list) => {
    expect(isAllowedHost(new URL(address), allowed(list))).toBe(true);
  });

  it.each([
    ['https://evil.example/', 'example.org'],
    ['https://example.org.evil.example/', 'example.org,*.example.org'],
    ['https://notexample.org/', '*.example.org'],
    ['https://example.org/', '*.example.org'],
    ['https://news.example.org/', 'example.org'],
    ['https://example.org:8080/', 'example.org'],
    ['https://example.org/', 'example.org:8443'],
    ['https://example.org./', 'example.org'],
  ])('stops %s where %s is allowed', (address, list) => {
    expect(isAllowedHost(new URL(address), allowed(list))).toBe(false);
  });
});
