import type { FetchedPage } from '../ports/page-fetcher.js';

/**
 * A fetched page with the address it was fetched from written into it, where its readers look for one: a saved page does not
 * say where it is from. `undefined` where there is no place for it.
 */
export function withAddress(page: Pick<FetchedPage, 'address' | 'bytes' | 'format'>): Uint8Array | undefined {
  const { address, bytes, format } = page;
  // One character a byte, so that places can be counted; what is put in is ASCII.
  const text = Buffer.from(bytes).toString('latin1');
  const isAscii = /^[\x21-\x7E]+$/.test(address) && !/["<>\\]/.test(address);
  if (!isAscii || /^(?:\xFF\xFE|\xFE\xFF)/.test(text)) return undefined;
  const [place, line] = insertion[format](text, address);
  return Buffer.concat([bytes.subarray(0, place), Buffer.from(line), bytes.subarray(place)]);
}

type Insertion = (text: string, address: string) => readonly [place: number, line: string];

const byteOrderMark = /^\xEF\xBB\xBF/;

const insertion: Readonly<Record<FetchedPage['format'], Insertion>> = {
  html: (text, address) => [
    endOf(/<head(?:\s[^<>]{0,500})?>/i, text) ??
      endOf(/<html(?:\s[^<>]{0,500})?>/i, text) ??
      endOf(byteOrderMark, text) ??
      0,
    `<link rel="canonical" href="${address}">`,
  ],
  markdown: (text, address) => [
    endOf(/^(?:\xEF\xBB\xBF)?\s*---(?:yaml)?[ \t]*\r?\n/, text) ?? endOf(byteOrderMark, text) ?? 0,
    /^(?:\xEF\xBB\xBF)?\s*---/.test(text) ? `url: "${address}"\n` : `---\nurl: "${address}"\n---\n\n`,
  ],
  // Below the headline.
  text: (text, address) => [endOf(/^\s*\S[^\r\n]*(?:\r?\n|\r)/, text) ?? text.length, `${address}\n`],
};

function endOf(pattern: RegExp, text: string): number | undefined {
  const match = pattern.exec(text);
  return match === null ? undefined : match.index + match[0].length;
}
