import { countryNames } from './countries.js';
import { functionWords, nameParticles, organisationOpeners } from './name-words.js';
import type { Token } from './tokens.js';

/** Tokens `from` up to `to`, which are written as one name might be. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

// "Gulf of Mexico", "Great Hall of the People", "City of London".
const placesOfSomething = new Set(
  'gulf bay strait straits sea isle hall republic kingdom emirates city cape coast mount university'.split(' '),
);
// "Organisation for Security and Co-operation in Europe" is as long as they get.
const MAX_TOKENS = 14;

/** The capitalised runs of a sentence, joined where "of", "for", "and" or a particle stand inside one name. */
export function runsOf(body: string, tokens: readonly Token[], isWord: (word: string) => boolean): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]?.kind !== 'name') continue;
    let to = at + 1;
    while (to < tokens.length && to - at < MAX_TOKENS) {
      const next = continuation(body, tokens, { from: at, to }, isWord);
      if (next === undefined) break;
      to = next;
    }
    runs.push({ from: at, to });
    at = to - 1;
  }
  return runs;
}

/** Where the run ends if it goes on behind its end, else `undefined`. */
function continuation(
  body: string,
  tokens: readonly Token[],
  run: Run,
  isWord: (word: string) => boolean,
): number | undefined {
  const last = tokens[run.to - 1];
  const next = tokens[run.to];
  if (
    last === undefined ||
    next === undefined ||
    (last.isPossessive && !manyOwners.has(last.lower)) ||
    !adjoin(body, last, next)
  )
    return undefined;
  if (next.kind === 'name') return run.to + 1;
  if (isBrandWord(last, next, isWord)) return run.to + 1;
  if (next.text === '&') return tokens[run.to + 1]?.kind === 'name' ? run.to + 2 : undefined;
  if (next.text === ',') return afterComma(tokens, run, isWord);
  if (nameParticles.has(next.lower) && next.lower !== 'e' && next.lower !== 'y') return afterParticles(tokens, run);
  if (next.lower === 'of' || next.lower === 'for' || next.lower === 'on') return afterOf(tokens, run);
  if (next.lower === 'in' && isForRegion(tokens, run)) return run.to + 2;
  if (next.lower === 'and') return afterAnd(tokens, run, isWord);
  return undefined;
}

/** "SK hynix": an abbreviation and a word no dictionary has. */
function isBrandWord(last: Token, next: Token, isWord: (word: string) => boolean): boolean {
  return (
    /^\p{Lu}{2,3}$/u.test(last.text) &&
    /^[a-z]{4,}$/u.test(next.text) &&
    !isWord(next.lower) &&
    !functionWords.has(next.lower)
  );
}

// "People's Daily", "Women's Tennis Association": of one name with what follows.
const manyOwners = new Set(
  'people women men children workers farmers teachers nurses veterans writers players'.split(' '),
);

