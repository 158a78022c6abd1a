/** A list of unsigned 32-bit numbers that grows by doubling: millions of them without an object each. */
export class GrowingUint32 {
  #values = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  /** The value at an index below `length`; 0 beyond it. */
  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  /** Replaces the value at an index below `length`. */
  set(index: number, value: number): void {
    this.#values[index] = value;
  }

  sum(): number {
    let total = 0;
    for (let i = 0; i < this.#length; i++) total += this.at(i);
    return total;
  }

  /** A copy of exactly `length` values. */
  toArray(): Uint32Array {
    return this.#values.slice(0, this.#length);
  }
}
