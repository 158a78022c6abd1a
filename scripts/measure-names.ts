// How well names are found. `measure-names conll FILE [--half 1|2]`: exact span and kind against a file of CoNLL-2003's layout
// (index TAB token TAB BIO tag), MISC left out; a document is what stands between two -DOCSTART- lines, a sentence a line.
// `measure-names entities FILE CORPUS`: aliases of a list of entities found in the articles that hold them.
// `measure-names list CORPUS`: every name with its kind and the number of its mentions.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { readArticle } from '../src/corpus/read-article.js';
import { splitSentences } from '../src/corpus/split-sentences.js';
import { articleId } from '../src/domain/article.js';
import type { ArticleNames, ReadableArticle } from '../src/entities/article-names.js';
import { recogniseNames } from '../src/entities/recognise/recognise-names.js';
import { createNameKnowledge } from '../src/name-knowledge.js';
import { measureEntities, readEntities } from './support/entity-list.js';
import { measureTagged, readTagged } from './support/tagged-names.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { half: { type: 'string' }, errors: { type: 'string', default: '0' } },
});
const [task, file = '', folder = ''] = positionals;
const knows = createNameKnowledge();

function readable(id: string, title: string, body: string): ReadableArticle {
  const unknown = { publisher: undefined, published: undefined, language: undefined };
  return { id: articleId(id), title, body, sentences: splitSentences(body), ...unknown };
}

function articlesOf(place: string): ReadableArticle[] {
  if (!place.endsWith('.gz')) {
    const names = readdirSync(place).filter((name) => name.endsWith('.md') && name !== 'README.md');
    return names.sort().map((name) => {
      const article = readArticle({ name, bytes: readFileSync(path.join(place, name)) });
      return { ...article, sentences: splitSentences(article.body) };
    });
  }
  const row = z.object({ _id: z.string(), title: z.string(), text: z.string() });
  const lines = gunzipSync(readFileSync(place)).toString('utf8').trim().split('\n');
  return lines.map((line) => row.parse(JSON.parse(line))).map((line) => readable(line._id, line.title, line.text));
}

function timed(articles: readonly ReadableArticle[]): ArticleNames[] {
  const started = performance.now();
  const names = recogniseNames(articles, knows);
  console.log(`${articles.length} articles in ${((performance.now() - started) / 1000).toFixed(2)} s`);
  return names;
}

if (task === 'conll') {
  const documents = readTagged(readFileSync(file, 'utf8'));
  const middle = Math.floor(documents.length / 2);
  const chosen =
    values.half === '1' ? documents.slice(0, middle) : values.half === '2' ? documents.slice(middle) : documents;
  console.log(measureTagged(chosen, timed(chosen.map(({ article }) => article)), Number(values.errors)));
} else if (task === 'entities') {
  const articles = articlesOf(folder);
  console.log(measureEntities(readEntities(readFileSync(file, 'utf8')), articles, timed(articles)));
} else {
  const counts = new Map<string, number>();
  for (const { mentions } of timed(articlesOf(file))) {
    for (const { text, kind, form } of mentions) {
      const key = `${kind.slice(0, 3)} ${form === 'short' ? 's' : ' '} ${text}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  for (const [key, count] of [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
    console.log(`${count}\t${key}`);
}
