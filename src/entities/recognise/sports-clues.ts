import type { NameKnowledge } from '../../ports/name-knowledge.js';
import { countryNames } from './countries.js';
import { inSmallLetters } from './form-clues.js';
import type { Votes } from './reading.js';
import type { Run } from './runs.js';
import type { Token } from './tokens.js';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));
const sportWords = words(
  `soccer cricket baseball basketball football rugby hockey tennis golf boxing league season championship tournament innings wicket
   wickets halftime half-time striker midfielder quarterback pitcher inning semifinal semifinals quarterfinal playoffs playoff standings
   scorers touchdown touchdowns goalkeeper batsman bowler runs goals coach cup match matches scored game games team teams draw points`,
);
const teamBefore = words(
  'beat against v vs over defeated joined visited host hosted versus thrashed edged downed club side champions',
);
const teamAfter = words(
  `beat defeated won lost drew have scored striker captain skipper midfielder coach manager fans players goalkeeper defender team side thrashed edged
   downed hosted visited forward winger batsman bowler pitcher quarterback shortstop take took led trailed v vs`,
);
// Two sport words in a hundred: below, an article mentions a game but does not report one.
const MIN_SHARE = 0.02;
const MIN_WORDS = 3;

/** Whether an article reports on sports, where a town's name mostly means its team. */
export function isSportsReport(sentences: readonly (readonly Token[])[]): boolean {
  let all = 0;
  let sport = 0;
  for (const tokens of sentences) {
    for (const { kind, lower } of tokens) {
      if (kind === 'mark' || kind === 'number') continue;
      all += 1;
      if (sportWords.has(lower)) sport += 1;
    }
  }
  return sport >= MIN_WORDS && sport > all * MIN_SHARE;
}

/** In a sports report: "Leeds 2", "beat Leeds", "Leeds striker". Countries stay places, as in a medal table. */
export function teamClue(tokens: readonly Token[], { from, to }: Run, knows: NameKnowledge): Partial<Votes> {
  const name = inSmallLetters(
    tokens
      .slice(from, to)
      .map(({ text }) => text)
      .join(' '),
  );
  if (countryNames().has(name)) return {};
  const [before, after, second] = [tokens[from - 1], tokens[to], tokens[to + 1]];
  const isTown = knows.population(name) > 0 || knows.sense(name) === 'place';
  const isScored = after?.kind === 'number' && !/^\d{4}-/u.test(after.text);
  if (isScored && !isTown) {
    if (knows.isGivenName(name.split(' ')[0] ?? '')) return {};
    // "beat Larkton Wick 2-1": one result, where a match of two people has one for each set.
    const isBeaten = teamBefore.has(before?.lower ?? '') && second?.kind !== 'number' && second?.text !== ',';
    return { organisation: isBeaten ? 2.5 : 1.5 };
  }
  if (isScored) return { organisation: 5 };
  if (!isTown) return {};
  if (before?.lower === 'in' || before?.lower === 'at' || before?.lower === 'near') return {};
  const isTeam =
    teamBefore.has(before?.lower ?? '') ||
    teamAfter.has(after?.lower ?? '') ||
    (tokens[to - 1]?.isPossessive === true && teamAfter.has(second?.lower ?? ''));
  return isTeam ? { organisation: 4 } : {};
}
