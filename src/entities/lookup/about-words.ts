import type { SaidStatement } from '../../domain/entity.js';
import { tokenize } from '../../retrieval/tokenize.js';
import type { CoverageTexts } from './coverage-texts.js';

// One word of two is another matter ("football missiles"); two of three are mostly the matter itself.
const leastShare = 2 / 3;

/**
 * What was said about something: all its words stand in the sentence or the ones beside it; where that holds for nothing
 * said, at least two thirds of them do: of one or two words all, of three two. Everything where no words are asked for.
 */
export function sayingsAbout(said: readonly SaidStatement[], about: string, texts: CoverageTexts): SaidStatement[] {
  const wanted = tellingTerms(about);
  if (wanted.size === 0) return [...said];
  const counted = said.map((saying) => {
    const around = tokenize(surroundings(saying, texts)).filter(({ primary }) => primary);
    const present = new Set(around.map(({ term }) => term));
    return { saying, matched: [...wanted].filter((term) => present.has(term)).length };
  });
  const all = counted.filter(({ matched }) => matched === wanted.size);
  const kept = all.length > 0 ? all : counted.filter(({ matched }) => matched >= wanted.size * leastShare);
  return kept.map(({ saying }) => saying);
}

/** The terms of the words that tell something; of all words where none does. */
function tellingTerms(text: string): Set<string> {
  const tokens = tokenize(text).filter(({ primary }) => primary);
  const telling = tokens.filter(({ stop }) => !stop);
  return new Set((telling.length > 0 ? telling : tokens).map(({ term }) => term));
}

/** The sentence with the one before and the one after it. */
function surroundings({ sentence }: SaidStatement, texts: CoverageTexts): string {
  const sentences = texts.sentences(sentence.article);
  const { number } = texts.sentenceOf(sentence);
  const start = sentences[number - 1]?.start ?? sentence.start;
  const end = sentences[number + 1]?.end ?? sentence.end;
  return texts.text({ article: sentence.article, start, end });
}
