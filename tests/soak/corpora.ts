import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createBeirCorpus, parseLines } from '../../src/adapters/filesystem/beir-folder.js';
import { type Article, articleId } from '../../src/domain/article.js';
import { parseCorpusLine, parseQueryLine } from '../../src/evaluation/beir-dataset.js';
import { generatedArticles, generatedQuestions } from '../support/generated-corpus.js';
import { seeded } from '../support/random.js';

/** Articles and questions to load the program with. */
export interface Material {
  readonly articles: readonly Article[];
  readonly questions: readonly string[];
}

/** Those of a BEIR folder; without one, made up ones of about the same number and a tenth of the length. */
export async function readMaterial(folder: string | undefined): Promise<Material> {
  if (folder === undefined) return { articles: generatedArticles(3_750, 1, 12), questions: generatedQuestions(200) };
  const articles: Article[] = [];
  for await (const read of createBeirCorpus(folder, parseCorpusLine).readArticles()) {
    if (read.kind === 'article') articles.push(read.article);
  }
  const queries = await parseLines(path.join(folder, 'queries.jsonl'), parseQueryLine);
  return { articles, questions: queries.map(({ text }) => text) };
}

/**
 * So many articles: the first of those given, then variants of them with their sentences shuffled, their figures changed
 * and every capitalised word in twelve given an ending of its own, so that no two texts and few vectors are alike.
 */
export function scaled(articles: readonly Article[], count: number): Article[] {
  return Array.from({ length: count }, (_, i) => {
    const article = articles[i % articles.length] as Article;
    const round = Math.floor(i / articles.length);
    return round === 0 ? article : variant(article, round, i);
  });
}

function variant(article: Article, round: number, seed: number): Article {
  const random = seeded(seed);
  const sentences = article.body.split(/(?<=[.!?])\s+/);
  for (let i = sentences.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [sentences[i], sentences[other]] = [sentences[other] as string, sentences[i] as string];
  }
  const endings = ['son', 'ville', 'ova', 'berg', 'ini'];
  const body = sentences
    .join(' ')
    .replace(/\d+/g, (digits) => String(Number(digits.slice(0, 9)) + round + Math.floor(random() * 50)))
    .replace(/\b\p{Lu}\p{Ll}{2,}/gu, (word) =>
      random() < 1 / 12 ? word + (endings[(seed + word.length) % endings.length] ?? '') : word,
    );
  return { ...article, id: articleId(`${article.id}-${round}`), body, contentHash: `${article.contentHash}-${round}` };
}

/** Writes articles as files of a corpus folder, in the place of those that lie there. */
export function writeCorpus(folder: string, articles: readonly Article[]): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const article of articles) {
    const { id, title, publisher, published, body } = article;
    const fields = Object.entries({ title, publisher, published }).filter(([, value]) => value !== undefined);
    const matter = fields.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join('\n');
    writeFileSync(path.join(folder, `${id.replace(/[^\w-]/g, '-')}.md`), `---\n${matter}\n---\n\n${body}\n`);
  }
}
