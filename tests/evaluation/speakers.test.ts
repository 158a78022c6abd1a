import { beforeAll, describe, expect, it } from 'vitest';
import { judgeSpeakers, readSpokenSentences, type SpeakerJudgement } from '../../scripts/support/spoken-sentences.js';
import { createCorpusFolder } from '../../src/adapters/filesystem/corpus-folder.js';
import { readArticle } from '../../src/corpus/read-article.js';
import { splitSentences } from '../../src/corpus/split-sentences.js';
import type { ReadableArticle } from '../../src/entities/article-names.js';
import { recogniseNames } from '../../src/entities/recognise/recognise-names.js';
import { attributeSpeech } from '../../src/entities/speech/attribute-speech.js';
import { createNameKnowledge } from '../../src/name-knowledge.js';

// Sentences of corpus/ with their speakers by a reader's judgement, written before the program was run on them. When the
// floors were set 82 of 84 were right, none wrong; a wrong speaker is worse than a missed one, so its floor is the stricter.
const FLOORS = { right: 0.92, wrong: 1, ofThoseWithoutSpeaker: 13 } as const;

let judged: readonly SpeakerJudgement[];

beforeAll(async () => {
  const articles: ReadableArticle[] = [];
  for await (const file of createCorpusFolder('corpus', readArticle).readArticles()) {
    if (file.kind === 'set-aside') throw new Error(`${file.file}: ${file.reason}`);
    if (file.kind === 'article') articles.push({ ...file.article, sentences: splitSentences(file.article.body) });
  }
  const names = recogniseNames(articles, createNameKnowledge());
  const heard = articles.flatMap((article, at) => {
    const own = names[at];
    return own === undefined ? [] : [{ article, names: own, acts: attributeSpeech(article, own) }];
  });
  judged = judgeSpeakers(readSpokenSentences('tests/evaluation/speakers.jsonl'), heard);
});

function ofOutcome(outcome: SpeakerJudgement['outcome']): readonly SpeakerJudgement[] {
  return judged.filter((one) => one.outcome === outcome);
}

describe('the speakers over the corpus', () => {
  it('are right for so many of the sentences read', () => {
    expect(judged.length).toBeGreaterThanOrEqual(60);
    expect(ofOutcome('right').length / judged.length).toBeGreaterThanOrEqual(FLOORS.right);
  });

  it('are hardly ever somebody else', () => {
    const wrong = ofOutcome('wrong').map(({ expected, found }) => `${found}: ${expected.sentence}`);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(FLOORS.wrong);
  });

  it('are nobody where nobody speaks', () => {
    const silent = judged.filter(({ expected }) => expected.speaker === null);
    expect(silent.length).toBe(FLOORS.ofThoseWithoutSpeaker);
    expect(silent.filter(({ outcome }) => outcome !== 'right')).toEqual([]);
  });
});
