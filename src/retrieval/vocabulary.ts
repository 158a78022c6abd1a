import { GrowingUint32 } from './growing-array.js';

/**
 * How often each term stands in a text: the terms as ids of a vocabulary, in the order in which they are first met, each once;
 * `counts` as long as `ids`, each at least 1. `length`: how many words the text counts as long.
 */
export interface TermCounts {
  readonly length: number;
  readonly ids: readonly number[];
  readonly counts: readonly number[];
}

/** Numbers terms from 0 up as they are met, and counts them by these numbers. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  // How often each term stands in the text being counted; all zero between texts.
  readonly #counts = new GrowingUint32();

  /** The terms by their ids. */
  get terms(): readonly string[] {
    return [...this.#ids.keys()];
  }

  idOf(term: string): number {
    const known = this.#ids.get(term);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(term, id);
    this.#counts.push(0);
    return id;
  }

  /** Counts the terms of a text that is `length` words long. */
  count(terms: readonly string[], length: number): TermCounts {
    const met: number[] = [];
    for (const term of terms) this.#add(met, this.idOf(term), 1);
    return this.#take(met, length);
  }

  /** The counts of texts read as one, one after another. */
  sum(texts: readonly TermCounts[]): TermCounts {
    const met: number[] = [];
    let length = 0;
    for (const text of texts) {
      for (let i = 0; i < text.ids.length; i++) this.#add(met, text.ids[i] as number, text.counts[i] as number);
      length += text.length;
    }
    return this.#take(met, length);
  }

  #add(met: number[], id: number, count: number): void {
    const before = this.#counts.at(id);
    if (before === 0) met.push(id);
    this.#counts.set(id, before + count);
  }

  #take(ids: readonly number[], length: number): TermCounts {
    const counts = ids.map((id) => this.#counts.at(id));
    for (const id of ids) this.#counts.set(id, 0);
    return { length, ids, counts };
  }
}
