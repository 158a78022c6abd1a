// How well speakers are found. `measure-speech judge FILE CORPUS`: right, wrong and missed for the sentences of FILE.
// `measure-speech sample CORPUS --count N --seed S`: attributions drawn at random, to be read.
// CORPUS is a folder of articles or a BEIR folder.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createBeirCorpus } from '../src/adapters/filesystem/beir-folder.js';
import { createCorpusFolder } from '../src/adapters/filesystem/corpus-folder.js';
import { readArticle } from '../src/corpus/read-article.js';
import { splitSentences } from '../src/corpus/split-sentences.js';
import type { ReadableArticle } from '../src/entities/article-names.js';
import { recogniseNames } from '../src/entities/recognise/recognise-names.js';
import { attributeSpeech } from '../src/entities/speech/attribute-speech.js';
import { parseCorpusLine } from '../src/evaluation/beir-dataset.js';
import { createNameKnowledge } from '../src/name-knowledge.js';
import { drawSpeech } from './support/drawn-speech.js';
import { type HeardArticle, judgeSpeakers, readSpokenSentences } from './support/spoken-sentences.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
});

async function hear(folder: string): Promise<HeardArticle[]> {
  const isBeir = existsSync(path.join(folder, 'corpus.jsonl')) || existsSync(path.join(folder, 'corpus.jsonl.gz'));
  const source = isBeir ? createBeirCorpus(folder, parseCorpusLine) : createCorpusFolder(folder, readArticle);
  const articles: ReadableArticle[] = [];
  for await (const file of source.readArticles()) {
    if (file.kind === 'article') articles.push({ ...file.article, sentences: splitSentences(file.article.body) });
  }
  const names = recogniseNames(articles, createNameKnowledge());
  const before = process.cpuUsage();
  const heard = articles.flatMap((article, at) => {
    const own = names[at];
    return own === undefined ? [] : [{ article, names: own, acts: attributeSpeech(article, own) }];
  });
  const { user, system } = process.cpuUsage(before);
  const acts = heard.reduce((sum, one) => sum + one.acts.length, 0);
  console.log(
    `${articles.length} articles, ${acts} speech acts in ${((user + system) / 1e6).toFixed(1)} s of processor time`,
  );
  return heard;
}

const [task, first = '', second = ''] = positionals;
if (task === 'judge') {
  const judged = judgeSpeakers(readSpokenSentences(first), await hear(second));
  for (const { expected, found, outcome } of judged) {
    if (outcome !== 'right')
      console.log(`${outcome}: ${expected.speaker} / ${found}: ${expected.article}: ${expected.sentence}`);
  }
  for (const kind of ['right', 'wrong', 'missed']) {
    console.log(`${kind}\t${judged.filter(({ outcome }) => outcome === kind).length}`);
  }
} else {
  console.log(drawSpeech(await hear(first), { count: Number(values.count), seed: Number(values.seed) }));
}