/** Blanks only between them, and no line break. */
function adjoin(body: string, left: Token, right: Token): boolean {
  const gap = body.slice(left.end, right.start).replace(/^['’]s/u, '');
  return gap === '' ? right.kind === 'mark' : /^[ \u00a0\u202f]{1,2}$/u.test(gap);
}

/** "Co., Ltd.", and lists in the names of offices: "Ministry of Trade, Industry and Resources". */
function afterComma(tokens: readonly Token[], run: Run, isWord: (word: string) => boolean): number | undefined {
  const next = tokens[run.to + 1];
  if (next?.kind !== 'name') return undefined;
  if (/^(?:ltd|inc|llc|limited|corp|plc)\.?$/u.test(next.lower) && run.to - run.from > 1) return run.to + 2;
  if (!isOffice(tokens, run) || !isWord(next.lower)) return undefined;
  for (let at = run.to + 1; at < Math.min(tokens.length, run.to + 8); at++) {
    const token = tokens[at];
    if (token?.lower === 'and') return isCapitalWord(tokens[at + 1], isWord) ? at + 2 : undefined;
    if (token?.text !== ',' && !isCapitalWord(token, isWord)) return undefined;
  }
  return undefined;
}

function isCapitalWord(token: Token | undefined, isWord: (word: string) => boolean): boolean {
  return (
    token?.kind === 'name' &&
    !countryNames().has(token.text) &&
    (isWord(token.lower) || /^\p{Lu}{2,}s?$/u.test(token.text))
  );
}

/** Whether the run is "Ministry of …" or the like. */
function isOffice(tokens: readonly Token[], run: Run): boolean {
  const inside = tokens.slice(run.from, run.to);
  const joint = inside.findIndex((token) => token.lower === 'of' || token.lower === 'for');
  return joint > 0 && organisationOpeners.has(inside[joint - 1]?.lower ?? '');
}

/** "Organisation for Security and Cooperation in Europe". */
function isForRegion(tokens: readonly Token[], run: Run): boolean {
  const isFor = tokens.slice(run.from, run.to).some(({ lower }) => lower === 'for');
  return isFor && isOffice(tokens, run) && countryNames().has(tokens[run.to + 1]?.text ?? '');
}

function afterParticles(tokens: readonly Token[], run: Run): number | undefined {
  for (let at = run.to; at < run.to + 3; at++) {
    const token = tokens[at];
    if (token?.kind === 'name') return at + 1;
    if (token === undefined || !nameParticles.has(token.lower)) return undefined;
  }
  return undefined;
}

function afterOf(tokens: readonly Token[], run: Run): number | undefined {
  const inside = tokens.slice(run.from, run.to).map((token) => token.lower);
  const joint = tokens[run.to]?.lower;
  const last = inside.at(-1) ?? '';
  if (isOffice(tokens, run) && joint === 'of' && last !== 'commerce') return nextName(tokens, run.to);
  const opens =
    joint === 'of'
      ? organisationOpeners.has(last) || placesOfSomething.has(last)
      : inside.some((word) => openersFor.has(word)) && run.to - run.from > Number(joint === 'on');
  if (!opens) return undefined;
  return nextName(tokens, run.to);
}

function nextName(tokens: readonly Token[], joint: number): number | undefined {
  const at = tokens[joint + 1]?.lower === 'the' ? joint + 2 : joint + 1;
  return tokens[at]?.kind === 'name' ? at + 1 : undefined;
}

/** "Food and Drug Administration", "Ministry of SMEs and Startups": ordinary words on both sides. */
function afterAnd(tokens: readonly Token[], run: Run, isWord: (word: string) => boolean): number | undefined {
  const next = tokens[run.to + 1];
  const last = tokens[run.to - 1];
  if (next?.kind !== 'name' || !isCapitalWord(next, isWord) || !isCapitalWord(last, isWord)) return undefined;
  if (isOffice(tokens, run))
    return tokens.slice(run.from, run.to).some(({ lower }) => lower === 'and') ? undefined : run.to + 2;
  let end = run.to + 1;
  while (tokens[end]?.kind === 'name' && !tokens[end - 1]?.isPossessive && end - run.to < 6) end++;
  const head = tokens[end - 1]?.lower ?? '';
  const others = tokens.slice(run.to + 1, end - 1);
  const isOneName = officeHeads.has(head) && others.length > 0 && others.every((token) => isWord(token.lower));
  return isOneName ? end : undefined;
}

// May go on with "for" or "on": "Council for the Promotion of …", "Commission on …".
const openersFor = new Set(
  `council institute association federation organisation organization center centers centre agency foundation campaign fund commission
   committee society office academy secretariat conference coalition alliance bureau department ministry authority`.split(
    /\s+/u,
  ),
);

// What ends a name that holds an "and": "Futures and Options Exchange".
const officeHeads = new Set(
  `administration department ministry agency board commission committee council exchange services bureau office authority
   association institute organisation organization federation union centre center bank company office academy fund
   summit forum conference festival awards`.split(/\s+/u),
);
