import type { BodySpan, Entity, SaidStatement } from '../../domain/entity.js';
import { tokenize } from '../../retrieval/tokenize.js';
import type { CoverageTexts } from './coverage-texts.js';

const mostShown = 3;
// Shorter sentences say little, longer ones are of many things.
const fewestChars = 60;
const mostChars = 320;
// Who stands so near the sentence's beginning is mostly its subject.
const subjectChars = 40;
// Sentences that share more of their words are one report told twice.
const sameReport = 0.6;
// A name of very many articles is told by its first hundreds: reading all would take long and find no better.
const mostRead = 400;

interface Scored {
  readonly place: BodySpan;
  readonly text: string;
  readonly score: number;
}

/** At most three sentences that tell most about an entity: it is the subject, its role is given, early, of different articles. */
export function tellingSentences(entity: Entity, texts: CoverageTexts): BodySpan[] {
  const said = new Set(entity.said.map(({ sentence }) => `${sentence.article} ${sentence.start}`));
  const roles = entity.roles.slice(0, 20).map(({ text }) => text);
  const names = new Set(entity.aliases.map(({ text }) => text));
  const scored = entity.mentions.slice(0, mostRead).map((mention): Scored => {
    const sentence = texts.sentenceOf(mention);
    const text = texts.text(sentence);
    const score =
      2 * Number(mention.start - sentence.start <= subjectChars) +
      2 * Number(roles.some((role) => text.includes(role))) +
      Number(names.has(texts.text(mention))) +
      1.5 / (1 + sentence.number) +
      Number(isOfGoodLength(text)) -
      Number(said.has(`${sentence.article} ${sentence.start}`));
    return { place: { article: sentence.article, start: sentence.start, end: sentence.end }, text, score };
  });
  return chooseApart(scored).map(({ place }) => place);
}

/** At most three of what an entity said: its own words first, of different articles. */
export function tellingSayings(entity: Entity, texts: CoverageTexts): SaidStatement[] {
  const scored = entity.said.slice(0, mostRead).map((saying) => {
    const text = texts.text(saying.sentence);
    const score =
      Number(saying.form === 'direct') + Number(isOfGoodLength(text)) + Number(saying.speaker !== undefined);
    return { place: saying.sentence, text, score, saying };
  });
  return chooseApart(scored).map(({ saying }) => saying);
}

function isOfGoodLength(text: string): boolean {
  return text.length >= fewestChars && text.length <= mostChars;
}

/** The best, each of another article than those before where there are enough, none that tells the same. */
function chooseApart<T extends Scored>(scored: readonly T[]): T[] {
  const sorted = [...scored].sort((a, b) => b.score - a.score);
  const chosen: { readonly one: T; readonly words: ReadonlySet<string> }[] = [];
  for (const isFree of [
    (one: T) => chosen.every(({ one: { place } }) => place.article !== one.place.article),
    () => true,
  ]) {
    for (const one of sorted) {
      if (chosen.length === mostShown) break;
      if (!isFree(one)) continue;
      const words = new Set(tokenize(one.text).map(({ term }) => term));
      if (chosen.every((other) => likeness(words, other.words) <= sameReport)) chosen.push({ one, words });
    }
  }
  return chosen.map(({ one }) => one);
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / (a.size + b.size - shared || 1);
}
