import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createPlainServer, type Server } from 'node:net';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPageFetcher, type PageFetcherOptions } from '../../../src/adapters/web/page-fetcher.js';
import { testCertificate } from '../../support/test-certificate.js';

const page = '<title>Ferry</title><p>The ferry to Norrvik sailed on Monday.</p>';
const html = { 'content-type': 'text/html; charset=utf-8' };
const send = (response: ServerResponse, body: string | Uint8Array = page, head: Record<string, string> = html) =>
  response.writeHead(200, head).end(body);

async function listening<T extends Server>(server: T): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

async function serve(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  onTestFinished(() => server.closeAllConnections());
  return listening(server);
}

/** A fetcher for which the loopback stands for the public network; every name leads there unless `names` says where. */
function fetcher(port: number, options: Partial<PageFetcherOptions> = {}, names: Record<string, string[]> = {}) {
  return createPageFetcher({
    allowedHosts: ['news.example', 'other.example', '169.254.169.254', '127.0.0.1'].map((host) => ({
      host,
      subdomains: false,
      port,
    })),
    lookUp: async (host) => names[host]?.splice(0, 1) ?? (/^[\d.]+$/.test(host) ? [host] : ['127.0.0.1']),
    mayConnect: (ip) => ip === '127.0.0.1',
    totalMs: 5_000,
    ...options,
  });
}

const at = (port: number, path = '/', host = 'news.example') => `http://${host}:${port}${path}`;
const refused = (reason: string | RegExp) => ({
  kind: 'refused',
  reason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
});

