import { splitterVersion } from '../corpus/split-article.js';
import type { Article } from '../domain/article.js';
import { SnapshotMismatchError } from '../domain/errors.js';
import type { Passage } from '../domain/passage.js';
import type { Embedder } from '../ports/embedder.js';
import type { StoredSnapshot } from '../ports/snapshot-store.js';
import { decodeWordCounts, type EarlierWords } from '../retrieval/word-counts-codec.js';
import { decodeVectors } from './load-snapshot.js';
import { decodePassages, snapshotFiles } from './snapshot-files.js';
import type { EarlierVectors } from './vector-rows.js';

/** What a re-index may take over. */
export interface EarlierIndex {
  readonly vectorOf: EarlierVectors;
  /** The passages of an article that has not changed, where they would be cut the same now; else `undefined`. */
  readonly passagesOf: (article: Article) => readonly Passage[] | undefined;
  /** The words of such an article, where they would be counted the same now; else `undefined`. */
  readonly wordsOf: EarlierWords;
  /** The passages that an article of the stored snapshot had then. */
  readonly formerPassages: (articleId: string) => readonly Passage[];
  /** The snapshot they are from; `undefined` where nothing may be taken over. */
  readonly stored: StoredSnapshot | undefined;
}

/** Nothing to take over. */
export const noEarlierIndex: EarlierIndex = {
  vectorOf: () => undefined,
  passagesOf: () => undefined,
  wordsOf: () => undefined,
  formerPassages: () => [],
  stored: undefined,
};

/**
 * Passages and vectors of a stored snapshot, where the same embedder made them: of unchanged articles, and of their vectors
 * those only whose passage begins and ends where it did, as another version of this program may split otherwise.
 */
export async function earlierIndex(stored: StoredSnapshot | null, embedder: Embedder): Promise<EarlierIndex> {
  if (stored === null || stored.manifest.embedderId !== embedder.id) return noEarlierIndex;
  const { manifest } = stored;
  const { dimensions, values } = decodeVectors(manifest, await stored.read(snapshotFiles.vectors));
  const passages = decodePassages(await stored.read(snapshotFiles.passages));
  const positions = new Map(passages.map(({ id }, position) => [id, position]));
  const byArticle = new Map<string, Passage[]>();
  for (const passage of passages) {
    const before = byArticle.get(passage.article);
    if (before === undefined) byArticle.set(passage.article, [passage]);
    else before.push(passage);
  }
  const isUnchanged = ({ id, contentHash }: Article) => manifest.articleHashes[id] === contentHash;
  const isCutTheSame = (article: Article) => manifest.splitter === splitterVersion && isUnchanged(article);
  const words = await earlierWords(stored);
  return {
    stored,
    formerPassages: (id) => byArticle.get(id) ?? [],
    passagesOf: (article) => (isCutTheSame(article) ? (byArticle.get(article.id) ?? []) : undefined),
    wordsOf: (article, vocabulary) => (isCutTheSame(article) ? words(article, vocabulary) : undefined),
    vectorOf(article, passage) {
      const position = isUnchanged(article) ? positions.get(passage.id) : undefined;
      const former = passages[position ?? -1];
      if (position === undefined || former?.start !== passage.start || former.end !== passage.end) return undefined;
      return { position, vector: values.subarray(position * dimensions, (position + 1) * dimensions) };
    },
  };
}

/** An index made before they were kept has none. Whatever is wrong with those kept, counting anew mends it. */
async function earlierWords(stored: StoredSnapshot): Promise<EarlierWords> {
  const none: EarlierWords = () => undefined;
  if (!Object.hasOwn(stored.manifest.files, snapshotFiles.wordCounts)) return none;
  const bytes = await stored.read(snapshotFiles.wordCounts);
  const words = unlessMismatched(() => decodeWordCounts(bytes)) ?? none;
  return (article, vocabulary) => unlessMismatched(() => words(article, vocabulary));
}

function unlessMismatched<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof SnapshotMismatchError) return undefined;
    throw error;
  }
}
