/**
 * Parameters of BM25F (Robertson and Zaragoza 2009, section 3.6). `k1` >= 0: how fast repetition saturates, 0 counts
 * presence only; 0.6 to 2.0 is usual. `b` in 0..1: how much a long field is held against it. `weight` >= 0: what a
 * word in this field counts against one in a field of weight 1.
 */
export interface Bm25Parameters {
  readonly k1: number;
  readonly fields: readonly { readonly weight: number; readonly b: number }[];
}

/** The inverted index as flat arrays: postings of term t are at `offsets[t]` up to `offsets[t + 1]`. */
export interface Bm25Tables {
  readonly documentCount: number;
  readonly terms: readonly string[];
  readonly offsets: Uint32Array;
  readonly documents: Uint32Array;
  /** What one occurrence list adds to its document's score: inverse document frequency times saturated frequency. */
  readonly impacts: Float32Array;
}

/** Scores by document number; only the listed documents have any. */
export interface LexicalScores {
  readonly documents: readonly number[];
  /** As long as the index has documents; zero where nothing matched. Reused by the next search: copy what is kept. */
  readonly scores: Float32Array;
}

/** Inverted index with the impacts computed when it was built, so that a search only adds. */
export class Bm25Index {
  readonly tables: Bm25Tables;
  readonly #termIds = new Map<string, number>();
  readonly #scores: Float32Array;
  #touched: number[] = [];

  constructor(tables: Bm25Tables) {
    this.tables = tables;
    this.#scores = new Float32Array(tables.documentCount);
    for (const [id, term] of tables.terms.entries()) this.#termIds.set(term, id);
  }

  get documentCount(): number {
    return this.tables.documentCount;
  }

  /** In how many documents the term stands; 0 for one that the corpus does not have. */
  documentFrequency(term: string): number {
    const id = this.#termIds.get(term);
    return id === undefined ? 0 : this.#length(id);
  }

  /** The first documents that have the term, at most `limit`. */
  firstDocuments(term: string, limit: number): readonly number[] {
    const id = this.#termIds.get(term);
    if (id === undefined) return [];
    const start = this.tables.offsets[id] ?? 0;
    return [...this.tables.documents.subarray(start, start + Math.min(limit, this.#length(id)))];
  }

  /** `ln(1 + (N - n + 0.5) / (n + 0.5))`, always positive; for an unknown term that of n = 0. */
  inverseDocumentFrequency(term: string): number {
    return inverseDocumentFrequency(this.tables.documentCount, this.documentFrequency(term));
  }

  /**
   * Adds up the impacts of the terms, each times its weight; documents in no order. Rare terms come first: once `enough`
   * documents have been found, the commoner terms only add to these, for what has nothing but common words can't be
   * among the best.
   */
  search(query: ReadonlyMap<string, number>, enough = Number.POSITIVE_INFINITY): LexicalScores {
    for (const document of this.#touched) this.#scores[document] = 0;
    this.#touched = [];
    const ids = [...query].flatMap(([term, weight]) => {
      const id = this.#termIds.get(term);
      return id === undefined || weight <= 0 ? [] : [{ id, weight }];
    });
    for (const { id, weight } of ids.sort((a, b) => this.#length(a.id) - this.#length(b.id) || a.id - b.id)) {
      this.#add(id, weight, this.#touched.length < enough);
    }
    return { documents: this.#touched, scores: this.#scores };
  }

  #length(id: number): number {
    return (this.tables.offsets[id + 1] ?? 0) - (this.tables.offsets[id] ?? 0);
  }

  #add(id: number, weight: number, alsoNew: boolean): void {
    const { offsets, documents, impacts } = this.tables;
    const scores = this.#scores;
    const end = offsets[id + 1] ?? 0;
    for (let i = offsets[id] ?? 0; i < end; i++) {
      const document = documents[i] as number;
      const score = scores[document] as number;
      if (score === 0) {
        if (!alsoNew) continue;
        this.#touched.push(document);
      }
      scores[document] = score + weight * (impacts[i] as number);
    }
  }
}

/** Robertson and Sparck Jones' weight, kept positive as Lucene does. */
export function inverseDocumentFrequency(documentCount: number, documentFrequency: number): number {
  return Math.log(1 + (documentCount - documentFrequency + 0.5) / (documentFrequency + 0.5));
}
