import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import type { FetchedPage } from '../../ports/page-fetcher.js';
import { explainStatus, FetchRefusal } from './fetch-refusal.js';

const formats: Readonly<Record<string, FetchedPage['format']>> = {
  'text/html': 'html',
  'text/plain': 'text',
  'text/markdown': 'markdown',
};

/**
 * Reads the body of an answer as a page.
 * @throws FetchRefusal for another status than 200, another type than text, another packing than gzip or brotli, and more than
 * `maxBytes` as sent or unpacked; reading stops there.
 */
export async function readPage(
  url: URL,
  response: IncomingMessage,
  limits: { readonly maxBytes: number; readonly signal: AbortSignal },
): Promise<FetchedPage> {
  try {
    if (response.statusCode !== 200) throw new FetchRefusal(explainStatus(response.statusCode ?? 0));
    const [type = '', ...parameters] = (response.headers['content-type'] ?? '').split(';');
    const name = type.trim().toLowerCase();
    const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
    if (format === undefined) throw new FetchRefusal(`It is no HTML, Markdown or plain text but ${shown(name)}.`);
    const bytes = await readBody(response, limits);
    return { kind: 'page', address: url.href, format, bytes: asUtf8(bytes, charsetOf(parameters)) };
  } finally {
    response.destroy();
  }
}

const shown = (type: string) => (/^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(type) ? type : 'something without a type');

async function readBody(
  response: IncomingMessage,
  { maxBytes, signal }: { readonly maxBytes: number; readonly signal: AbortSignal },
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      size += chunk.length;
      // Leaving the loop closes what it reads from, the connection too.
      if (size > maxBytes) return;
      chunks.push(chunk);
    }
  };
  const unpack = unpacking(response.headers['content-encoding']);
  try {
    // The signal is the request's too, which ends the answer; here it ends the unpacking of what has arrived.
    if (unpack === undefined) await pipeline(response, collect, { signal });
    else await pipeline(response, unpack, collect, { signal });
  } catch (error) {
    // Of a page that was left in its midst this only says that.
    if (size <= maxBytes) throw error;
  }
  if (size > maxBytes) throw new FetchRefusal(`It is larger than ${maxBytes / 1_000_000} MB.`);
  return Buffer.concat(chunks);
}

function unpacking(encoding: string | undefined) {
  const name = encoding?.trim().toLowerCase() ?? 'identity';
  if (name === 'identity' || name === '') return undefined;
  if (name === 'gzip' || name === 'x-gzip') return createGunzip();
  if (name === 'br') return createBrotliDecompress();
  throw new FetchRefusal('The answer is packed in a way that was not asked for.');
}

function charsetOf(parameters: readonly string[]): string | undefined {
  const written = parameters.map((parameter) => /^\s*charset\s*=\s*"?([\w.:-]{1,40})"?\s*$/i.exec(parameter)?.[1]);
  return written.find((charset) => charset !== undefined);
}

/** The answer's head outlives no file: an encoding named only there is turned into UTF-8, unless the bytes contradict it. */
function asUtf8(bytes: Uint8Array, charset: string | undefined): Uint8Array {
  if (charset === undefined) return bytes;
  try {
    const decoder = new TextDecoder(charset, { fatal: true });
    return decoder.encoding === 'utf-8' ? bytes : Buffer.from(decoder.decode(bytes));
  } catch {
    // An unknown name or bytes that are not in it: the file's own marks decide when it is read.
    return bytes;
  }
}
