// A person asks one thing at a time and turns pages meanwhile; a page turned fast is three or four presses under way. Whoever
// meets this has tried to.
const mostOfOne = 10;
// A question takes some tens of milliseconds of the one thread that answers: the last of so many waits some seconds.
const mostOfAll = 250;

/** How many requests there may be under way. Nobody gets ahead of others by more than one person may have. */
export interface Places {
  /** Counts one more request of this person; where there are too many, counts nothing and says so in a sentence. */
  enter(userId: string): string | undefined;
  /** One that was counted has ended. */
  leave(userId: string): void;
}

/** None is taken at first. */
export function createPlaces(): Places {
  const taken = new Map<string, number>();
  let all = 0;
  return {
    enter(userId) {
      const own = taken.get(userId) ?? 0;
      if (own >= mostOfOne) return `The bot is busy with ${own} requests of yours. Wait for an answer, then ask again.`;
      if (all >= mostOfAll) return 'The bot is busy: too many people ask at once. Ask again in a minute.';
      taken.set(userId, own + 1);
      all += 1;
      return undefined;
    },
    leave(userId) {
      const own = taken.get(userId) ?? 0;
      if (own > 1) taken.set(userId, own - 1);
      else taken.delete(userId);
      all -= 1;
    },
  };
}
