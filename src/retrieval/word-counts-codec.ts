import { type Article, type ArticleId, articleId } from '../domain/article.js';
import { SnapshotMismatchError } from '../domain/errors.js';
import type { CountedArticle } from './counted-article.js';
import { tokenizerVersion } from './tokenize.js';
import { VarintReader, VarintWriter } from './varints.js';
import type { TermCounts, Vocabulary } from './vocabulary.js';

// Layout, every number a varint (LEB128): version of the tokenizer, articles, then of each article its id (bytes, UTF-8), the bytes
// of its record, and the record: number of passages, then the fields title, passages, publisher, each as length, terms, and
// of each term id and count. Then the terms: bytes, and these in UTF-8, one a line.

/** Collects the counted words of articles, in their order, as one run of bytes. */
export class WordCountsWriter {
  readonly #records = new VarintWriter();
  #articles = 0;

  add(id: ArticleId, { title, passages, publisher }: CountedArticle): void {
    const record = new VarintWriter();
    record.write(passages.length);
    for (const field of [title, ...passages, publisher]) writeField(record, field);
    const name = new TextEncoder().encode(id);
    this.#records.write(name.length);
    this.#records.append(name);
    this.#records.write(record.length);
    this.#records.append(record.bytes());
    this.#articles += 1;
  }

  /** All that was added; `vocabulary` is the one the words were counted over. */
  bytes(vocabulary: Vocabulary): Uint8Array {
    const file = new VarintWriter();
    file.write(tokenizerVersion);
    file.write(this.#articles);
    file.append(this.#records.bytes());
    const terms = new TextEncoder().encode(vocabulary.terms.join('\n'));
    file.write(terms.length);
    file.append(terms);
    return file.bytes();
  }
}

function writeField(record: VarintWriter, { length, ids, counts }: TermCounts): void {
  record.write(length);
  record.write(ids.length);
  for (let i = 0; i < ids.length; i++) {
    record.write(ids[i] as number);
    record.write(counts[i] as number);
  }
}

/** Gives an article's words, as counted before, over another vocabulary; `undefined` for an article that was not there. */
export type EarlierWords = (article: Article, vocabulary: Vocabulary) => CountedArticle | undefined;

/**
 * Reads what `WordCountsWriter` made. Nothing of it can be used where another version of the tokenizer counted.
 * @throws SnapshotMismatchError where the bytes are not of that form; of an article's record when that is asked for.
 */
export function decodeWordCounts(bytes: Uint8Array): EarlierWords {
  const file = new VarintReader(bytes);
  if (file.read() !== tokenizerVersion) return () => undefined;
  const decoder = new TextDecoder();
  const records = new Map<string, Uint8Array>();
  for (let left = file.read(); left > 0; left--) {
    const id = articleId(decoder.decode(file.take(file.read())));
    records.set(id, file.take(file.read()));
  }
  const terms = decoder.decode(file.take(file.read())).split('\n');
  if (!file.atEnd) throw new SnapshotMismatchError('the counts of words have bytes too many');
  const renumbered = renumbering(terms);
  return (article, vocabulary) => {
    const record = records.get(article.id);
    return record && readRecord(new VarintReader(record), (id) => renumbered(id, vocabulary));
  };
}

/** Former id → id in the vocabulary, which must be the same at each call. */
function renumbering(terms: readonly string[]): (id: number, vocabulary: Vocabulary) => number {
  const known = new Int32Array(terms.length).fill(-1);
  return (id, vocabulary) => {
    const before = known[id];
    if (before === undefined) throw new SnapshotMismatchError('the counts of words name a term that is not there');
    if (before >= 0) return before;
    known[id] = vocabulary.idOf(terms[id] as string);
    return known[id] as number;
  };
}

function readRecord(record: VarintReader, idOf: (former: number) => number): CountedArticle {
  const passageCount = record.read();
  const title = readField(record, idOf);
  const passages: TermCounts[] = [];
  for (let left = passageCount; left > 0; left--) passages.push(readField(record, idOf));
  const publisher = readField(record, idOf);
  if (!record.atEnd) throw new SnapshotMismatchError("an article's counts of words have bytes too many");
  return { title, passages, publisher };
}

function readField(record: VarintReader, idOf: (former: number) => number): TermCounts {
  const length = record.read();
  const ids: number[] = [];
  const counts: number[] = [];
  for (let left = record.read(); left > 0; left--) {
    ids.push(idOf(record.read()));
    counts.push(record.read());
  }
  return { length, ids, counts };
}
