import http, { type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type AttachmentOptions, createAttachmentDownload } from '../../../src/adapters/web/attachment-download.js';

/** A host of attachments on the loopback interface. */
async function hostOf(answer: RequestListener): Promise<string> {
  const server = http.createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const from = (origin: string, options: AttachmentOptions = {}) =>
  createAttachmentDownload({ origins: [origin], ...options });
const file = (url: string, bytes = 5) => ({ name: 'a.md', url, bytes });

describe('an attachment', () => {
  it('is downloaded from its host', async () => {
    const origin = await hostOf((_, response) => response.end('whale'));
    const outcome = await from(origin).download(file(`${origin}/a.md?ex=1`));
    expect(outcome.kind === 'file' && Buffer.from(outcome.bytes).toString()).toBe('whale');
  });

  it.each([
    'http://cdn.discordapp.com/a',
    'https://cdn.discordapp.com:444/a',
    'https://cdn.discordapp.com.evil.example/a',
    'https://evil.example/cdn.discordapp.com',
    'https://me@cdn.discordapp.com/a',
    'https://cdn.discordapp.com@127.0.0.1/a',
    'http://127.0.0.1:1/a',
    'file:///etc/passwd',
    'data:text/plain,whale',
    '',
  ])('at %j is not asked for', async (url) => {
    expect(await createAttachmentDownload().download(file(url))).toEqual({
      kind: 'refused',
      reason: "The attachment is not on Discord's hosts.",
    });
  });

  it('that says it is too large is not asked for', async () => {
    let asked = 0;
    const origin = await hostOf((_, response) => {
      asked++;
      response.end();
    });
    const reason = 'The attachment is larger than 4 MB.';
    expect(await from(origin).download(file(`${origin}/a`, 4_000_001))).toEqual({ kind: 'refused', reason });
    expect(asked).toBe(0);
  });

  it('that is larger than it says is read no further', async () => {
    const origin = await hostOf((_, response) => {
      const more = () => void response.write(Buffer.alloc(100_000), () => setImmediate(more));
      more();
    });
    const outcome = await from(origin, { maxBytes: 1_000_000 }).download(file(`${origin}/a`));
    expect(outcome).toEqual({ kind: 'refused', reason: 'The attachment is larger than 1 MB.' });
  });

  it('is not looked for where a redirect leads, nor taken from an error', async () => {
    let asked = 0;
    const origin = await hostOf((_, response) => {
      asked++;
      response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end('moved');
    });
    expect(await from(origin).download(file(`${origin}/a`))).toMatchObject({
      kind: 'refused',
      reason: 'The host answered 302 (Found) instead of the attachment.',
    });
    expect(asked).toBe(1);
  });

  it('that trickles is given up after a time', async () => {
    const origin = await hostOf((_, response) => void response.write('wha'));
    const outcome = await from(origin, { totalMs: 100 }).download(file(`${origin}/a`));
    expect(outcome).toEqual({ kind: 'refused', reason: 'The attachment took longer than 0.1 seconds.' });
  });

  it('from a host that breaks off is refused in words', async () => {
    const origin = await hostOf((request) => request.socket.destroy());
    expect(await from(origin).download(file(`${origin}/a`))).toMatchObject({
      kind: 'refused',
      reason: expect.stringMatching(/^The (?:connection failed|host broke)/),
    });
  });

  it('is not waited for where nobody wants it any more', async () => {
    const origin = await hostOf((_, response) => void response.write('wha'));
    const stop = new AbortController();
    const downloading = from(origin).download(file(`${origin}/a`), stop.signal);
    stop.abort(new Error('gone'));
    await expect(downloading).rejects.toThrow('gone');
  });
});
