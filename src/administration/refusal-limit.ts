import type { Clock } from '../ports/clock.js';

const hourMs = 3_600_000;
// Three say that somebody tries; the fourth says nothing new. All people together: a thousand members with a script must not
// push what admins did out of a log of some two hundred thousand entries, which takes nine months at this rate.
const perPerson = 3;
const perHour = 30;

/** Whether another refusal of this person is worth an entry: three an hour for each, thirty for all. */
export function createRefusalLimit(clock: Clock): (personId: string) => boolean {
  let recorded: { readonly personId: string; readonly at: number }[] = [];
  return (personId) => {
    const now = clock.now();
    recorded = recorded.filter(({ at }) => now - at < hourMs);
    const own = recorded.filter((one) => one.personId === personId).length;
    if (own >= perPerson || recorded.length >= perHour) return false;
    recorded.push({ personId, at: now });
    return true;
  };
}