describe('fetching a page', () => {
  it('gives its bytes, its format and where it was found', async () => {
    const hosts: (string | undefined)[] = [];
    const port = await serve((request, response) => {
      hosts.push(request.headers.host);
      send(response);
    });
    const fetched = await fetcher(port).fetch(at(port, '/a?b=1#c'));
    expect(fetched).toEqual({ kind: 'page', address: at(port, '/a?b=1'), format: 'html', bytes: Buffer.from(page) });
    expect(hosts).toEqual([`news.example:${port}`]);
  });

  it.each([
    ['text/plain', 'text'],
    ['text/markdown; charset=UTF-8', 'markdown'],
    ['TEXT/HTML', 'html'],
  ])('takes %s for %s', async (type, format) => {
    const port = await serve((_, response) => send(response, page, { 'content-type': type }));
    expect(await fetcher(port).fetch(at(port))).toMatchObject({ kind: 'page', format });
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('unpacks %s', async (encoding, pack) => {
    const port = await serve((_, response) => send(response, pack(page), { ...html, 'content-encoding': encoding }));
    expect(await fetcher(port).fetch(at(port))).toMatchObject({ bytes: Buffer.from(page) });
  });

  it('turns an encoding that only the answer names into UTF-8', async () => {
    const port = await serve((_, response) =>
      send(response, Buffer.from('caf\xe9', 'latin1'), { 'content-type': 'text/plain; charset=ISO-8859-1' }),
    );
    expect(await fetcher(port).fetch(at(port))).toMatchObject({ bytes: Buffer.from('café') });
  });

  it.each(['utf-16', 'no-such-charset'])('leaves bytes alone that are not in the encoding named: %s', async (name) => {
    const port = await serve((_, response) =>
      send(response, Buffer.from([0x63, 0x61, 0x66]), { 'content-type': `text/plain; charset=${name}` }),
    );
    expect(await fetcher(port).fetch(at(port))).toMatchObject({ bytes: Buffer.from('caf') });
  });

  it('follows redirects, to another host too', async () => {
    const port = await serve((request, response) => {
      const next: Record<string, string> = { '/a': 'b', '/b': at(port, '/c', 'other.example') };
      const location = next[request.url ?? ''];
      if (location === undefined) send(response);
      else response.writeHead(302, { location }).end();
    });
    expect(await fetcher(port).fetch(at(port, '/a'))).toMatchObject({ address: at(port, '/c', 'other.example') });
  });

  it('is stopped by its signal', async () => {
    const stop = new AbortController();
    const port = await serve(() => stop.abort(new Error('enough')));
    await expect(fetcher(port).fetch(at(port), stop.signal)).rejects.toThrow('enough');
  });
});

describe('a page that is not fetched', () => {
  it.each([
    ['the loopback address', (port: number) => `http://127.0.0.1:${port + 1}/`, /not among ALLOWED_HOSTS/],
    ['a cloud’s metadata', (port: number) => `http://169.254.169.254:${port}/latest/`, /not public/],
    ['a host that is not allowed', (port: number) => at(port, '/', 'evil.example'), /not among ALLOWED_HOSTS/],
    ['another port', (port: number) => at(port + 1), /not among ALLOWED_HOSTS/],
    ['a file', () => 'file:///etc/passwd', /neither http nor https/],
    ['a user name', (port: number) => `http://me@news.example:${port}/`, /user name or password/],
    ['a bracket', () => 'http://[', 'That is not a web address.'],
  ])('redirects to %s', async (_, target, reason) => {
    const port = await serve((_request, response) => response.writeHead(301, { location: target(port) }).end());
    expect(await fetcher(port).fetch(at(port))).toEqual(refused(reason));
  });

  it('redirects in a circle', async () => {
    let asked = 0;
    const port = await serve((_, response) => {
      asked++;
      response.writeHead(307, { location: '/' }).end();
    });
    expect(await fetcher(port).fetch(at(port))).toEqual(refused('The page redirects more than 5 times.'));
    expect(asked).toBe(6);
  });

  it('has a name that leads elsewhere at the second look: each request goes where the check looked', async () => {
    let asked = 0;
    const port = await serve((_, response) => {
      asked++;
      response.writeHead(302, { location: '/' }).end();
    });
    const names = { 'news.example': ['127.0.0.1', '10.0.0.1'] };
    expect(await fetcher(port, {}, names).fetch(at(port))).toEqual(refused(/not public/));
    expect(asked).toBe(1);
    expect(names['news.example']).toEqual([]);
  });

  it.each([
    [404, 'The host answered 404 (Not Found) instead of a page.'],
    [500, 'The host answered 500 (Internal Server Error) instead of a page.'],
    [299, 'The host answered 299 instead of a page.'],
    [302, 'The host answered 302 (Found) instead of a page.'],
  ])('has the status %i', async (status, reason) => {
    const port = await serve((_, response) => response.writeHead(status, html).end(page));
    expect(await fetcher(port).fetch(at(port))).toEqual(refused(reason));
  });

  it.each([
    ['application/pdf', 'It is no HTML, Markdown or plain text but application/pdf.'],
    ['image/svg+xml', /image\/svg\+xml/],
    ['__proto__', /without a type/],
    ['', /without a type/],
  ])('is of the type "%s"', async (type, reason) => {
    const port = await serve((_, response) => send(response, page, { 'content-type': type }));
    expect(await fetcher(port).fetch(at(port))).toEqual(refused(reason));
  });

  it('never ends', async () => {
    const port = await serve((_, response) => {
      response.writeHead(200, html);
      const more = () => void (response.destroyed || response.write('x'.repeat(50_000), () => setImmediate(more)));
      more();
    });
    expect(await fetcher(port, { maxBytes: 1_000_000 }).fetch(at(port))).toEqual(refused('It is larger than 1 MB.'));
  });

  it.each([
    ['gzip', gzipSync],
    // Not its best, which takes seconds.
    ['br', (zeros: Uint8Array) => brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } })],
  ])('is a bomb in %s', async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(60_000_000));
    const port = await serve((_, response) => send(response, bomb, { ...html, 'content-encoding': encoding }));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await fetcher(port).fetch(at(port))).toEqual(refused('It is larger than 4 MB.'));
  });

  it.each([
    ['cut short', 'gzip', gzipSync(page.repeat(100)).subarray(0, 50), /can not be unpacked/],
    ['not packed', 'gzip', Buffer.from(page), /can not be unpacked/],
    ['packed twice', 'gzip, gzip', gzipSync(gzipSync(page)), /not asked for/],
    ['packed otherwise', 'zstd', Buffer.from(page), /not asked for/],
  ])('is %s', async (_, encoding, body, reason) => {
    const port = await serve((_request, response) => send(response, body, { ...html, 'content-encoding': encoding }));
    expect(await fetcher(port).fetch(at(port))).toEqual(refused(reason));
  });

  it('comes in drops: the silence is short, the whole is not', async () => {
    const port = await serve((_, response) => {
      response.writeHead(200, html);
      const drip = setInterval(() => response.write('.'), 20);
      response.once('close', () => clearInterval(drip));
    });
    const patient = fetcher(port, { totalMs: 300, idleMs: 5_000 });
    expect(await patient.fetch(at(port))).toEqual(refused('It took longer than 0.3 seconds.'));
  });

  it('stops coming, before or after its head', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/head') response.writeHead(200, html).write('<p>The ferry');
    });
    const impatient = fetcher(port, { idleMs: 100 });
    expect(await impatient.fetch(at(port, '/'))).toEqual(refused('The host was silent for 0.1 seconds.'));
    expect(await impatient.fetch(at(port, '/head'))).toEqual(refused('The host was silent for 0.1 seconds.'));
  });

  it('is waited for while a name is looked up, but not for ever', async () => {
    const stuck = fetcher(80, { lookUp: () => new Promise(() => {}), totalMs: 50 });
    expect(await stuck.fetch(at(80))).toEqual(refused('It took longer than 0.05 seconds.'));
  });

  it('breaks off', async () => {
    const port = await serve((_, response) => {
      response.writeHead(200, { ...html, 'content-length': '100' });
      response.write('<p>The ferry', () => response.destroy());
    });
    expect(await fetcher(port).fetch(at(port))).toEqual(refused('The host broke the connection off.'));
  });

  it('is on a host that is not there, has no name or speaks no http', async () => {
    const free = await serve((_, response) => response.end());
    const talker = await listening(createPlainServer((socket) => socket.end('220 smtp ready\r\n')));
    const unknown = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));
    expect(await fetcher(free, { lookUp: unknown }).fetch(at(free))).toEqual(refused('There is no host of that name.'));
    expect(await fetcher(talker).fetch(at(talker))).toEqual(refused(/connection failed \(HPE_/));
    expect(await fetcher(1).fetch(at(1))).toEqual(refused('The host accepts no connection there.'));
  });

  it('has an endless head', async () => {
    const port = await serve((_, response) => send(response, page, { ...html, more: 'x'.repeat(20_000) }));
    expect(await fetcher(port).fetch(at(port))).toEqual(refused('The head of the answer is too long.'));
  });
});

