import type { Neighbour } from '../../ports/vector-index.js';

/** Orders neighbours: nearest first, and at equal similarity the earlier position. */
export function byNearness(one: Neighbour, other: Neighbour): number {
  return other.similarity - one.similarity || one.position - other.position;
}

/** Keeps the nearest `limit` of all that are offered; the furthest of those kept is at the root. */
export class NearestHeap {
  readonly #limit: number;
  readonly #kept: Neighbour[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(position: number, similarity: number): void {
    const root = this.#kept[0];
    if (this.#kept.length < this.#limit) {
      this.#kept.push({ position, similarity });
      this.#rise(this.#kept.length - 1);
      return;
    }
    // Nearly all of a long scan ends here, before anything is allocated.
    if (root === undefined || similarity < root.similarity) return;
    const offered = { position, similarity };
    if (byNearness(offered, root) > 0) return;
    this.#kept[0] = offered;
    this.#sink(0);
  }

  /** What was kept, nearest first. */
  sorted(): Neighbour[] {
    return [...this.#kept].sort(byNearness);
  }

  #rise(from: number): void {
    let child = from;
    while (child > 0 && this.#swapIfNearer((child - 1) >> 1, child)) child = (child - 1) >> 1;
  }

  #sink(from: number): void {
    for (let parent = from; ; ) {
      const left = 2 * parent + 1;
      const child = this.#isNearer(left, left + 1) ? left + 1 : left;
      if (!this.#swapIfNearer(parent, child)) return;
      parent = child;
    }
  }

  #isNearer(one: number, other: number): boolean {
    const first = this.#kept[one];
    const second = this.#kept[other];
    return first !== undefined && second !== undefined && byNearness(first, second) < 0;
  }

  /** A parent must not be nearer than its child. */
  #swapIfNearer(parent: number, child: number): boolean {
    const above = this.#kept[parent];
    const below = this.#kept[child];
    if (above === undefined || below === undefined || byNearness(above, below) >= 0) return false;
    this.#kept[parent] = below;
    this.#kept[child] = above;
    return true;
  }
}
