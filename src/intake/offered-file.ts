import { splitFileName } from '../corpus/file-name.js';
import { asSentence, CorpusFormatError } from '../domain/errors.js';
import type { IntakeSource } from '../domain/intake.js';
import type { FetchedPage, PageFetcher } from '../ports/page-fetcher.js';

// The cap of the readers for a page; a larger attachment is not worth a thread.
const maxBytes = 4_000_000;
const endings: Readonly<Record<FetchedPage['format'], string>> = { html: '.html', text: '.txt', markdown: '.md' };

/** A source's bytes, before anybody has looked into them. */
export interface OfferedFile {
  readonly kind: 'file';
  /** The name it was sent under, without folders; `undefined` for a page, which is named for its title. */
  readonly sentAs: string | undefined;
  /** A plain name of its format, for its reader. */
  readonly readAs: string;
  readonly ending: string;
  readonly bytes: Uint8Array;
  readonly page: FetchedPage | undefined;
}

/** One plain sentence why a source is not taken. */
export interface RefusedOffer {
  readonly kind: 'refused';
  readonly reason: string;
}

/** Gets the bytes of a source. */
export async function getOffered(
  source: IntakeSource,
  fetcher: PageFetcher,
  signal: AbortSignal | undefined,
): Promise<OfferedFile | RefusedOffer> {
  if (source.kind === 'file') return fileOffered(source.name, source.bytes);
  const page = await fetcher.fetch(source.address, signal);
  if (page.kind === 'refused') return page;
  return { ...asFormat(page.format), sentAs: undefined, bytes: page.bytes, page };
}

function fileOffered(name: string, bytes: Uint8Array): OfferedFile | RefusedOffer {
  const sentAs = name.split(/[/\\]/).at(-1) ?? '';
  if (/\.gz$/i.test(sentAs)) return refused('it is compressed; send the page itself');
  if (bytes.length > maxBytes) return refused(`it is larger than ${maxBytes / 1_000_000} MB`);
  try {
    return { ...asFormat(splitFileName(sentAs).format), sentAs, bytes, page: undefined };
  } catch (error) {
    if (error instanceof CorpusFormatError) return refused(error.message.replace(', .html.gz', ''));
    throw error;
  }
}

function asFormat(format: FetchedPage['format']): Pick<OfferedFile, 'kind' | 'readAs' | 'ending'> {
  return { kind: 'file', readAs: `offered${endings[format]}`, ending: endings[format] };
}

function refused(reason: string): RefusedOffer {
  return { kind: 'refused', reason: asSentence(reason) };
}
