import type { NameKnowledge } from '../../ports/name-knowledge.js';
import { countryNames } from './countries.js';
import { organisationHeads, placeHeads } from './name-words.js';
import type { Run } from './runs.js';
import type { Token } from './tokens.js';

// Belong to the state whose people is named before them: "Chinese Foreign Ministry" is the Foreign Ministry of China.
const stateHeads = new Set(
  `ministry parliament army navy police force forces government cabinet senate court embassy treasury department congress
   coast guard president league cup open championship`.split(/\s+/u),
);

/** How many tokens name a people or language ("Chinese", "South Korean"). */
export function peopleAt(tokens: readonly Token[], { from, to }: Run, knows: NameKnowledge): number {
  const [first, second] = [tokens[from], tokens[from + 1]];
  if (first === undefined) return 0;
  if (second !== undefined && from + 1 < to && isPeople(`${first.text} ${second.text}`, knows)) return 2;
  if (/^(?:South|North|East|West|Pan|Anti|Pro|Latin|Saudi|Sri|Costa|New|Northern|Southern)$/u.test(first.text)) {
    return second !== undefined && from + 1 < to && isPeople(second.text, knows) ? 2 : 0;
  }
  return isPeople(first.text, knows) ? 1 : 0;
}

function isPeople(name: string, knows: NameKnowledge): boolean {
  if (countryNames().has(name) || knows.isGivenName(name)) return false;
  if (knows.isWord(name.toLowerCase()) && !/(?:ish|ese|an|ch|i)$/u.test(name)) return false;
  const cased = /^\p{Lu}{4,}$/u.test(name) ? name.charAt(0) + name.slice(1).toLowerCase() : name;
  return knows.sense(cased) === 'people' || knows.sense(cased.replace(/s$/u, '')) === 'people';
}

/** Whether what follows a people's name is of one name with it: "Korean Peninsula", "British Airways". */
export function belongsTo(tokens: readonly Token[], { from, to }: Run): boolean {
  const last = tokens[to - 1]?.lower ?? '';
  const first = tokens[from]?.lower ?? '';
  if (from >= to) return false;
  return (
    (organisationHeads.has(last) || placeHeads.has(last) || first === 'academy' || first === 'peninsula') &&
    !stateHeads.has(last) &&
    !(first === 'communist')
  );
}
