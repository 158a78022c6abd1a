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
  #documentCount = 0;

  constructor(parameters: Bm25Parameters) {
    this.#parameters = parameters;
    this.#fieldLengths = parameters.fields.map(() => new GrowingUint32());
  }

  /** Adds the next document: its fields in the order of the parameters. */
  add(fields: readonly FieldTerms[]): void {
    fields.forEach((field, fieldNumber) => {
      this.#fieldLengths[fieldNumber]?.push(field.length);
      const counts = new Map<number, number>();
      for (const term of field.terms) {
        const id = this.#idOf(term);
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      for (const [id, count] of counts) {
        this.#documents.push(this.#documentCount);
        this.#termOf.push(id);
        this.#fieldAndCount.push(fieldNumber * MAX_COUNT + Math.min(count, MAX_COUNT - 1));
      }
    });
    this.#documentCount++;
  }

  build(): Bm25Tables {
    const frequencies = this.#weightedFrequencies();
    const { order, starts } = this.#byTerm();
    const documents = new GrowingUint32();
    const impacts: number[] = [];
    const offsets = new Uint32Array(this.#termIds.size + 1);
    for (let term = 0; term < this.#termIds.size; term++) {
      const from = documents.length;
      const saturated: number[] = [];
      for (let i = starts[term] as number; i < (starts[term + 1] as number); i++) {
        const entry = order[i] as number;
        const document = this.#documents.at(entry);
        const frequency = frequencies[entry] as number;
        if (documents.length > from && documents.at(documents.length - 1) === document) {
          saturated[saturated.length - 1] = (saturated.at(-1) ?? 0) + frequency;
        } else {
          documents.push(document);
          saturated.push(frequency);
        }
      }
      const idf = inverseDocumentFrequency(this.#documentCount, saturated.length);
      const { k1 } = this.#parameters;
      for (const frequency of saturated) impacts.push((idf * frequency * (k1 + 1)) / (k1 + frequency));
      offsets[term + 1] = documents.length;
    }
    return {
      documentCount: this.#documentCount,
      terms: [...this.#termIds.keys()],
      offsets,
      documents: documents.toArray(),
      impacts: Float32Array.from(impacts),
    };
  }

  #idOf(term: string): number {
    const known = this.#termIds.get(term);
    if (known !== undefined) return known;
    const id = this.#termIds.size;
    this.#termIds.set(term, id);
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
