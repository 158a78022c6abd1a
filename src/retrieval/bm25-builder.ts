import { type Bm25Parameters, type Bm25Tables, type FieldTerms, inverseDocumentFrequency } from './bm25-index.js';
import { GrowingUint32 } from './growing-array.js';

/** Collects documents field by field, then computes the impacts of all postings. */
export class Bm25Builder {
  readonly #parameters: Bm25Parameters;
  readonly #termIds = new Map<string, number>();
  readonly #fieldLengths: GrowingUint32[];
  // One entry a (document, field, term): counted in the order of the documents.
  readonly #documents = new GrowingUint32();
  readonly #termOf = new GrowingUint32();
  readonly #fieldAndCount = new GrowingUint32();
  // How often each term stands in the field being counted; all zero between fields.
  #counts = new Uint32Array(1024);
  #documentCount = 0;

  constructor(parameters: Bm25Parameters) {
    this.#parameters = parameters;
    this.#fieldLengths = parameters.fields.map(() => new GrowingUint32());
  }

  /** Adds the next document: its fields in the order of the parameters. A field of weight 0 counts for nothing. */
  add(fields: readonly FieldTerms[]): void {
    fields.forEach((field, fieldNumber) => {
      this.#fieldLengths[fieldNumber]?.push(field.length);
      if (this.#parameters.fields[fieldNumber]?.weight !== 0) this.#addField(field.terms, fieldNumber);
    });
    this.#documentCount++;
  }

  build(): Bm25Tables {
    const frequencies = this.#weightedFrequencies();
    const { order, starts } = this.#byTerm();
    const termCount = this.#termIds.size;
    // As many as there are entries at most: a term in two fields of one document is one posting.
    const documents = new Uint32Array(order.length);
    const impacts = new Float32Array(order.length);
    const offsets = new Uint32Array(termCount + 1);
    const { k1 } = this.#parameters;
    let end = 0;
    for (let term = 0; term < termCount; term++) {
      const from = end;
      const sums: number[] = [];
      for (let i = starts[term] as number; i < (starts[term + 1] as number); i++) {
        const entry = order[i] as number;
        const document = this.#documents.at(entry);
        const frequency = frequencies[entry] as number;
        if (end > from && documents[end - 1] === document) {
          sums[sums.length - 1] = (sums[sums.length - 1] as number) + frequency;
        } else {
          documents[end++] = document;
          sums.push(frequency);
        }
      }
      const idf = inverseDocumentFrequency(this.#documentCount, sums.length);
      for (let i = 0; i < sums.length; i++) {
        const frequency = sums[i] as number;
        impacts[from + i] = (idf * frequency * (k1 + 1)) / (k1 + frequency);
      }
      offsets[term + 1] = end;
    }
    return {
      documentCount: this.#documentCount,
      terms: [...this.#termIds.keys()],
      offsets,
      documents: documents.slice(0, end),
      impacts: impacts.slice(0, end),
    };
  }

  #addField(terms: readonly string[], fieldNumber: number): void {
    const met: number[] = [];
    for (const term of terms) {
      const id = this.#idOf(term);
      const count = this.#counts[id] as number;
      if (count === 0) met.push(id);
      this.#counts[id] = count + 1;
    }
    for (const id of met) {
      const count = this.#counts[id] as number;
      this.#counts[id] = 0;
      this.#documents.push(this.#documentCount);
      this.#termOf.push(id);
      this.#fieldAndCount.push(fieldNumber * MAX_COUNT + Math.min(count, MAX_COUNT - 1));
    }
  }

  #idOf(term: string): number {
    const known = this.#termIds.get(term);
    if (known !== undefined) return known;
    const id = this.#termIds.size;
    this.#termIds.set(term, id);
    if (id === this.#counts.length) {
      const larger = new Uint32Array(id * 2);
      larger.set(this.#counts);
      this.#counts = larger;
    }
    return id;
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
    const starts = new Uint32Array(this.#termIds.size + 1);
    for (let entry = 0; entry < this.#termOf.length; entry++) {
      const next = this.#termOf.at(entry) + 1;
      starts[next] = (starts[next] as number) + 1;
    }
    for (let term = 0; term < this.#termIds.size; term++) {
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
