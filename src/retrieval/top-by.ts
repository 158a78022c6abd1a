/**
 * The `limit` positions of highest score, best first; equal scores in the order of the positions.
 * Costs one pass: only a position that beats the worst one kept is looked at twice.
 */
export function topBy(
  positions: ArrayLike<number>,
  score: (position: number) => number,
  limit: number,
): readonly number[] {
  const heap = new WorstFirstHeap();
  for (let i = 0; i < positions.length; i++) {
    const position = positions[i] as number;
    const candidate = { position, score: score(position) };
    if (heap.size < limit) heap.push(candidate);
    else if (limit > 0 && ranksBefore(candidate, heap.worst)) heap.replaceWorst(candidate);
  }
  return heap.entries.sort((a, b) => (ranksBefore(a, b) ? -1 : 1)).map(({ position }) => position);
}

interface Scored {
  readonly position: number;
  readonly score: number;
}

function ranksBefore(a: Scored, b: Scored): boolean {
  return a.score > b.score || (a.score === b.score && a.position < b.position);
}

/** A binary heap whose root is the entry that ranks last. */
class WorstFirstHeap {
  readonly entries: Scored[] = [];

  get size(): number {
    return this.entries.length;
  }

  get worst(): Scored {
    return this.entries[0] as Scored;
  }

  push(entry: Scored): void {
    let child = this.entries.push(entry) - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!ranksBefore(this.entries[parent] as Scored, this.entries[child] as Scored)) return;
      this.#swap(parent, child);
      child = parent;
    }
  }

  replaceWorst(entry: Scored): void {
    this.entries[0] = entry;
    let parent = 0;
    for (;;) {
      const left = 2 * parent + 1;
      if (left >= this.size) return;
      const right = left + 1;
      const child = right < this.size && this.#isWorse(right, left) ? right : left;
      if (!this.#isWorse(child, parent)) return;
      this.#swap(parent, child);
      parent = child;
    }
  }

  #isWorse(a: number, b: number): boolean {
    return ranksBefore(this.entries[b] as Scored, this.entries[a] as Scored);
  }

  #swap(a: number, b: number): void {
    [this.entries[a], this.entries[b]] = [this.entries[b] as Scored, this.entries[a] as Scored];
  }
}