describe('fetching a page over TLS', () => {
  const secure = () => listening(createSecureServer(testCertificate, (_, response) => send(response)));
  const trusting = (port: number) => fetcher(port, { ca: testCertificate.cert });

  it('asks for the certificate of the host, though it connects to an IP address', async () => {
    const port = await secure();
    expect(await trusting(port).fetch(`https://news.example:${port}/`)).toMatchObject({ kind: 'page' });
  });

  it.each([
    ['of another host', 'other.example', trusting],
    ['nobody vouches for', 'news.example', fetcher],
  ])('refuses a certificate %s', async (_, host, make) => {
    const port = await secure();
    expect(await make(port).fetch(`https://${host}:${port}/`)).toEqual(refused(/certificate is not accepted/));
  });

  it('refuses a host without TLS', async () => {
    const port = await serve((_, response) => send(response));
    expect(await fetcher(port).fetch(`https://news.example:${port}/`)).toEqual(refused(/connection failed/));
  });

  it('refuses to leave it by a redirect', async () => {
    const port = await listening(
      createSecureServer(testCertificate, (_, response) => response.writeHead(301, { location: at(80) }).end()),
    );
    const outcome = await trusting(port).fetch(`https://news.example:${port}/`);
    expect(outcome).toEqual(refused('The page redirects from https to http.'));
  });
});
