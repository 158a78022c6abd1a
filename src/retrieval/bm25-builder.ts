import { type Bm25Parameters, type Bm25Tables, inverseDocumentFrequency } from './bm25-index.js';
import { GrowingUint32 } from './growing-array.js';
import type { TermCounts, Vocabulary } from './vocabulary.js';

/** Collects documents field by field, then computes the impacts of all postings. */
export class Bm25Builder {
  readonly #parameters: Bm25Parameters;
  readonly #vocabulary: Vocabulary;
  // The tables have their own order of terms, that in which documents bring them: one more than the number there, 0 for none yet.
  #numberOf = new Uint32Array(1024);
  readonly #idOf = new GrowingUint32();
  readonly #fieldLengths: GrowingUint32[];
  // One entry a (document, field, term): counted in the order of the documents.
  readonly #documents = new GrowingUint32();
  readonly #termOf = new GrowingUint32();
  readonly #fieldAndCount = new GrowingUint32();
  #documentCount = 0;

  /** Documents are given as counts over `vocabulary`. */
  constructor(parameters: Bm25Parameters, vocabulary: Vocabulary) {
    this.#parameters = parameters;
    this.#vocabulary = vocabulary;
    this.#fieldLengths = parameters.fields.map(() => new GrowingUint32());
  }

  /** Adds the next document: its fields in the order of the parameters. A field of weight 0 counts for nothing. */
  add(fields: readonly TermCounts[]): void {
    fields.forEach((field, fieldNumber) => {
      this.#fieldLengths[fieldNumber]?.push(field.length);
      if (this.#parameters.fields[fieldNumber]?.weight !== 0) this.#addField(field, fieldNumber);
    });
    this.#documentCount++;
  }

  build(): Bm25Tables {
    const frequencies = this.#weightedFrequencies();
    const { order, starts } = this.#byTerm();
    const termCount = this.#idOf.length;
    // As many as there are entries at most: a term in two fields of one document is one posting.
    const documents = new Uint32Array(order.length);
    const impacts = new Float32Array(order.length);
    const offsets = new Uint32Array(termCount + 1);
    const { k1 } = this.#parameters;
    // Of one term: no more postings than documents.
    const sums = new Float64Array(this.#documentCount);
    let end = 0;
    for (let term = 0; term < termCount; term++) {
      const from = end;
      for (let i = starts[term] as number; i < (starts[term + 1] as number); i++) {
        const entry = order[i] as number;
        const document = this.#documents.at(entry);
        const frequency = frequencies[entry] as number;
        if (end > from && documents[end - 1] === document) {
          sums[end - from - 1] = (sums[end - from - 1] as number) + frequency;
        } else {
          sums[end - from] = frequency;
          documents[end++] = document;
        }
      }
      const idf = inverseDocumentFrequency(this.#documentCount, end - from);
      for (let i = 0; i < end - from; i++) {
        const frequency = sums[i] as number;
        impacts[from + i] = (idf * frequency * (k1 + 1)) / (k1 + frequency);
      }
      offsets[term + 1] = end;
    }
    return {
      documentCount: this.#documentCount,
      terms: this.#terms(),
      offsets,
      documents: documents.slice(0, end),
      impacts: impacts.slice(0, end),
    };
  }

  #addField({ ids, counts }: TermCounts, fieldNumber: number): void {
    for (let i = 0; i < ids.length; i++) {
      this.#documents.push(this.#documentCount);
      this.#termOf.push(this.#numberOfTerm(ids[i] as number));
      this.#fieldAndCount.push(fieldNumber * MAX_COUNT + Math.min(counts[i] as number, MAX_COUNT - 1));
    }
  }

  #numberOfTerm(id: number): number {
    if (id >= this.#numberOf.length) {
      const larger = new Uint32Array(2 * id);
      larger.set(this.#numberOf);
      this.#numberOf = larger;
    }
    const known = this.#numberOf[id] as number;
    if (known !== 0) return known - 1;
    this.#idOf.push(id);
    this.#numberOf[id] = this.#idOf.length;
    return this.#idOf.length - 1;
  }

  #terms(): string[] {
    const { terms } = this.#vocabulary;
    return Array.from(this.#idOf.toArray(), (id) => terms[id] as string);
  }

  /** Each entry's frequency, weighted by its field and normalised by that field's length. */
  #weightedFrequencies(): Float32Array {
    const averages = this.#fieldLengths.map((lengths) => lengths.sum() / Math.max(1, lengths.length) || 1);
    const frequencies = new Float32Array(this.#documents.length);
    for (let entry = 0; entry < frequencies.length; entry++) {
      const packed = this.#fieldAndCount.at(entry);
      const fieldNumber = Math.floor(packed / MAX_COUNT);
      const { weight = 0, b = 0 } = this.#parameters.fields[fieldNumber] ?? {};
      const length = this.#fieldLengths[fieldNumber]?.at(this.#documents.at(entry)) ?? 0;
      frequencies[entry] = (weight * (packed % MAX_COUNT)) / (1 - b + (b * length) / (averages[fieldNumber] ?? 1));
    }
    return frequencies;
  }

  /** The entries sorted by term, documents staying in order (counting sort). */
  #byTerm(): { order: Uint32Array; starts: Uint32Array } {
    const starts = new Uint32Array(this.#idOf.length + 1);
    for (let entry = 0; entry < this.#termOf.length; entry++) {
      const next = this.#termOf.at(entry) + 1;
      starts[next] = (starts[next] as number) + 1;
    }
    for (let term = 0; term < this.#idOf.length; term++) {
      starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number);
    }
    const order = new Uint32Array(this.#termOf.length);
    const next = starts.slice();
    for (let entry = 0; entry < order.length; entry++) {
      const term = this.#termOf.at(entry);
      order[next[term] as number] = entry;
      next[term] = (next[term] as number) + 1;
    }
    return { order, starts };
  }
}

// Field number and count share 32 bits; a word 65,535 times in one passage is no text.
const MAX_COUNT = 65_536;
