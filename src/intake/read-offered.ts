import type { Examination, ExaminedArticle, FileExaminer } from '../ports/file-examiner.js';
import type { OfferedFile } from './offered-file.js';
import { withAddress } from './with-address.js';

/** A source read as an article, with the bytes that would be written. */
export interface ReadOffer {
  readonly kind: 'read';
  readonly article: ExaminedArticle;
  readonly bytes: Uint8Array;
}

/** Reads what was offered; a fetched page that does not say where it is from is told. */
export async function readOffered(
  offered: OfferedFile,
  examiner: FileExaminer,
  signal: AbortSignal | undefined,
): Promise<ReadOffer | Extract<Examination, { kind: 'refused' }>> {
  const { bytes, page } = offered;
  const article = await examiner.examine({ name: offered.readAs, bytes }, signal);
  if (article.kind === 'refused') return article;
  if (page === undefined || article.url !== undefined) return { kind: 'read', article, bytes };
  const told = withAddress(page);
  const again = told && (await examiner.examine({ name: offered.readAs, bytes: told }, signal));
  // Written into a page that is built in some odd way it could cost more than it gives.
  const isSame =
    again?.kind === 'article' && again.title === article.title && again.letters === article.letters && again.url;
  return told && isSame ? { kind: 'read', article: again, bytes: told } : { kind: 'read', article, bytes };
}
