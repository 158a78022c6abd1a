import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ArticleNames, ReadableArticle } from '../../src/entities/article-names.js';
import type { SpeechAct } from '../../src/entities/speech/speech-act.js';

const line = z.object({
  article: z.string(),
  sentence: z.string(),
  speaker: z.string().nullable(),
  form: z.enum(['direct', 'reported']).nullable(),
});

/** A sentence of an article and who says it by a reader's judgement; `null` where nobody is named who does. */
export type SpokenSentence = z.infer<typeof line>;

/** An article with its names and what was found to be said in it. */
export interface HeardArticle {
  readonly article: ReadableArticle;
  readonly names: ArticleNames;
  readonly acts: readonly SpeechAct[];
}

/** One sentence, what was expected and what was found. */
export interface SpeakerJudgement {
  readonly expected: SpokenSentence;
  readonly found: string | undefined;
  readonly outcome: 'right' | 'wrong' | 'missed';
}

/** Reads a file of one sentence a line. */
export function readSpokenSentences(file: string): SpokenSentence[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((text) => text !== '');
  return lines.map((text) => line.parse(JSON.parse(text)));
}

/** Holds the speakers found against the expected; a sentence that is not one of the article throws. */
export function judgeSpeakers(expected: readonly SpokenSentence[], heard: readonly HeardArticle[]): SpeakerJudgement[] {
  const byId = new Map<string, HeardArticle>(heard.map((one) => [one.article.id, one]));
  return expected.map((statement) => {
    const one = byId.get(statement.article);
    if (one === undefined) throw new Error(`There is no article ${statement.article}`);
    return judge(statement, one);
  });
}

function judge(expected: SpokenSentence, { article, names, acts }: HeardArticle): SpeakerJudgement {
  const sentence = article.sentences.find(({ start, end }) => article.body.slice(start, end) === expected.sentence);
  if (sentence === undefined) throw new Error(`${article.id} has no sentence "${expected.sentence}"`);
  const found = acts.find((act) => act.sentence.start === sentence.start);
  const mention = found && names.mentions[found.speaker];
  if (mention === undefined) {
    return { expected, found: undefined, outcome: expected.speaker === null ? 'right' : 'missed' };
  }
  const isRight = expected.speaker !== null && isPartOf(expected.speaker, mention.text);
  return { expected, found: mention.text, outcome: isRight ? 'right' : 'wrong' };
}

/** Whether a name is the full one or its beginning or end: which bearer of a surname is meant others find out. */
function isPartOf(full: string, name: string): boolean {
  return full === name || full.startsWith(`${name} `) || full.endsWith(` ${name}`);
}
